package com.acme.prices.osgi;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts an OSGi framework with one bundle. */
public final class BundleLauncher {

  private BundleLauncher() {}

  /** The arguments are the bundle, the port, and a folder for the framework's own. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings =
        Map.of("com.acme.port", arguments[1], "org.osgi.framework.storage", arguments[2]);
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    framework.getBundleContext().installBundle(Path.of(arguments[0]).toUri().toString()).start();
    framework.waitForStop(0);
  }
}
