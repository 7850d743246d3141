package io.warmup.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The shop cold beside the shop warmed, under the same traffic. */
public final class Demo {

  private static final long SEED = 2026;

  private final Build build;
  private final Options options;
  private final PrintStream out;
  private final Progress progress;

  private Demo(Build build, Options options, PrintStream out) {
    this.build = build;
    this.options = options;
    this.out = out;
    this.progress = new Progress(out, Terminal.isInteractive());
  }

  public static void main(String[] args) throws InterruptedException {
    if (List.of(args).contains("--help")) {
      System.out.println(Options.HELP);
      return;
    }
    try {
      Options options = Options.parse(args);
      Build build = Build.ofThisJar();
      build.check();
      new Demo(build, options, System.out).run();
    } catch (DemoException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("demo: " + e);
      System.exit(1);
    }
  }

  private void run() throws DemoException, IOException, InterruptedException {
    List<Request> trace = Trace.of(SEED, options.perSecond(), options.seconds());
    out.printf(
        "The same shop twice, the same %,d requests in %d s (see %s).%n%n",
        trace.size(), options.seconds(), "it-tests/demo/README.md");
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    rehearse();
    Measurement cold = shop("cold", List.of()).measure(trace, progress, Shop.Afterwards.NOTHING);
    if (options.control()) {
      Shop again = shop("cold again", List.of());
      compare(cold, again.measure(trace, progress, Shop.Afterwards.NOTHING));
      out.println("\nNo agent on either side: what differs is chance.");
    } else {
      warmed(cold, trace);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (load > processors) {
      out.printf(
          "%nThe machine was busy before the demo began (load %.1f on %d processors): start-up and"
              + " latency tell of that too.%n",
          load, processors);
    }
  }

  /** Makes ready what both shops need, lest the first one pay for it alone. */
  private void rehearse() throws IOException, InterruptedException {
    progress.begin("rehearsal");
    for (Path jar : List.of(build.shop(), build.agent(), build.strategies())) {
      Files.copy(jar, OutputStream.nullOutputStream()); // into the operating system's memory
    }
    Rehearsal.play(options.perSecond(), 3);
    progress.end("rehearsal   done: the driver is as fast at the first shop as at the second");
  }

  private void warmed(Measurement cold, List<Request> trace)
      throws DemoException, IOException, InterruptedException {
    Agent agent = new Agent(build, options.seconds(), build.output().resolve("warmup-report"));
    agent.forgetLatestReport();
    Shop shop = shop("warmed", agent.jvmOptions());
    Measurement warmed = shop.measure(trace, progress, agent::awaitReport);
    compare(cold, warmed);
    out.printf("%nWhat the agent says of it in the shop's log (%s):%n", shop.log());
    Agent.linesIn(shop.log()).forEach(line -> out.println("  " + line));
    Optional<Path> report = agent.awaitReport();
    out.println();
    out.println(report.map(path -> "Report: " + path).orElse("The agent has left no report."));
  }

  private void compare(Measurement left, Measurement right) {
    out.println();
    out.print(Comparison.of(left, right, Terminal.shows(Sparkline.BARS)));
  }

  private Shop shop(String name, List<String> jvmOptions) {
    Path log = build.output().resolve("shop-" + name.replace(' ', '-') + ".log");
    return new Shop(name, build.shop(), jvmOptions, log);
  }
}
