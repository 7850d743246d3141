package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Mismatch;
import io.warmup.agent.report.model.ExpiryForecast;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.HoldoutReport;
import io.warmup.agent.report.model.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One warmed cache: verdict, timeline, fates, figures, what was missed. */
final class CacheSection {

  private final Html html;
  private final @Nullable GateOpening gate;

  CacheSection(Html html, @Nullable GateOpening gate) {
    this.html = html;
    this.gate = gate;
  }

  void write(CacheReport cache) {
    html.open("section");
    html.open("h2").text(cache.cache()).leaf("span", cache.kind(), "class", "tag").close();
    verdict(cache.verdict());
    if (cache.holdout() != null) {
      html.leaf("p", "Holdout: " + cache.holdout().sentence(), "class", "note");
    }
    if (cache.expiry() != null) {
      html.leaf("p", "Expiry: " + cache.expiry().sentence(), "class", "note");
    }
    mismatches(cache.mismatches());
    new HitRatioPlot(html, gate).write(cache);
    new FatesBar(html).write(cache.fates());
    figures(cache);
    new MissedList(html).write("What should have been warmed", cache);
    html.close();
  }

  private void verdict(Verdict verdict) {
    String css = verdict.outcome() == Verdict.Outcome.DID_NOT_PAY ? "verdict warning" : "verdict";
    html.leaf("p", sentence(verdict), "class", css);
  }

  private void mismatches(List<Mismatch> mismatches) {
    for (Mismatch m : mismatches) {
      html.open("p", "class", "alarm").leaf("strong", "Warmed under keys nobody asks for. ");
      html.text(capital(m.difference()) + " (" + Figures.count(m.count(), "miss", "misses") + ")");
      html.text(": ").leaf("code", m.warmed()).text(" is warmed, ");
      html.leaf("code", m.missed()).text(" is missed");
      html.text(".").close();
    }
  }

  private void figures(CacheReport cache) {
    String gets = "of " + Figures.count(cache.gets(), "get", "gets");
    FigureList figures = new FigureList(html);
    figures.add("Hit ratio", Figures.ratio(cache.hitRatio()), gets);
    figures.add(
        "Misses avoided", Figures.count(cache.missesAvoided()), "first touches of warmed keys");
    figures.add("Load time saved", Figures.duration(cache.loadTimeSaved()), saved(cache));
    figures.add(
        "Accuracy",
        Figures.ratio(cache.accuracy()),
        "of " + Figures.count(cache.fates().warmed(), "warmed key", "warmed keys"));
    figures.add("Coverage of keys", Figures.ratio(cache.keyCoverage()), requested(cache));
    figures.add("Coverage of gets", Figures.ratio(cache.getCoverage()), gets);
    holdout(figures, cache.holdout());
    expiry(figures, cache.expiry());
    figures.close();
  }

  private static void holdout(FigureList figures, @Nullable HoldoutReport holdout) {
    if (holdout != null) {
      figures.add(
          "First reads, warmed",
          Figures.ratio(holdout.warmed().hitRatio()),
          "hits of " + Figures.count(holdout.warmed().touched(), "key", "keys"));
      figures.add(
          "First reads, held out",
          Figures.ratio(holdout.heldOut().hitRatio()),
          "hits of " + Figures.count(holdout.heldOut().touched(), "key", "keys"));
    }
  }

  private static void expiry(FigureList figures, @Nullable ExpiryForecast expiry) {
    if (expiry != null) {
      figures.add(
          "Refills at expiry",
          Figures.count(expiry.refillsPerSecond()) + "/s",
          "at most, of " + Figures.count(expiry.keys(), "warmed key", "warmed keys"));
    }
  }

  private static String saved(CacheReport cache) {
    return cache.loadTimeSaved() == null ? "no load measured" : "at the mean load time of a key";
  }

  private static String requested(CacheReport cache) {
    return cache.requestedKeys() == null
        ? "requested keys not known"
        : "of " + Figures.count(cache.requestedKeys(), "requested key", "requested keys");
  }

  static String sentence(Verdict verdict) {
    return capital(verdict.sentence());
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
