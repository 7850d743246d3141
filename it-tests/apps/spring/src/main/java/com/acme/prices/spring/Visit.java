package com.acme.prices.spring;

import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** Lives as long as a request. By the scope's name: not every application here has servlets. */
@Component
@Scope(scopeName = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
public class Visit {

  @Override
  public String toString() {
    return "a visit";
  }
}
