package dev.weighbridge.cli.options;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.UnknownWordException;
import java.util.List;
import java.util.function.Supplier;

/** The words that options and parameters know; another is told with the one it is most like. */
public final class Words {
  private Words() {}

  /** What words of an option mean to the library. */
  public static <T> T parsed(String option, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (UnknownWordException e) {
      throw new UsageException(option, e);
    }
  }

  /** A word that must be one of some. */
  static String known(String what, String text, String... known) {
    List<String> words = List.of(known);
    if (words.contains(text)) {
      return text;
    }
    String expected = "one of " + String.join(", ", words);
    throw new UsageException(what, new UnknownWordException(expected, text, words));
  }

  /** The kind of bytes of this name. */
  static Kind kind(String name) {
    for (int i = 0; i < Kind.count(); i++) {
      if (Kind.of(i).key().equals(name)) {
        return Kind.of(i);
      }
    }
    throw new UsageException(
        Options.ONLY, "some of " + Options.kindNames(), Arguments.quoted(name));
  }
}
