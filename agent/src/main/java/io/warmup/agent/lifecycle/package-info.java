/**
 * When an application can serve but does not yet, and what the agent knows of it then: readiness
 * points, the application as a framework shows it, the traffic gate.
 */
@NullMarked
package io.warmup.agent.lifecycle;

import org.jspecify.annotations.NullMarked;
