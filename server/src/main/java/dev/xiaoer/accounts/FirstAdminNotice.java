package dev.xiaoer.accounts;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Prints the token to the console and not to the log: logs are collected and kept.
@Component
@Order(100)
class FirstAdminNotice implements ApplicationRunner {

  private final FirstAdmin first;
  private final PrintStream console;

  FirstAdminNotice(FirstAdmin first, PrintStream console) {
    this.first = first;
    this.console = console;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String token = first.nextToken();
    if (token != null) {
      console.printf("""

          There is no account yet. Make the first administrator within a day, with this token (it works once):

              %s

          Open /console/, or POST /api/v1/setup
          {"token": "…", "desk": "main", "name": "…", "displayName": "…", "password": "…"}

          """, token);
    }
  }
}
