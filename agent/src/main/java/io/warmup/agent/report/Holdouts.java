package io.warmup.agent.report;

import io.warmup.agent.holdout.Proportion;
import io.warmup.agent.holdout.Uplift;
import io.warmup.agent.recorder.FirstTouches;
import io.warmup.agent.recorder.FirstTouches.ArmCounts;
import io.warmup.agent.report.model.HoldoutReport;
import io.warmup.agent.report.model.HoldoutReport.HoldoutArm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What leaving keys cold has shown. */
final class Holdouts {

  private Holdouts() {}

  static @Nullable HoldoutReport of(FirstTouches.@Nullable Counts seen) {
    if (seen == null) {
      return null;
    }
    HoldoutArm warmed = arm(seen.warmed());
    HoldoutArm heldOut = arm(seen.heldOut());
    if (warmed.touched() == 0 || heldOut.touched() == 0) {
      return new HoldoutReport(warmed, heldOut, null, null, null, tooFew(warmed, heldOut));
    }
    Uplift uplift = Uplift.of(proportion(warmed), proportion(heldOut));
    return new HoldoutReport(
        warmed,
        heldOut,
        uplift.difference(),
        uplift.low(),
        uplift.high(),
        sentence(warmed, heldOut, uplift));
  }

  private static HoldoutArm arm(ArmCounts counts) {
    return new HoldoutArm(
        counts.keys(),
        counts.touched(),
        counts.hits(),
        counts.touched() == 0 ? null : (double) counts.hits() / counts.touched());
  }

  private static Proportion proportion(HoldoutArm arm) {
    return new Proportion(arm.hits(), arm.touched());
  }

  private static String tooFew(HoldoutArm warmed, HoldoutArm heldOut) {
    return "nothing to compare yet: of "
        + Figures.count(heldOut.keys(), "held-out key", "held-out keys")
        + " "
        + Figures.count(heldOut.touched())
        + " were read, of as many warmed ones "
        + Figures.count(warmed.touched())
        + ".";
  }

  private static String sentence(HoldoutArm warmed, HoldoutArm heldOut, Uplift uplift) {
    return "first reads met "
        + Figures.ratio(warmed.hitRatio())
        + " of "
        + Figures.count(warmed.touched(), "warmed key", "warmed keys")
        + " and "
        + Figures.ratio(heldOut.hitRatio())
        + " of "
        + Figures.count(heldOut.touched(), "held-out key", "held-out keys")
        + " in the cache: the warm-up added "
        + points(uplift.difference())
        + " points (95 % interval "
        + points(uplift.low())
        + " to "
        + points(uplift.high())
        + (uplift.isCertain() ? ")." : "), which may be chance.");
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }
}
