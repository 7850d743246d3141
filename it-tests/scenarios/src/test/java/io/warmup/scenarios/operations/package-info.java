/** What somebody sees who rolls the agent out, and changes their mind. */
package io.warmup.scenarios.operations;
