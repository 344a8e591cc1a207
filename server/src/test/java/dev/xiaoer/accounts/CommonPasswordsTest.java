package dev.xiaoer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

  private final CommonPasswords common = CommonPasswords.load();

  @ParameterizedTest
  @ValueSource(strings = {"password1234", "PassWord1234", "aaaaaaaaaaaaaaa", "abcabcabcabc", "abcdefghijklm",
    "1234567890123456", "qwertyuiopasdf", "woaini1314520", "lin-and-only-linxiaoer", "xiaoerxiaoerx"})
  void whatEverybodyTriesFirstIsRefused(String password) {
    assertThat(common.contains("linxiaoer", password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a quiet pot of oolong", "tea-for-everyone", "紫砂壶里泡着今年的春茶呀", "Kz8!dpQ2#vLm"})
  void whatNobodyTriesFirstIsTaken(String password) {
    assertThat(common.contains("linxiaoer", password)).isFalse();
  }

  @Test
  void aShortNameMayTurnUpInAPassword() {
    assertThat(common.contains("lin", "violins at midnight")).isFalse();
  }
}
