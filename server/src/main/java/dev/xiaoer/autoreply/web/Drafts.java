package dev.xiaoer.autoreply.web;

import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/// Reads packs that somebody has just written.
@Component
final class Drafts {

  RulePack read(String yaml) throws InvalidPackException {
    try {
      return RulePacks.read(new StringReader(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
