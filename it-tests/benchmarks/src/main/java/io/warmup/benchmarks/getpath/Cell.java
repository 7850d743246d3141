package io.warmup.benchmarks.getpath;

/**
 * What a row of the table measures.
 *
 * @param kind of threads: platform or virtual
 * @param method of the benchmark
 * @param entries in the cache
 * @param hits per cent
 * @param threads how many
 */
public record Cell(String kind, String method, String entries, String hits, String threads) {}
