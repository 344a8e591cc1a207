package dev.xiaoer.phrases;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One hash a desk, read as a whole: they are few, and a console asks once.
@Component
class RedisPhrases implements Phrases {

  private final HashOperations<String, String, String> hashes;
  private final JsonMapper json;
  private final PhraseSettings settings;

  RedisPhrases(StringRedisTemplate redis, JsonMapper json, PhraseSettings settings) {
    this.hashes = redis.opsForHash();
    this.json = json;
    this.settings = settings;
  }

  @Override
  public List<Phrase> ofDesk(String desk) {
    return hashes.values(PhraseKeys.phrases(desk)).stream()
        .map(this::read)
        .sorted(Comparator.comparing(Phrase::folder).thenComparing(Phrase::code).thenComparing(Phrase::text)
            .thenComparing(Phrase::id))
        .toList();
  }

  @Override
  public @Nullable Phrase find(String desk, String id) {
    String kept = hashes.get(PhraseKeys.phrases(desk), id);
    return kept == null ? null : read(kept);
  }

  @Override
  public Saved save(String desk, Phrase phrase) {
    List<Phrase> others = ofDesk(desk);
    if (others.stream().anyMatch(phrase::isMixedUpWith)) {
      return Saved.CODE_TAKEN;
    }
    if (others.size() >= settings.most() && others.stream().noneMatch(other -> other.id().equals(phrase.id()))) {
      return Saved.FULL;
    }
    hashes.put(PhraseKeys.phrases(desk), phrase.id(), json.writeValueAsString(phrase));
    return Saved.DONE;
  }

  @Override
  public boolean remove(String desk, String id) {
    return hashes.delete(PhraseKeys.phrases(desk), id) > 0;
  }

  private Phrase read(String kept) {
    return json.readValue(kept, Phrase.class);
  }
}
