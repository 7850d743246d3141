package io.warmup.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the shop about itself. */
final class ShopClient {

  /** {@code {"total":7,"byName":{"category":1,…}}}: every number in it has a name of its own. */
  private static final Pattern COUNT = Pattern.compile("\"([\\w-]+)\":(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  ShopClient(URI base) {
    this.base = base;
  }

  boolean isReady() throws IOException, InterruptedException {
    return get("/actuator/health/readiness").statusCode() == 200;
  }

  Queries queries() throws IOException, InterruptedException {
    Map<String, Long> counts = new HashMap<>();
    Matcher count = COUNT.matcher(get("/queries").body());
    while (count.find()) {
      counts.put(count.group(1), Long.parseLong(count.group(2)));
    }
    return new Queries(counts);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
  }
}
