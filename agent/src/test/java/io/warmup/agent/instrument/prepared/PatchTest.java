package io.warmup.agent.instrument.prepared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PatchTest {

  private static final byte[] ORIGINAL = bytes(new Random(1), 70_000);

  @Test
  void ofTheSameIsAStep() {
    assertThat(Difference.between(ORIGINAL, ORIGINAL)).hasSizeLessThan(8);
    assertThat(through(ORIGINAL, ORIGINAL)).isEqualTo(ORIGINAL);
  }

  @Test
  void ofNothingAlikeIsAllNew() {
    byte[] other = bytes(new Random(2), 5_000);
    assertThat(through(ORIGINAL, other)).isEqualTo(other);
    assertThat(through(new byte[0], other)).isEqualTo(other);
    assertThat(through(other, new byte[0])).isEmpty();
  }

  @Test
  void keepsItsPlaceWhereBytesOfTheSameLengthChange() {
    byte[] wanted = ORIGINAL.clone();
    for (int i = 100; i < wanted.length; i += 200) {
      wanted[i]++;
    }
    assertThat(Difference.between(ORIGINAL, wanted)).hasSizeLessThan(wanted.length / 200 * 6);
    assertThat(through(ORIGINAL, wanted)).isEqualTo(wanted);
  }

  @Test
  void goesBackToWhatWasCopiedBefore() {
    byte[] wanted = new byte[30_000];
    System.arraycopy(ORIGINAL, 60_000, wanted, 0, 10_000);
    System.arraycopy(ORIGINAL, 20_000, wanted, 10_000, 10_000);
    System.arraycopy(ORIGINAL, 60_000, wanted, 20_000, 10_000);
    assertThat(Difference.between(ORIGINAL, wanted)).hasSizeLessThan(40);
    assertThat(through(ORIGINAL, wanted)).isEqualTo(wanted);
  }

  @RepeatedTest(50)
  void leadsToWhateverIsWanted(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    byte[] wanted = ORIGINAL;
    for (int edits = random.nextInt(20); edits >= 0; edits--) {
      wanted = edited(wanted, random);
    }
    assertThat(through(ORIGINAL, wanted)).isEqualTo(wanted);
  }

  /** Some bytes taken out somewhere, others put in. */
  private static byte[] edited(byte[] before, Random random) {
    int start = random.nextInt(before.length);
    int end = Math.min(before.length, start + random.nextInt(300));
    byte[] fresh = bytes(random, random.nextInt(300));
    byte[] after = Arrays.copyOf(before, start + fresh.length + before.length - end);
    System.arraycopy(fresh, 0, after, start, fresh.length);
    System.arraycopy(before, end, after, start + fresh.length, before.length - end);
    return after;
  }

  private static byte[] through(byte[] original, byte[] wanted) {
    return Patch.applied(Difference.between(original, wanted), original, wanted.length);
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
