package io.warmup.scenarios.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A client outside the application, on one port of this machine. Each request has a connection of
 * its own, as a kubelet's probe has: over a kept one Reactor Netty from 1.2.18 on (Boot 3.5.16)
 * leaves one in some thousand requests unread for good, with no agent too (reactor-netty #4361).
 */
public final class Http {

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection");
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  /** A client of that port. */
  public Http(int port) {
    this.port = port;
  }

  /** A client of a port that nobody listens on yet. */
  public static Http onFreePort() {
    return new Http(FreePort.next());
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** Whether a connection is refused right now. */
  public boolean isRefused() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Knocks until somebody opens; fails if the process ends first. */
  public void awaitOpen(JavaProcess process) {
    while (isRefused()) {
      if (!process.isAlive()) {
        throw new AssertionError("ended before its port opened:\n" + process.output());
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The body of a GET that must succeed. */
  public String get(String path) {
    HttpResponse<String> response = send(request(path));
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** The body of a GET by somebody who wants that type of it, behind its own type. */
  public String get(String path, String accept) {
    HttpResponse<String> response = send(request(path).header("Accept", accept));
    return response.headers().firstValue("Content-Type").orElse("") + "\n" + response.body();
  }

  /** The body of a GET that may be answered much later. */
  public CompletableFuture<String> ask(String path) {
    return CLIENT
        .sendAsync(
            request(path).timeout(Duration.ofSeconds(90)).build(),
            HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  /** The status of a GET. */
  public int status(String path) {
    return send(request(path)).statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Connection", "close")
        .timeout(Duration.ofSeconds(30));
  }
}
