/** The live page: the report while it comes about, status, meters, run and stop, over HTTP. */
@NullMarked
package io.warmup.agent.live;

import org.jspecify.annotations.NullMarked;
