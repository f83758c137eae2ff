package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that a test writes: compared, or with {@code -Dgolden.update=true} rewritten.
 */
final class Golden {
  private static final Path DOCS = Path.of("..", "docs");

  private Golden() {}

  /** Compares the text between two marks of a page. */
  static void part(String page, String mark, String expected) {
    Path file = DOCS.resolve(page);
    String begin = "<!-- " + mark + " -->\n";
    String end = "<!-- end of " + mark + " -->\n";
    try {
      String text = Files.readString(file);
      int from = text.indexOf(begin) + begin.length();
      int to = text.indexOf(end);
      assertThat(to).as(page + " has the marks of " + mark).isGreaterThanOrEqualTo(from);
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
      } else {
        assertThat(text.substring(from, to)).isEqualTo(expected);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
