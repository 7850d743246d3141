package io.warmup.agent.integration.redis;

import io.warmup.agent.lifecycle.Beans;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3: the application's own mapper, else one with the modules on its class path. */
final class Jackson3Writer {

  private Jackson3Writer() {}

  static ValueWriter of(Beans beans) {
    ObjectMapper mapper =
        beans
            .find(ObjectMapper.class)
            .orElseGet(() -> JsonMapper.builder().findAndAddModules().build());
    return mapper::writeValueAsBytes;
  }
}
