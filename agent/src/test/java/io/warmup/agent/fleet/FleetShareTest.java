package io.warmup.agent.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who warms which segment. */
class FleetShareTest {

  private final Board board = new Board();

  @Test
  void oneAloneTakesAllOneAfterTheOther() throws Exception {
    try (FleetShare share = share()) {
      TreeSet<Integer> taken = new TreeSet<>();
      for (int segment = share.next(); segment >= 0; segment = share.next()) {
        assertThat(board.holders.values()).as("held at once").filteredOn(this::isHeld).hasSize(1);
        taken.add(segment);
        share.finished();
      }
      assertThat(taken).hasSize(FleetShare.SEGMENTS);
      assertThat(share.mine()).isEqualTo(FleetShare.SEGMENTS);
    }
  }

  @Test
  void noTwoTakeTheSame() throws Exception {
    try (FleetShare one = share();
        FleetShare other = share()) {
      List<Integer> taken = new ArrayList<>();
      for (int i = 0; i < FleetShare.SEGMENTS / 2; i++) {
        taken.add(one.next());
        taken.add(other.next());
        one.finished();
        other.finished();
      }
      assertThat(taken).doesNotHaveDuplicates().hasSize(FleetShare.SEGMENTS);
      assertThat(one.next()).isNegative();
    }
  }

  @Test
  void waitsForOthersAndTakesOverWhatTheyLetGo() throws Exception {
    FleetShare other = share();
    int held = other.next();

    try (FleetShare share = share()) {
      for (int i = 0; i < FleetShare.SEGMENTS - 1; i++) {
        assertThat(share.next()).isNotEqualTo(held);
        share.finished();
      }
      CountDownLatch looks = new CountDownLatch(2);
      board.taken =
          () -> {
            looks.countDown();
            if (looks.getCount() == 0) {
              other.close();
            }
          };
      assertThat(share.next()).isEqualTo(held);
      assertThat(looks.getCount()).as("it has waited").isZero();
    }
  }

  @Test
  void eachKeyBelongsToOneSegment() {
    for (int key = 0; key < 1_000; key++) {
      Object asked = key;
      assertThat(IntStream.range(0, FleetShare.SEGMENTS).filter(s -> FleetShare.holds(s, asked)))
          .hasSize(1);
    }
  }

  private FleetShare share() {
    Duration soon = Duration.ofMillis(1);
    return new FleetShare(
        () -> board,
        "HotProducts:start",
        new FleetShare.Timing(Duration.ofMinutes(1), soon, Duration.ofMinutes(1)));
  }

  private boolean isHeld(String holder) {
    return !holder.equals(Claims.DONE_MARK);
  }

  /** In one JVM, and without leases that end. */
  private static final class Board implements Claims {

    final Map<String, String> holders = new ConcurrentHashMap<>();
    private volatile Runnable taken = () -> {};

    @Override
    public Answer claim(String segment, String token, Duration lease) {
      String holder = holders.putIfAbsent(segment, token);
      if (holder == null || holder.equals(token)) {
        return Answer.YOURS;
      }
      if (holder.equals(DONE_MARK)) {
        return Answer.DONE;
      }
      taken.run();
      return Answer.TAKEN;
    }

    @Override
    public boolean renew(String segment, String token, Duration lease) {
      return token.equals(holders.get(segment));
    }

    @Override
    public boolean finish(String segment, String token, Duration keep) {
      return holders.replace(segment, token, DONE_MARK);
    }

    @Override
    public void release(String segment, String token) {
      holders.remove(segment, token);
    }
  }
}
