package com.acme.prices.bytebuddy;

import com.acme.prices.Prices;
import com.acme.prices.plain.JdkServer;
import java.io.IOException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/** Attaches an agent to itself, and has it count the calls of the very class that is warmed. */
public final class ByteBuddyServer {

  /** Calls seen. */
  public static volatile int calls;

  private ByteBuddyServer() {}

  /** The argument is the port. */
  public static void main(String[] arguments) throws IOException {
    ByteBuddyAgent.install();
    new ByteBuddy()
        .redefine(Prices.class)
        .visit(Advice.to(Counting.class).on(ElementMatchers.named("fromSource")))
        .make()
        .load(Prices.class.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
    Prices.shared().fromSource("p0");
    System.out.println("calls seen: " + calls);
    JdkServer.main(arguments);
  }

  /** Inlined by Byte Buddy. */
  static final class Counting {

    private Counting() {}

    @Advice.OnMethodEnter
    static void entered() {
      calls++;
    }
  }
}
