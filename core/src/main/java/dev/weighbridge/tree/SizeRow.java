package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a {@link SizeTree}: a label and what it weighs. A view; cheap to make, nothing is
 * computed until asked.
 */
public interface SizeRow {
  /** The label, for people. In brackets if it is not a symbol, crate or other name of the file. */
  String label();

  /** The version of the crate or library that the row stands for; empty if nothing tells it. */
  default String version() {
    return "";
  }

  /** The measures that were asked for; the first sorts. */
  List<Measure> measures();

  /**
   * What the row has of a measure.
   *
   * @param measure one that was asked for, or {@link Measures#FILE} or {@link Measures#MEMORY}
   * @throws IllegalArgumentException if it is another
   */
  long value(Measure measure);

  /**
   * What the row has of a measure in bytes of one kind, added up when asked for.
   *
   * @param measure one that was asked for, or {@link Measures#FILE} or {@link Measures#MEMORY}
   * @throws IllegalArgumentException if it is another
   */
  long value(Measure measure, Kind kind);

  /** Bytes in the file. */
  default long fileSize() {
    return value(Measures.FILE);
  }

  /** Bytes in memory at run time. */
  default long memorySize() {
    return value(Measures.MEMORY);
  }

  /** How many symbols and functions have bytes here. */
  int count();

  /** Bytes in the file of one kind. */
  default long fileSize(Kind kind) {
    return value(Measures.FILE, kind);
  }

  /** Bytes in the file whose basis is this one. */
  long fileSize(Basis basis);

  /** The least sure basis of its bytes. */
  Basis basis();

  /** The rows of the next level, largest first; empty at the last level. */
  List<SizeRow> rows();

  /** The symbol behind this row, if its level shows symbols and this row is one. */
  Optional<SymbolFacts> symbol();

  /**
   * What is known of the symbol behind a row.
   *
   * @param address its virtual address, or -1 if it has none
   * @param rawNames its raw name and then those of its aliases, each once; empty if it has none
   */
  record SymbolFacts(long address, List<String> rawNames) {
    /** Checks and copies. */
    public SymbolFacts {
      Objects.requireNonNull(rawNames, "rawNames");
      rawNames = List.copyOf(rawNames);
    }

    /** How many other names the same bytes have. */
    public int aliasCount() {
      return Math.max(0, rawNames.size() - 1);
    }
  }
}
