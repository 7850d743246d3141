package io.warmup.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("io.warmup.Gate")
@Label("Warm-up Gate")
@Category("Warmup")
@Description("The time for which traffic was held back")
@StackTrace(false)
final class GateEvent extends Event {

  @Label("Application")
  String application = "";

  @Label("Hold")
  String hold = "";

  @Label("Why It Opened")
  String reason = "";
}
