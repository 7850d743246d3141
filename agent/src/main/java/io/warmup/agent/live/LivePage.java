package io.warmup.agent.live;

import com.sun.net.httpserver.HttpServer;
import io.warmup.agent.config.ReportConfig;
import io.warmup.agent.control.Controls;
import io.warmup.agent.metrics.WarmupMeters;
import io.warmup.agent.thread.AgentThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The HTTP server of {@code report.http}. */
public final class LivePage implements AutoCloseable {

  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(2, task -> AgentThreads.daemon("warmup-http", task));

  private LivePage(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens it.
   *
   * @return null: it is not asked for
   * @throws IOException if the port is taken or the token cannot be read, in words
   * @throws IllegalArgumentException if it may not listen there, in words
   */
  public static @Nullable LivePage open(ReportConfig config, Controls controls) throws IOException {
    String http = config.http();
    if (http == null) {
      return null;
    }
    Listening at = Listening.at(http);
    String token = token(config.tokenFile());
    if (token == null && !at.isLoopback()) {
      throw new IllegalArgumentException(
          "anybody on the network could connect to " + http + ": that needs report.token-file");
    }
    LivePage page = new LivePage(bind(at.address()));
    page.server.createContext(
        "/", new Requests(controls, new WarmupMeters(controls), new Admission(token)));
    page.server.setExecutor(page.threads);
    page.server.start();
    return page;
  }

  /** {@code http://127.0.0.1:9465/}. */
  public String url() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + address.getPort()
        + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The server's own thread is made by it and takes after the one that starts it. */
  private static HttpServer bind(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          address.getAddress().getHostAddress() + ":" + address.getPort() + ": " + e.getMessage(),
          e);
    }
  }

  private static @Nullable String token(@Nullable Path file) throws IOException {
    if (file == null) {
      return null;
    }
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException e) {
      throw new IOException("report.token-file: " + file + " cannot be read (" + e + ")", e);
    }
    if (token.isEmpty()) {
      throw new IOException("report.token-file: " + file + " is empty");
    }
    return token;
  }
}
