package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void cronGoesByTheWallClockOfItsZone() {
    assertThat(next(2, "2026-03-02T10:00", "0 2 * * *"))
        .containsExactly("2026-03-03T02:00", "2026-03-04T02:00");
  }

  @Test
  void theEarliestOfSeveralWins() {
    assertThat(next(3, "2026-03-02T01:15", "0 2 * * *", "every 30m"))
        .containsExactly("2026-03-02T01:45", "2026-03-02T02:00", "2026-03-02T02:30");
  }

  @Test
  void eitherDayFieldWillDo() {
    assertThat(next(3, "2026-03-02T10:00", "0 2 13 * TUE"))
        .containsExactly("2026-03-03T02:00", "2026-03-10T02:00", "2026-03-13T02:00");
  }

  @Test
  void anHourThatTheClockSkipsRunsRightAfter() {
    assertThat(next(2, "2026-03-28T10:00", "30 2 * * *"))
        .containsExactly("2026-03-29T03:30", "2026-03-30T02:30");
  }

  @Test
  void aDayThatNeverComesIsNever() {
    assertThat(Schedule.parse(List.of("0 0 31 2 *"), BERLIN).next(Instant.now()))
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"every day", "every 0m", "61 0 * * *", "0 0 * *", "now and then"})
  void nonsenseIsRefusedInWords(String entry) {
    assertThatThrownBy(() -> Schedule.parse(List.of(entry), BERLIN))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  private static List<String> next(int count, String from, String... entries) {
    Schedule schedule = Schedule.parse(List.of(entries), BERLIN);
    Instant now = LocalDateTime.parse(from).atZone(BERLIN).toInstant();
    List<String> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      now = schedule.next(now).orElseThrow();
      times.add(now.atZone(BERLIN).toLocalDateTime().toString());
    }
    return times;
  }
}
