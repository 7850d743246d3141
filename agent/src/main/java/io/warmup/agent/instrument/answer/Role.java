package io.warmup.agent.instrument.answer;

/** What a method does to the cache it is called on, with a key or keys as its first argument. */
enum Role {
  /** Looks a key up; null is a miss. */
  GET("(Ljava/lang/Object;"),
  /** Looks a set of keys up; what the map that it returns lacks is a miss. */
  GET_ALL("(Ljava/util/Set;"),
  /** Writes a key. */
  PUT("(Ljava/lang/Object;"),
  /** Removes a key. */
  REMOVE("(Ljava/lang/Object;"),
  /** Writes or removes what a map or a set has. */
  WRITE_ALL("(Ljava/util/"),
  /** Removes everything. */
  CLEAR("(");

  private final String begins;

  Role(String begins) {
    this.begins = begins;
  }

  boolean isGet() {
    return this == GET || this == GET_ALL;
  }

  /**
   * Whether a method can have this role.
   *
   * @param descriptor of the method
   * @param exact the overload is named; a get that is not takes nothing but its key, since one that
   *     takes more may end in it
   */
  boolean fits(String descriptor, boolean exact) {
    String result = descriptor.substring(descriptor.indexOf(')') + 1);
    return descriptor.startsWith(begins)
        && switch (this) {
          case GET ->
              result.equals("Ljava/lang/Object;") && (exact || descriptor.startsWith(begins + ")"));
          case GET_ALL ->
              result.equals("Ljava/util/Map;") && (exact || descriptor.startsWith(begins + ")"));
          case PUT, REMOVE, WRITE_ALL, CLEAR -> true;
        };
  }
}
