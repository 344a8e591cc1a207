package dev.xiaoer.attachments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a file is called on screen and when it is saved; never a path of ours.
///
/// @param base without the extension and its dot
/// @param extension lower case, empty if there is none
record DisplayName(String base, String extension) {

  private static final int LONGEST = 100;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  /// Windows opens these as devices, whatever their extension.
  private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?",
      Pattern.CASE_INSENSITIVE);

  static DisplayName of(@Nullable String declared) {
    String name = declared == null ? "" : declared.replace('\\', '/');
    name = clean(name.substring(name.lastIndexOf('/') + 1));
    int dot = name.lastIndexOf('.');
    String base = trimStart(trimEnd(dot < 0 ? name : name.substring(0, dot)));
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (base.isEmpty()) {
      base = "file";
    } else if (DEVICE.matcher(base).matches()) {
      base = "_" + base;
    }
    return new DisplayName(shorten(base), extension);
  }

  /// The name once the file has become this kind: a WebP is kept as another kind of picture.
  String as(FileKind kind) {
    return base + "." + (kind.hasExtension(extension) ? extension : kind.extension());
  }

  private static String clean(String name) {
    var clean = new StringBuilder(name.length());
    name.codePoints().forEach(c -> {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        clean.append(' ');
      } else if ("\"*:;<>?|".indexOf(c) >= 0) {
        clean.append('_');
      } else if (isVisible(c)) {
        clean.appendCodePoint(c);
      }
    });
    return trimEnd(Normalizer.normalize(clean, Normalizer.Form.NFC));
  }

  /// Controls and direction overrides make a name look like another one. The joiner holds emoji together.
  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }

  /// Windows drops dots and blanks at the end, so that `a.html.` is an HTML file.
  private static String trimEnd(String name) {
    int end = name.length();
    while (end > 0 && isDotOrBlank(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  /// A dot in front hides a file elsewhere.
  private static String trimStart(String name) {
    int start = 0;
    while (start < name.length() && isDotOrBlank(name.charAt(start))) {
      start++;
    }
    return name.substring(start);
  }

  private static boolean isDotOrBlank(char c) {
    return c == '.' || c == ' ';
  }

  private static String shorten(String base) {
    return base.codePointCount(0, base.length()) <= LONGEST
        ? base
        : base.substring(0, base.offsetByCodePoints(0, LONGEST));
  }
}
