package com.acme.prices.plain;

import com.acme.prices.Prices;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Jetty 12. */
public final class JettyServer {

  private JettyServer() {}

  /** The argument is the port. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server(Integer.parseInt(arguments[0]));
    server.setHandler(new Quotes());
    server.start();
  }

  private static final class Quotes extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String product = Request.getPathInContext(request).substring("/prices/".length());
      Content.Sink.write(response, true, Prices.shared().quote(product), callback);
      return true;
    }
  }
}
