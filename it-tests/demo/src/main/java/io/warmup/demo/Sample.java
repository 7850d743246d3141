package io.warmup.demo;

/**
 * How far things were at one moment of the traffic.
 *
 * @param seconds since the traffic began
 * @param answered requests answered so far
 * @param queries database queries made for visitors so far
 */
record Sample(double seconds, int answered, long queries) {

  static final Sample START = new Sample(0, 0, 0);

  /** Share of the requests answered since an earlier moment that needed no query, 0..1. */
  double fromMemorySince(Sample earlier) {
    int requests = answered - earlier.answered;
    long needed = queries - earlier.queries;
    return requests == 0 ? Double.NaN : Math.max(0, 1 - (double) needed / requests);
  }
}
