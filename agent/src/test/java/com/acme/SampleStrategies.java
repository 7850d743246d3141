package com.acme;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.stream.Stream;

/** Strategies good and bad, to be packed into jars. */
public final class SampleStrategies {

  private SampleStrategies() {}

  /** Does all that a strategy has to. */
  public static class Good implements CacheWarmupStrategy<String, String> {
    @Override
    public Stream<String> getKeysToWarmup() {
      return Stream.of("a");
    }

    @Override
    public String loadData(String key) {
      return key;
    }

    @Override
    public String getCacheName() {
      return "goods";
    }
  }

  /** Another one of the same name. */
  public static class Namesake extends Good {
    @Override
    public String getName() {
      return "Good";
    }
  }

  /** Cannot be made. */
  public static class BrokenConstructor extends Good {
    public BrokenConstructor() {
      throw new IllegalStateException("no licence");
    }
  }

  /** Has no constructor that we could call. */
  public static class NeedsArgument extends Good {
    public NeedsArgument(String argument) {
      argument.length();
    }
  }

  /** Cannot be initialized. */
  public static class BrokenInitialize extends Good {
    @Override
    public void initialize(WarmupContext context) {
      context.bean(Runnable.class);
    }
  }

  /** Needs a class that is not there. */
  public static class MissingClass extends Good {
    static {
      missing();
    }

    private static void missing() {
      throw new NoClassDefFoundError("com/acme/Driver");
    }
  }

  /** Not a strategy. */
  public static class Impostor {}
}
