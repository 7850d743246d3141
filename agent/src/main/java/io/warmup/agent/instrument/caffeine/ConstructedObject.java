package io.warmup.agent.instrument.caffeine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The object whose constructor is at work, as far as the stack tells. */
final class ConstructedObject {

  /**
   * What proxies of contextual objects implement: ArC (Quarkus), Weld, OpenWebBeans, Spring AOP. A
   * configuration class that Spring enhances is the real object, and implements none of them.
   */
  private static final Set<String> PROXIES =
      Set.of(
          "io.quarkus.arc.ClientProxy",
          "org.jboss.weld.proxy.WeldClientProxy",
          "org.apache.webbeans.proxy.OwbNormalScopeProxy",
          "org.springframework.aop.SpringProxy");

  private ConstructedObject() {}

  /**
   * @param frames innermost first; constructors call those of their superclasses
   */
  static boolean isProxy(List<StackWalker.StackFrame> frames) {
    Class<?> constructed = null;
    for (StackWalker.StackFrame frame : frames) {
      Class<?> declaring = frame.getDeclaringClass();
      boolean constructor = frame.getMethodName().equals("<init>");
      if (constructor && (constructed == null || constructed.isAssignableFrom(declaring))) {
        constructed = declaring;
      } else if (constructed != null) {
        break;
      }
    }
    return constructed != null && implementsOne(constructed);
  }

  private static boolean implementsOne(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      if (PROXIES.contains(next.getName())) {
        return true;
      }
      open.addAll(List.of(next.getInterfaces()));
      if (next.getSuperclass() != null) {
        open.add(next.getSuperclass());
      }
    }
    return false;
  }
}
