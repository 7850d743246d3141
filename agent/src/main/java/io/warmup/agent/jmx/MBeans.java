package io.warmup.agent.jmx;

import io.warmup.agent.control.WarmupControl;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Registers applications once there is a platform MBean server, and never makes one: making it
 * fixes the JVM's LogManager, which some applications set in their {@code main}. Whoever wants to
 * look (JConsole, a JMX port, the command line by attaching) makes it.
 */
public final class MBeans {

  /** All beans of all applications. */
  public static final String ALL = "io.warmup:type=Warmup,*";

  /** Registered in the platform's server before anybody gets hold of it. */
  private static final String PLATFORM = "java.lang:type=Runtime";

  private final Map<WarmupControl, ObjectName> wanted = new HashMap<>();
  private final Map<WarmupControl, ObjectName> registered = new HashMap<>();

  public synchronized void add(WarmupControl control) throws JMException {
    wanted.put(
        control,
        new ObjectName(
            "io.warmup:type=Warmup,application=" + ObjectName.quote(control.application())));
  }

  public synchronized void remove(WarmupControl control) throws JMException {
    wanted.remove(control);
    ObjectName name = registered.remove(control);
    MBeanServer server = platform();
    if (name != null && server != null && server.isRegistered(name)) {
      server.unregisterMBean(name);
    }
  }

  /** Registers whatever is not yet, if that is possible now. Call it every now and then. */
  public synchronized void refresh() throws JMException {
    if (wanted.isEmpty()) {
      return;
    }
    MBeanServer server = platform();
    if (server == null) {
      return;
    }
    for (Iterator<Map.Entry<WarmupControl, ObjectName>> all = wanted.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<WarmupControl, ObjectName> next = all.next();
      all.remove();
      server.registerMBean(new WarmupBean(next.getKey()), next.getValue());
      registered.put(next.getKey(), next.getValue());
    }
  }

  /** Whether some are not registered yet. */
  public synchronized boolean isWaiting() {
    return !wanted.isEmpty();
  }

  /** Null if nobody has made it yet. */
  private static @Nullable MBeanServer platform() throws JMException {
    ObjectName runtime = new ObjectName(PLATFORM);
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      if (server.isRegistered(runtime)) {
        return server;
      }
    }
    return null;
  }
}
