package io.warmup.agent.warmer;

import fc.cron.CronExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a strategy is run again: any of several five-field cron expressions and {@code every 30m}
 * may stand side by side, and the earliest wins.
 */
public final class Schedule {

  /** One line of it. */
  private interface Entry {
    Optional<Instant> after(Instant now);
  }

  private static final Pattern EVERY = Pattern.compile("every\\s+(\\d+)\\s*(s|m|h|d)");

  private final List<Entry> entries;

  private Schedule(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * @param entries as they stand in the file
   * @param zone whose wall clock the cron expressions go by
   * @throws IllegalArgumentException if one of them is neither; the message says what is wrong
   */
  public static Schedule parse(List<String> entries, ZoneId zone) {
    return new Schedule(entries.stream().map(entry -> entry(entry.trim(), zone)).toList());
  }

  /** What is wrong with one entry, in words; empty if it is right. */
  public static Optional<String> problem(String entry) {
    try {
      parse(List.of(entry), ZoneOffset.UTC);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** The first time after this one; empty if there is none. */
  public Optional<Instant> next(Instant now) {
    return entries.stream().flatMap(entry -> entry.after(now).stream()).min(Instant::compareTo);
  }

  private static Entry entry(String text, ZoneId zone) {
    if (text.startsWith("every")) {
      Duration period = period(text);
      return now -> Optional.of(now.plus(period));
    }
    return cron(text, zone);
  }

  private static Duration period(String text) {
    Matcher every = EVERY.matcher(text);
    if (!every.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a period; write for example: every 30m");
    }
    Duration period = Duration.parse(iso(Long.parseLong(every.group(1)), every.group(2)));
    if (period.isZero()) {
      throw new IllegalArgumentException("'" + text + "' would run all the time");
    }
    return period;
  }

  private static String iso(long count, String unit) {
    return unit.equals("d") ? "P" + count + "D" : "PT" + count + unit;
  }

  /**
   * Where both day fields are restricted, a day that matches either will do, as in every
   * crontab(5); the library asks for both, so each gets an expression of its own.
   */
  private static Entry cron(String text, ZoneId zone) {
    String[] fields = text.split("\\s+");
    if (fields.length == 5 && !fields[2].startsWith("*") && !fields[4].startsWith("*")) {
      Entry byDate = simpleCron(join(fields, fields[2], "*"), zone);
      Entry byWeekday = simpleCron(join(fields, "*", fields[4]), zone);
      return now ->
          List.of(byDate, byWeekday).stream()
              .flatMap(entry -> entry.after(now).stream())
              .min(Instant::compareTo);
    }
    return simpleCron(text, zone);
  }

  private static String join(String[] fields, String date, String weekday) {
    return String.join(" ", fields[0], fields[1], date, fields[3], weekday);
  }

  private static Entry simpleCron(String text, ZoneId zone) {
    CronExpression cron = CronExpression.createWithoutSeconds(text);
    return now -> {
      try {
        return Optional.of(cron.nextTimeAfter(now.atZone(zone)).toInstant());
      } catch (IllegalArgumentException e) {
        // A day that never comes, such as 31 February: the library says so in four years.
        return Optional.empty();
      }
    };
  }
}
