/** The agent beside other agents and libraries, and under class loaders of every kind. */
package io.warmup.scenarios.surroundings;
