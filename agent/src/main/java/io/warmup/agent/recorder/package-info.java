/**
 * What happens on the caches' get path while the observation window is open, and the fate of every
 * warmed key.
 */
@NullMarked
package io.warmup.agent.recorder;

import org.jspecify.annotations.NullMarked;
