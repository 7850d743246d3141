package io.warmup.agent.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.config.ReportConfig;
import io.warmup.agent.control.Controls;
import io.warmup.agent.control.FixedControl;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePageTest {

  @TempDir private Path folder;
  private final Controls controls = new Controls();
  private final FixedControl shop = new FixedControl("shop");
  private @Nullable LivePage page;

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
    }
  }

  @Test
  void showsAPageThatAsksAgainByItselfWithoutScripts() throws IOException {
    open(null);

    String answer = get("/");
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("http-equiv=\"refresh\"")
        .contains("HotProducts → products")
        .contains("The warm-up avoided 29,408 misses")
        .doesNotContain("<script");
  }

  @Test
  void givesStatusAndMeters() throws IOException {
    open(null);

    assertThat(get("/status")).contains("\"state\":\"warm\"").contains("application/json");
    assertThat(get("/metrics")).contains("warmup_keys_total{").contains("version=0.0.4");
    assertThat(get("/nothing")).startsWith("HTTP/1.1 404");
  }

  @Test
  void runsAndStopsOnPostAlone() throws IOException {
    open(null);

    assertThat(get("/run")).startsWith("HTTP/1.1 405").contains("Allow: POST");
    assertThat(request("POST", "/run?strategy=Hot+Products&limit=5", host()))
        .startsWith("HTTP/1.1 202")
        .contains("{\"run\": 7}");
    assertThat(request("POST", "/stop", host())).contains("{\"stopped\": 1}");
    assertThat(request("POST", "/run?strategy=Nope", host()))
        .startsWith("HTTP/1.1 404")
        .contains("there are [HotProducts]");
    assertThat(shop.asked).containsExactly("run Hot Products 5", "stop");
  }

  @Test
  void isOpenToNoPageOfAnotherSite() throws IOException {
    open(null);

    assertThat(request("GET", "/status", "Host: rebound.example")).startsWith("HTTP/1.1 403");
    assertThat(request("POST", "/stop", host(), "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403");
    assertThat(request("POST", "/stop", host(), "Origin: null")).startsWith("HTTP/1.1 403");
    assertThat(request("POST", "/stop", host(), "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
    assertThat(shop.asked).isEmpty();

    assertThat(request("POST", "/stop", host(), "Origin: http://127.0.0.1:" + port()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void asksForItsTokenWhereThereIsOne() throws IOException {
    open(Files.writeString(folder.resolve("token"), "s3cret\n"));

    assertThat(get("/status")).startsWith("HTTP/1.1 401").contains("Www-authenticate: Basic");
    assertThat(request("GET", "/status", host(), "Authorization: Bearer wrong"))
        .startsWith("HTTP/1.1 401");
    assertThat(request("GET", "/status", host(), "Authorization: Bearer s3cret"))
        .startsWith("HTTP/1.1 200");
    assertThat(request("GET", "/status", host(), "Authorization: Basic eDpzM2NyZXQ="))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void listensToTheNetworkOnlyWithAToken() {
    assertThatThrownBy(() -> LivePage.open(config("0.0.0.0:0", null), controls))
        .hasMessageContaining("anybody on the network")
        .hasMessageContaining("report.token-file");
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    open(null);

    assertThatThrownBy(() -> LivePage.open(config("127.0.0.1:" + port(), null), controls))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1:" + port());
  }

  private void open(@Nullable Path token) throws IOException {
    controls.add(shop);
    page = LivePage.open(config("127.0.0.1:0", token), controls);
  }

  private ReportConfig config(String http, @Nullable Path token) {
    return new ReportConfig(folder, http, token, ReportConfig.KeyDisplay.TEMPLATE);
  }

  private int port() {
    return URI.create(page.url()).getPort();
  }

  private String host() {
    return "Host: 127.0.0.1:" + port();
  }

  private String get(String path) throws IOException {
    return request("GET", path, host());
  }

  /** By hand: the JDK's client sends no Host and no Origin of our choice. */
  private String request(String method, String path, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
