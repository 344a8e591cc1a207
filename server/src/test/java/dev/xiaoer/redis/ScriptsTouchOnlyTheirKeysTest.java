package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// On a cluster a script may touch only keys it was given, and all of them of one slot. So each key in a script is an
/// element of KEYS, by itself, by the name it was given, or with something appended behind its tag. A key that is spelled
/// in a script, or made of anything else, is found here.
class ScriptsTouchOnlyTheirKeysTest {
  private static final Path SCRIPTS = Path.of("src/main/resources");

  @Test
  void everyScriptOfTheProject() {
    List<Path> scripts = scripts();
    assertThat(scripts).isNotEmpty();
    Map<String, String> texts = new TreeMap<>();
    scripts.forEach(script -> texts.put(SCRIPTS.relativize(script).toString(), read(script)));
    assertThat(new LuaKeys(texts).strayKeys()).isEmpty();
  }

  @Test
  void aSpelledKeyIsFound() {
    assertThat(stray("redis.call('GET', 'desk')")).containsExactly("x.lua: 'desk'");
    assertThat(stray("redis.call('GET', \"desk\")")).hasSize(1);
  }

  @Test
  void aComputedKeyIsFound() {
    assertThat(stray("local key = '{c:' .. ARGV[1] .. '}'\nredis.call('GET', key)")).containsExactly("x.lua: key");
    assertThat(stray("redis.pcall('SET', ARGV[1], 1)")).containsExactly("x.lua: ARGV[1]");
  }

  @Test
  void aKeyThatIsNotTheFirstWordIsFound() {
    assertThat(stray("redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'STREAMS', KEYS[1], '>')")).isEmpty();
    assertThat(stray("redis.call('RENAME', KEYS[1], 'other')")).containsExactly("x.lua: 'other'");
    assertThat(stray("redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[2], other)")).hasSize(1);
  }

  @Test
  void keysThatWereGivenAreNot() {
    assertThat(stray("""
        local queue = KEYS[1] -- [zset] redis.call('GET', 'in a comment')
        local all, seats = ARGV[1], KEYS[2]
        redis.call('ZADD', queue, 1, 'member')
        redis.call('ZADD', seats, 1, all)
        redis.call('TIME')
        for i = 2, #KEYS do redis.call('DEL', KEYS[i]) end
        local function add(key) redis.call('SADD', key, 'x') end
        add(KEYS[1])
        """)).isEmpty();
  }

  @Test
  void whatIsAppendedToAKeyStaysInItsSlot() {
    assertThat(stray("local desk = KEYS[1]\nlocal queue = desk .. ':queue:' .. ARGV[1]\nredis.call('ZCARD', queue)"))
        .isEmpty();
    assertThat(stray("redis.call('GET', ARGV[1] .. KEYS[1])")).hasSize(1);
  }

  @Test
  void aFunctionsKeyIsFollowedToItsCallsInOtherScripts() {
    String add = "local function add(key) redis.call('SADD', key, 'x') end";
    assertThat(new LuaKeys(Map.of("add.lua", add, "good.lua", "add(KEYS[2])")).strayKeys()).isEmpty();
    assertThat(new LuaKeys(Map.of("add.lua", add, "bad.lua", "add(ARGV[2])")).strayKeys())
        .containsExactly("add.lua: key");
  }

  @Test
  void aFunctionsKeyIsFollowedToItsCalls() {
    assertThat(stray("local function add(key) redis.call('SADD', key, 'x') end\nadd('spelled')"))
        .containsExactly("x.lua: key");
  }

  private static List<String> stray(String text) {
    return new LuaKeys(Map.of("x.lua", text)).strayKeys();
  }

  private static List<Path> scripts() {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".lua")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whoLeavesAKeyOutNamesNone() {
    assertThat(stray("""
        local function read(key, other) redis.call('GET', key) if other then redis.call('GET', other) end end
        read(KEYS[1], nil)
        read(KEYS[1], KEYS[2])
        """)).isEmpty();
    assertThat(stray("""
        local function read(key) redis.call('GET', key) end
        read(nil)
        """)).containsExactly("x.lua: key");
  }
}
