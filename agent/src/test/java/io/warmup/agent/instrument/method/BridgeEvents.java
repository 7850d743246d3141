package io.warmup.agent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.bridge.WarmupBridge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the bridge is told during a test. */
final class BridgeEvents implements BeforeEachCallback, AfterEachCallback {

  private final List<String> told = new ArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    listen((point, subjects) -> told.add(point + " " + Arrays.toString(subjects)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    WarmupBridge.listen(null);
  }

  /** Tells that one instead, in this test. */
  void tell(BiConsumer<String, Object[]> listener) {
    WarmupBridge.listen(null);
    listen(listener);
  }

  /** All so far, in order; may be changed. */
  List<String> told() {
    return told;
  }

  private static void listen(BiConsumer<String, Object[]> listener) {
    assertThat(WarmupBridge.listen(listener)).isTrue();
  }
}
