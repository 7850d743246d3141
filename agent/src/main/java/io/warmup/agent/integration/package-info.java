/** Typed adapters, a package for each framework or library; loaded once for each application. */
@NullMarked
package io.warmup.agent.integration;

import org.jspecify.annotations.NullMarked;
