package dev.weighbridge.report;

import dev.weighbridge.demangle.Hashes;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;

/**
 * Symbol names to be made readable, one after the other.
 *
 * @param source where they come from; read once
 * @param hashes whether hashes and crate disambiguators are shown
 */
public record NameReport(Source source, Hashes hashes) {
  /** Gives names until there are no more. */
  public interface Source {
    /**
     * The next name, or {@code null} at the end.
     *
     * @throws IOException if reading fails
     */
    String next() throws IOException;

    /** The names of a list. */
    static Source of(Iterable<String> names) {
      Iterator<String> iterator = names.iterator();
      return () -> iterator.hasNext() ? iterator.next() : null;
    }
  }

  /** Checks that nothing is missing. */
  public NameReport {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(hashes, "hashes");
  }
}
