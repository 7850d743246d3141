package io.warmup.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The shop cold beside the shop warmed, under the same traffic. */
public final class Demo {

  private static final long SEED = 20_26;

  private final Build build;
  private final Options options;
  private final Progress progress;

  private Demo(Build build, Options options, Progress progress) {
    this.build = build;
    this.options = options;
    this.progress = progress;
  }

  public static void main(String[] args) throws InterruptedException {
    try {
      Options options = Options.parse(args);
      Build build = Build.ofThisJar();
      build.check();
      new Demo(build, options, new Progress(System.out, Terminal.isInteractive())).run();
    } catch (DemoException | IOException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws DemoException, IOException, InterruptedException {
    progress.begin("driver   rehearsing ...");
    Rehearsal.play(options.perSecond(), 3);
    progress.end("driver   rehearsed");
    Measurement cold = measure("cold", List.of());
    Measurement warmed =
        options.control() ? measure("cold 2", List.of()) : measure("warmed", agent());
    System.out.println();
    System.out.print(new Comparison(cold, warmed, options).text());
  }

  private Measurement measure(String name, List<String> jvmOptions)
      throws DemoException, IOException, InterruptedException {
    Path log = build.output().resolve(name.replace(' ', '-') + ".log");
    return new Shop(name, build.shop(), jvmOptions, log, progress)
        .measure(Trace.of(SEED, options.perSecond(), options.seconds()));
  }

  private List<String> agent() {
    return List.of(
        "-javaagent:" + build.agent(),
        "-Dwarmup.config=" + build.config(),
        "-Dwarmup.observe.window=" + options.seconds() + "s",
        "-Dwarmup.report.folder=" + build.output().resolve("warmup-report"));
  }
}
