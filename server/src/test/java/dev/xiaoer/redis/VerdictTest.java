package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      TRYAGAIN Multiple keys request during rehashing of slot     | AGAIN
      LOADING Redis is loading the dataset in memory              | AGAIN
      MASTERDOWN Link with MASTER is down                         | AGAIN
      NOREPLICAS Not enough good replicas to write.               | AGAIN
      BUSY Redis is busy running a script.                        | AGAIN
      CLUSTERDOWN Hash slot not served                            | AGAIN_ELSEWHERE
      READONLY You can't write against a read only replica.       | AGAIN_ELSEWHERE
      MOVED 42 127.0.0.1:1                                        | AGAIN_ELSEWHERE
      NOSCRIPT No matching script. Please use EVAL.               | SEND_TEXT
      OOM command not allowed when used memory > 'maxmemory'.     | REFUSED
      MISCONF Errors writing to the AOF file: No space left       | REFUSED
      WRONGTYPE Operation against a key holding the wrong kind    | BUG
      ERR wrong number of arguments                               | BUG
      CROSSSLOT Keys in request don't hash to the same slot       | BUG
      """)
  void everyErrorOfRedisHasItsVerdict(String message, Verdict verdict) {
    assertThat(Verdict.of(new RedisCommandExecutionException(message))).isEqualTo(verdict);
  }

  @Test
  void anErrorThatRedis62HidesInItsOwnWordsIsFound() {
    String hidden = "ERR Error running script (call to f_1): @user_script:1: @user_script: 1: -OOM command not allowed";
    assertThat(Verdict.of(new RedisCommandExecutionException(hidden))).isEqualTo(Verdict.REFUSED);
    String bug = "ERR Error running script (call to f_1): @user_script:1: attempt to index a nil value";
    assertThat(Verdict.of(new RedisCommandExecutionException(bug))).isEqualTo(Verdict.BUG);
  }

  @Test
  void whatWasNotAnsweredIsUnknown() {
    assertThat(Verdict.of(new RedisCommandTimeoutException())).isEqualTo(Verdict.UNKNOWN);
    assertThat(Verdict.of(new CompletionException(new RedisException("Connection disconnected"))))
        .isEqualTo(Verdict.UNKNOWN);
  }
}
