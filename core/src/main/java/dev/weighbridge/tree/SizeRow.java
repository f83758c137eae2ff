package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import java.util.List;
import java.util.Optional;

/**
 * One row of a {@link SizeTree}: a label and what it weighs. A view; cheap to make, nothing is
 * computed until asked.
 */
public interface SizeRow {
  /** The label, for people. In brackets if it is not a symbol, crate or other name of the file. */
  String label();

  /** Bytes in the file. */
  long fileSize();

  /** Bytes in memory at run time. */
  long memorySize();

  /** How many symbols and functions have bytes here. */
  int count();

  /** Bytes in the file of one kind. */
  long fileSize(Kind kind);

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
      rawNames = List.copyOf(rawNames);
    }

    /** How many other names the same bytes have. */
    public int aliasCount() {
      return Math.max(0, rawNames.size() - 1);
    }
  }
}
