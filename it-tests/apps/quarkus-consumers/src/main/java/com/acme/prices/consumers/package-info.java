/** The prices without HTTP: from a queue, and by gRPC. */
package com.acme.prices.consumers;
