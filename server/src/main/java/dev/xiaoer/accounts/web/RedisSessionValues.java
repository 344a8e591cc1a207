package dev.xiaoer.accounts.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sessions hold texts and numbers, kept as JSON. Reading them makes no object of any class that Redis' contents could
/// choose. Spring Session asks for the bean by this name.
@Component("springSessionDefaultRedisSerializer")
class RedisSessionValues implements RedisSerializer<Object> {

  private final JsonMapper json;

  RedisSessionValues(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte[] serialize(@Nullable Object value) {
    return switch (value) {
      case null -> new byte[0];
      case String _, Long _, Integer _ -> json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
      default -> throw new SerializationException("a session holds texts and numbers, no " + value.getClass());
    };
  }

  @Override
  public @Nullable Object deserialize(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      return null;
    }
    try {
      return json.readValue(new String(bytes, StandardCharsets.UTF_8), Object.class);
    } catch (JacksonException e) {
      throw new SerializationException("a session in Redis cannot be read", e);
    }
  }
}
