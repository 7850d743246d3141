package io.warmup.agent.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("io.warmup.Strategy")
@Label("Warm-up Strategy")
@Category("Warmup")
@Description("One strategy's part of a run")
@StackTrace(false)
final class StrategyEvent extends Event {

  @Label("Run")
  int run;

  @Label("Strategy")
  String strategy = "";

  @Label("Cache")
  String cache = "";

  @Label("Outcome")
  String outcome = "";

  @Label("Keys Warmed")
  long warmed;

  @Label("Keys Absent")
  long absent;

  @Label("Keys Failed")
  long failed;

  @Label("Load Median")
  @Timespan
  long loadMedian;

  @Label("Load p99")
  @Timespan
  long loadP99;
}
