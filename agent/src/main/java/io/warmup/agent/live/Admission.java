package io.warmup.agent.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. On loopback anybody on the machine, but no web page: a browser there can be led to
 * our port by any site, under a name that resolves to 127.0.0.1 (DNS rebinding) or by a form
 * (CSRF). So the Host must be the machine's own, and what changes something must not come from
 * elsewhere.
 *
 * @param token asked of everybody if there is one, as a bearer or as the password of basic
 *     authentication
 */
record Admission(@Nullable String token) {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Null if the request may go on. */
  @Nullable Refusal refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    if (token == null && (host == null || !LOCAL.contains(withoutPort(host)))) {
      return new Refusal(403, "Host must be localhost, 127.0.0.1 or [::1] here");
    }
    if (token != null && !hasToken(headers.getFirst("Authorization"))) {
      return new Refusal(401, "the token of report.token-file is asked for, as a bearer");
    }
    if (exchange.getRequestMethod().equals("POST") && isForeign(headers, host)) {
      return new Refusal(403, "not from another site's page");
    }
    return null;
  }

  private boolean hasToken(@Nullable String authorization) {
    if (authorization == null) {
      return false;
    }
    if (authorization.startsWith("Bearer ")) {
      return isToken(authorization.substring(7).strip());
    }
    if (!authorization.startsWith("Basic ")) {
      return false;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
      String credentials = new String(decoded, StandardCharsets.UTF_8);
      return isToken(credentials.substring(credentials.indexOf(':') + 1));
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  private boolean isToken(String given) {
    return token != null
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Browsers name the page's origin with each POST; curl names none. */
  private static boolean isForeign(Headers headers, @Nullable String host) {
    String origin = headers.getFirst("Origin");
    String site = headers.getFirst("Sec-Fetch-Site");
    return origin != null && !isOwn(origin, host)
        || site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return URI.create(origin).getAuthority() != null
          && URI.create(origin).getAuthority().equals(host);
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d+$", "");
  }

  /**
   * Why a request is not answered.
   *
   * @param status of HTTP
   */
  record Refusal(int status, String why) {}
}
