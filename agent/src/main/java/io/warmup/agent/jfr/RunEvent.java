package io.warmup.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("io.warmup.Run")
@Label("Warm-up Run")
@Category("Warmup")
@Description("One run of the warm-up, with all its strategies")
@StackTrace(false)
final class RunEvent extends Event {

  @Label("Run")
  int run;

  @Label("Trigger")
  String trigger = "";

  @Label("Strategies")
  int strategies;

  @Label("Strategies That Ended Well")
  int endedWell;
}
