/**
 * JCache 1.1 behind the agent's ports, whoever provides it: a cache is known by the name its
 * manager has it under, gets count at JCache's own methods and nowhere below, and what is put is
 * put if absent.
 */
@NullMarked
package io.warmup.agent.integration.jcache;

import org.jspecify.annotations.NullMarked;
