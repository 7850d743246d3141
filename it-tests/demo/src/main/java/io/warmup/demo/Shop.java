package io.warmup.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One shop under measurement. */
record Shop(String name, Path jar, List<String> jvmOptions, Path log, Progress progress) {

  Measurement measure(List<Request> trace) throws DemoException, IOException, InterruptedException {
    say("starting ...");
    try (ShopProcess process = ShopProcess.start(jar, jvmOptions, log)) {
      URI base = process.awaitOpen();
      ShopClient shop = new ShopClient(base);
      while (!shop.isReady()) {
        Thread.sleep(5);
      }
      Duration startUp = process.age();
      progress.end(line("ready after %.1f s".formatted(startUp.toMillis() / 1e3)));

      Queries before = shop.queries();
      OpenLoop traffic = new OpenLoop(base, trace);
      double whole = trace.get(trace.size() - 1).dueNanos() / 1e9;
      say("serving ...");
      try (Sampler sampler =
          new Sampler(
              shop,
              traffic,
              before.forVisitors(),
              sample -> progress.advance(line("serving"), sample.seconds() / whole))) {
        Latencies latencies = traffic.run();
        List<Sample> samples = sampler.finish();
        progress.end(line("served %,d requests".formatted(trace.size())));
        return new Measurement(startUp, before.total(), latencies, traffic.failed(), samples);
      }
    }
  }

  private void say(String what) {
    progress.begin(line(what));
  }

  private String line(String what) {
    return "%-8s %s".formatted(name, what);
  }
}
