package io.warmup.demo;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks once a second how many queries the visitors have cost so far. */
final class Sampler implements AutoCloseable {

  private final ShopClient shop;
  private final OpenLoop traffic;
  private final Consumer<Sample> listener;
  private final long before;
  private final long start = System.nanoTime();
  private final List<Sample> samples = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "demo-sampler");

  Sampler(ShopClient shop, OpenLoop traffic, long queriesBefore, Consumer<Sample> listener) {
    this.shop = shop;
    this.traffic = traffic;
    this.before = queriesBefore;
    this.listener = listener;
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a last sample, and returns them all. */
  List<Sample> finish() throws IOException, InterruptedException {
    close();
    thread.join();
    sample();
    return List.copyOf(samples);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (int second = 1; ; second++) {
        long due = start + second * 1_000_000_000L;
        NANOSECONDS.sleep(due - System.nanoTime());
        sample();
      }
    } catch (InterruptedException | IOException e) {
      // Closed; or the shop is gone, which the traffic itself tells better.
    }
  }

  private void sample() throws IOException, InterruptedException {
    long queries = shop.queries().forVisitors() - before;
    Sample sample = new Sample((System.nanoTime() - start) / 1e9, traffic.answered(), queries);
    samples.add(sample);
    listener.accept(sample);
  }
}
