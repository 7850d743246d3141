package io.warmup.demo;

/**
 * What the user may vary.
 *
 * @param perSecond requests a second
 * @param seconds of traffic at each shop
 * @param control no agent on either side: what differs then is noise
 */
record Options(int perSecond, int seconds, boolean control) {

  static final String HELP =
      """
      java -jar it-tests/demo/target/demo.jar [--rate=N] [--seconds=N] [--control]
        --rate=N      requests a second at each shop (default 300)
        --seconds=N   of traffic at each shop (default 20)
        --control     no agent on either side: how much two runs differ by chance""";

  static Options parse(String... args) throws DemoException {
    Options options = new Options(300, 20, false);
    for (String arg : args) {
      if (arg.startsWith("--rate=")) {
        options = new Options(positive(arg), options.seconds, options.control);
      } else if (arg.startsWith("--seconds=")) {
        options = new Options(options.perSecond, positive(arg), options.control);
      } else if (arg.equals("--control")) {
        options = new Options(options.perSecond, options.seconds, true);
      } else {
        throw new DemoException("unknown option " + arg + ". Usage:\n" + HELP);
      }
    }
    return options;
  }

  private static int positive(String arg) throws DemoException {
    String value = arg.substring(arg.indexOf('=') + 1);
    if (!value.matches("[1-9]\\d{0,3}")) {
      throw new DemoException(arg + ": not a whole number from 1 to 9999. Usage:\n" + HELP);
    }
    return Integer.parseInt(value);
  }
}
