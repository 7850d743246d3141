package io.warmup.agent.cli;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import io.warmup.agent.jmx.MBeans;
import io.warmup.agent.jmx.WarmupMXBean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of this machine and user, reached by attaching to it: its local JMX connector needs no port
 * of ours and says nothing on its stderr.
 */
final class LiveJvm implements AutoCloseable {

  /** The agent looks every two seconds whether somebody has come who can see its beans. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final VirtualMachine machine;
  private final String pid;
  private @Nullable JMXConnector connector;

  private LiveJvm(VirtualMachine machine, String pid) {
    this.machine = machine;
    this.pid = pid;
  }

  /**
   * Attaches.
   *
   * @param pid null: the only other one there is
   * @throws UnreachableException with the reason in words
   */
  static LiveJvm attach(@Nullable String pid) throws UnreachableException {
    try {
      String id = pid == null ? only() : pid;
      return new LiveJvm(VirtualMachine.attach(id), id);
    } catch (NoClassDefFoundError e) {
      throw new UnreachableException("this Java lacks the module jdk.attach; use a JDK's java");
    } catch (AttachNotSupportedException | IOException e) {
      throw new UnreachableException(reason(pid, e));
    }
  }

  private static String only() throws UnreachableException {
    List<VirtualMachineDescriptor> others = others();
    if (others.size() == 1) {
      return others.get(0).id();
    }
    if (others.isEmpty()) {
      throw new UnreachableException("no other Java process of this user runs here");
    }
    List<String> lines = new ArrayList<>(List.of("several Java processes run here; say which:"));
    others.forEach(it -> lines.add("  " + it.id() + "  " + program(it)));
    throw new UnreachableException(String.join("\n", lines));
  }

  private static List<VirtualMachineDescriptor> others() {
    String own = Long.toString(ProcessHandle.current().pid());
    return VirtualMachine.list().stream()
        .filter(it -> !it.id().equals(own))
        .sorted(Comparator.comparing(VirtualMachineDescriptor::id))
        .toList();
  }

  /** Without its arguments, which may be secrets. */
  private static String program(VirtualMachineDescriptor jvm) {
    return jvm.displayName().isEmpty() ? "(unknown)" : jvm.displayName().split(" ", 2)[0];
  }

  private static String reason(@Nullable String pid, Exception e) {
    String why = String.valueOf(e.getMessage());
    boolean runs =
        pid != null
            && pid.matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    if (!runs) {
      return "no process " + pid + " runs here";
    }
    return "process "
        + pid
        + " cannot be attached to ("
        + why
        + "): it is no Java process, belongs to another user, or was started with"
        + " -XX:+DisableAttachMechanism";
  }

  String pid() {
    return pid;
  }

  /**
   * Loads the agent into it.
   *
   * @throws UnreachableException with the reason in words
   */
  void load(Path agent, Path config) throws UnreachableException {
    try {
      machine.loadAgent(agent.toString(), "config=" + config);
    } catch (Exception e) {
      throw new UnreachableException("process " + pid + " did not take the agent: " + e);
    }
  }

  /**
   * The applications in it that the agent knows; waits a moment for them to turn up.
   *
   * @throws UnreachableException with the reason in words
   */
  List<WarmupMXBean> applications() throws UnreachableException {
    try {
      MBeanServerConnection server = connection();
      long deadline = System.nanoTime() + PATIENCE_NANOS;
      while (true) {
        List<WarmupMXBean> found = applications(server);
        if (!found.isEmpty() || System.nanoTime() - deadline > 0) {
          return found;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    } catch (IOException | MalformedObjectNameException e) {
      throw new UnreachableException("process " + pid + " does not answer: " + e);
    }
  }

  private static List<WarmupMXBean> applications(MBeanServerConnection server)
      throws IOException, MalformedObjectNameException {
    List<WarmupMXBean> beans = new ArrayList<>();
    for (ObjectName name : server.queryNames(new ObjectName(MBeans.ALL), null)) {
      beans.add(JMX.newMXBeanProxy(server, name, WarmupMXBean.class));
    }
    return beans;
  }

  private MBeanServerConnection connection() throws IOException {
    JMXConnector open = connector;
    if (open == null) {
      open = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      connector = open;
    }
    return open.getMBeanServerConnection();
  }

  @Override
  public void close() {
    try {
      if (connector != null) {
        connector.close();
      }
      machine.detach();
    } catch (IOException ignored) {
      // The process ended first.
    }
  }
}
