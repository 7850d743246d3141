package io.warmup.scenarios.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own with everything it says. Killed when closed; one with the agent fails its test
 * then if the JVM has warned of anything.
 */
public final class JavaProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final @Nullable List<Pattern> foreseen;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  /**
   * @param foreseen warnings of the JVM that are none of the agent's; null: it is not there
   */
  private JavaProcess(Process process, @Nullable List<Pattern> foreseen) {
    this.process = process;
    this.foreseen = foreseen;
    this.reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Describes a JVM to start. */
  public static Builder on(Jdk jdk) {
    return new Builder(jdk);
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits for a line that the pattern is found in. Fails with all output if the process ends first.
   */
  public Matcher await(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    String line = await(text -> compiled.matcher(text).find(), pattern);
    Matcher matcher = compiled.matcher(line);
    if (!matcher.find()) {
      throw new AssertionError(line);
    }
    return matcher;
  }

  private synchronized String await(Predicate<String> wanted, String description) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        if (wanted.test(lines.get(next))) {
          return lines.get(next);
        }
      }
      long left = deadline - System.nanoTime();
      if (ended || left <= 0) {
        throw new AssertionError("never said '" + description + "':\n" + output());
      }
      waitFor(left);
    }
  }

  private synchronized void waitFor(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks it to end, as an orchestrator does; {@code Process.destroy} would close its output too.
   */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still runs:\n" + output());
      }
      reader.join(PATIENCE.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Everything said so far. */
  public synchronized String output() {
    return String.join("\n", lines);
  }

  /** The agent's own lines so far. */
  public synchronized List<String> agentLines() {
    return lines.stream().filter(line -> line.contains("[warmup]")).toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    if (foreseen != null) {
      synchronized (this) {
        assertThat(JvmWarnings.in(lines, foreseen)).as("warnings of the JVM").isEmpty();
      }
    }
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = output.readLine()) != null) {
        add(line);
      }
    } catch (IOException e) {
      add("(output ends: " + e + ")");
    }
    end();
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** A JVM to start. */
  public static final class Builder {
    private final Jdk jdk;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final List<Pattern> foreseen = new ArrayList<>();
    private final ProcessBuilder builder = new ProcessBuilder();

    private Builder(Jdk jdk) {
      this.jdk = jdk;
      builder.environment().keySet().removeIf(name -> name.startsWith("WARMUP_"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
    }

    /** A command that starts the JVM in turn, as another user for example. */
    public Builder under(List<String> command) {
      prefix.addAll(command);
      return this;
    }

    /** JVM options. */
    public Builder options(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    /** Attaches the agent with a configuration file. */
    public Builder agent(Path config) {
      return options("-javaagent:" + Artifacts.agent(), "-Dwarmup.config=" + config);
    }

    /** A warning that the JVM gives without the agent too. */
    public Builder warns(String pattern) {
      foreseen.add(Pattern.compile(pattern));
      return this;
    }

    /** An environment variable. */
    public Builder environment(String name, String value) {
      builder.environment().put(name, value);
      return this;
    }

    /** Where it runs. */
    public Builder folder(Path folder) {
      builder.directory(folder.toFile());
      return this;
    }

    /** An executable jar and its arguments. */
    public Builder jar(Path jar, String... arguments) {
      return program("-jar", jar.toString()).program(arguments);
    }

    /** What comes after the options: a main class or jar, and arguments. */
    public Builder program(String... words) {
      program.addAll(List.of(words));
      return this;
    }

    /** Starts it. */
    public JavaProcess start() {
      List<String> command = new ArrayList<>(prefix);
      command.add(jdk.java().toString());
      command.addAll(options);
      command.addAll(program);
      try {
        Process process = builder.command(command).redirectErrorStream(true).start();
        return new JavaProcess(process, hasAgent() ? List.copyOf(foreseen) : null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean hasAgent() {
      String name = Artifacts.agent().getFileName().toString();
      return Stream.concat(options.stream(), builder.environment().values().stream())
          .anyMatch(text -> text.contains("-javaagent:") && text.contains(name));
    }
  }
}
