package io.warmup.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.control.FixedControl;
import java.lang.management.ManagementFactory;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;

class MBeansTest {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final FixedControl control = new FixedControl("a shop, \"ours\"");
  private final MBeans beans = new MBeans();

  @Test
  void registersEachApplicationUnderItsName() throws Exception {
    beans.add(control);
    beans.refresh();
    ObjectName name = server.queryNames(new ObjectName(MBeans.ALL), null).iterator().next();

    assertThat(ObjectName.unquote(name.getKeyProperty("application")))
        .isEqualTo("a shop, \"ours\"");
    assertThat(server.getAttribute(name, "State")).isEqualTo("warm");
    assertThat(((CompositeData[]) server.getAttribute(name, "Strategies"))[0].get("warmed"))
        .isEqualTo(10L);
    assertThat(((CompositeData[]) server.getAttribute(name, "Caches"))[0].get("missesAvoided"))
        .isEqualTo(8L);

    WarmupMXBean proxy = JMX.newMXBeanProxy(server, name, WarmupMXBean.class);
    assertThat(proxy.run("", 5)).isEqualTo(7);
    assertThat(proxy.stop()).isEqualTo(1);
    assertThat(proxy.status()).contains("\"state\":\"warm\"");
    assertThatThrownBy(() -> proxy.run("Nope", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are [HotProducts]");
    assertThat(control.asked).containsExactly("run null 5", "stop");

    beans.remove(control);
    assertThat(server.queryNames(new ObjectName(MBeans.ALL), null)).isEmpty();
  }
}
