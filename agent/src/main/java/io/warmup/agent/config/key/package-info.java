/**
 * The table of keys: each declared once, with its type, default and one sentence; reading, hints,
 * the README's reference and the JSON Schema all come from it.
 */
@NullMarked
package io.warmup.agent.config.key;

import org.jspecify.annotations.NullMarked;
