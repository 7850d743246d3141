package io.warmup.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("io.warmup.Batch")
@Label("Warm-up Batch")
@Category("Warmup")
@Description("Keys that one worker took from a strategy at once, loaded and put, retries included")
@StackTrace(false)
final class BatchEvent extends Event {

  @Label("Strategy")
  String strategy = "";

  @Label("Keys")
  int keys;

  @Label("Keys Warmed")
  long warmed;

  @Label("Keys Failed")
  long failed;
}
