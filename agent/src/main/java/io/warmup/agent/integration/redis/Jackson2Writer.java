package io.warmup.agent.integration.redis;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmup.agent.lifecycle.Beans;

/** Jackson 2: the application's own mapper, else one with the modules on its class path. */
final class Jackson2Writer {

  private Jackson2Writer() {}

  static ValueWriter of(Beans beans) {
    ObjectMapper mapper =
        beans.find(ObjectMapper.class).orElseGet(() -> new ObjectMapper().findAndRegisterModules());
    return mapper::writeValueAsBytes;
  }
}
