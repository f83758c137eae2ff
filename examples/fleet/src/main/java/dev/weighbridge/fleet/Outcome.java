package dev.weighbridge.fleet;

import dev.weighbridge.formats.bytes.ChangedFileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Set;

/**
 * What became of a file.
 *
 * @param name what it is called in the store
 * @param hash of its content; empty if it could not be read
 * @param size bytes of it
 * @param error why it could not be read or weighed, where that is no matter of its content; else
 *     empty
 */
public record Outcome(String name, String hash, long size, String error) implements Serializable {
  /** What stands behind the place in a sentence of this project. */
  private static final String EXPECTED = ": expected ";

  /** That of a file that could not be read or weighed. */
  public static Outcome failed(String name, String hash, long size, Throwable why) {
    return new Outcome(name, hash, size, sentence(why));
  }

  private static String sentence(Throwable why) {
    if (why instanceof OutOfMemoryError) {
      return "expected enough memory, found " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB";
    }
    if (why instanceof InternalError fault) {
      return sentence(ChangedFileException.of(fault));
    }
    if (why instanceof NoSuchFileException || why instanceof FileNotFoundException) {
      return "expected a file, found none";
    }
    if (why instanceof UncheckedIOException unchecked) {
      return sentence(Objects.requireNonNull(unchecked.getCause()));
    }
    if (why instanceof AccessDeniedException) {
      return "expected a readable file, found no permission to read it";
    }
    if (why instanceof IOException) {
      String message = Objects.requireNonNullElse(why.getMessage(), "");
      int at = message.indexOf(EXPECTED);
      // The file is named before it anyhow.
      return at >= 0
          ? message.substring(at + EXPECTED.indexOf('e'))
          : why.getClass().getSimpleName() + ": " + message;
    }
    // A fault of the library: the next version of it weighs the content again.
    return "internal error: " + why;
  }

  /**
   * The same, or that it was not weighed: it may have relied on a copy of it that could not be.
   *
   * @param whole the contents that are weighed
   */
  public Outcome checked(Set<String> whole) {
    if (!error.isEmpty() || whole.contains(hash)) {
      return this;
    }
    String why = "expected that a copy of it is weighed, found that it could not be";
    return new Outcome(name, hash, size, why);
  }
}
