@NullMarked
package io.warmup.agent.warmer;

import org.jspecify.annotations.NullMarked;
