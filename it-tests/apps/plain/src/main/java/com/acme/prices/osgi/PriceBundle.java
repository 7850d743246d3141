package com.acme.prices.osgi;

import com.acme.prices.plain.JdkServer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Serves while its bundle is active. */
public final class PriceBundle implements BundleActivator {

  /** For the framework. */
  public PriceBundle() {}

  @Override
  public void start(BundleContext context) throws Exception {
    JdkServer.main(new String[] {context.getProperty("com.acme.port")});
  }

  @Override
  public void stop(BundleContext context) {}
}
