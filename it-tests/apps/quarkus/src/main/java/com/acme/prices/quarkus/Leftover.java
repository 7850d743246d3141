package com.acme.prices.quarkus;

import jakarta.enterprise.context.ApplicationScoped;

/** Nobody injects it: Quarkus removes it when the application is built. */
@ApplicationScoped
public class Leftover {}
