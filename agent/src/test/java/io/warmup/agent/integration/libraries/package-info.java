/** Tests on several versions of a library in one process. */
package io.warmup.agent.integration.libraries;
