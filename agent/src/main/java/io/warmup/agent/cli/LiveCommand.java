package io.warmup.agent.cli;

import io.warmup.agent.control.Status;
import io.warmup.agent.jmx.WarmupMXBean;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import java.io.PrintWriter;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a live process. */
abstract class LiveCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin LiveOptions options = new LiveOptions();

  @Override
  public final Integer call() {
    try (LiveJvm jvm = options.attach()) {
      return run(jvm);
    } catch (UnreachableException | IllegalStateException | IllegalArgumentException e) {
      err().println(e.getMessage());
    } catch (UnreadableReportException e) {
      err().println("the agent's answer " + e.getMessage() + "; it is of another version");
    } catch (UndeclaredThrowableException e) {
      err().println("the process does not answer any more: " + e.getCause());
    }
    return Main.FAILED;
  }

  /** Asks, shows, and gives the exit code. */
  abstract int run(LiveJvm jvm) throws UnreachableException, UnreadableReportException;

  static Status status(WarmupMXBean application) throws UnreadableReportException {
    return ReportJson.readRecord(application.status(), Status.class);
  }

  void show(String text) {
    out().print(text);
    out().flush();
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  static Ansi ansi() {
    return Ansi.AUTO;
  }
}
