package io.warmup.agent.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.warmup.agent.control.Controls;
import io.warmup.agent.control.NothingToRunException;
import io.warmup.agent.control.WarmupControl;
import io.warmup.agent.live.Admission.Refusal;
import io.warmup.agent.metrics.Exposition;
import io.warmup.agent.metrics.WarmupMeters;
import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/** Answers the live page's requests. */
final class Requests implements HttpHandler {

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Controls controls;
  private final WarmupMeters meters;
  private final Admission admission;

  Requests(Controls controls, WarmupMeters meters, Admission admission) {
    this.controls = controls;
    this.meters = meters;
    this.admission = admission;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("X-Frame-Options", "DENY");
      Refusal refusal = admission.refusal(exchange);
      if (refusal == null) {
        answer(exchange);
        return;
      }
      if (refusal.status() == 401) {
        headers.set("WWW-Authenticate", "Basic realm=\"warmup\"");
      }
      send(exchange, refusal.status(), TEXT, refusal.why() + "\n");
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> page(exchange);
        case "/status" -> status(exchange);
        case "/metrics" -> metrics(exchange);
        case "/run" -> run(exchange);
        case "/stop" -> stop(exchange);
        default ->
            send(exchange, 404, TEXT, "there are /, /status, /metrics, POST /run, POST /stop\n");
      }
    } catch (NoSuchElementException | IllegalArgumentException e) {
      send(exchange, 404, TEXT, e.getMessage() + "\n");
    } catch (NothingToRunException e) {
      send(exchange, 409, TEXT, e.getMessage() + "\n");
    } catch (RuntimeException e) {
      send(exchange, 500, TEXT, e + "\n");
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    if (reads(exchange)) {
      WarmupControl control = control(exchange);
      List<String> others =
          controls.all().stream()
              .map(WarmupControl::application)
              .filter(name -> !name.equals(control.application()))
              .toList();
      send(
          exchange,
          200,
          "text/html; charset=utf-8",
          HtmlReport.live(control.report(), ProgressView.of(control.status(), others)));
    }
  }

  private void status(HttpExchange exchange) throws IOException {
    if (reads(exchange)) {
      send(exchange, 200, JSON, ReportJson.writeRecord(control(exchange).status()));
    }
  }

  private void metrics(HttpExchange exchange) throws IOException {
    if (reads(exchange)) {
      Exposition exposition = Exposition.accepted(exchange.getRequestHeaders().getFirst("Accept"));
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      exposition.write(meters.get(), body);
      send(exchange, 200, exposition.contentType(), body.toByteArray());
    }
  }

  private void run(HttpExchange exchange) throws IOException, NothingToRunException {
    if (changes(exchange)) {
      Query query = Query.of(exchange);
      int run = control(exchange).run(query.text("strategy"), query.number("limit"));
      done(exchange, 202, "{\"run\": " + run + "}\n");
    }
  }

  private void stop(HttpExchange exchange) throws IOException {
    if (changes(exchange)) {
      done(exchange, 200, "{\"stopped\": " + control(exchange).stop() + "}\n");
    }
  }

  private WarmupControl control(HttpExchange exchange) {
    return controls.find(Query.of(exchange).text("app"));
  }

  /** Somebody who pressed a button on the page gets the page again. */
  private static void done(HttpExchange exchange, int status, String json) throws IOException {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    if (accept != null && accept.contains("text/html")) {
      String query = exchange.getRequestURI().getRawQuery();
      exchange.getResponseHeaders().set("Location", query == null ? "/" : "/?" + query);
      send(exchange, 303, TEXT, "");
    } else {
      send(exchange, status, JSON, json);
    }
  }

  private static boolean reads(HttpExchange exchange) throws IOException {
    return allows(exchange, List.of("GET", "HEAD"));
  }

  private static boolean changes(HttpExchange exchange) throws IOException {
    return allows(exchange, List.of("POST"));
  }

  private static boolean allows(HttpExchange exchange, List<String> methods) throws IOException {
    if (methods.contains(exchange.getRequestMethod())) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", String.join(", ", methods));
    send(exchange, 405, TEXT, "only " + String.join(", ", methods) + "\n");
    return false;
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }
}
