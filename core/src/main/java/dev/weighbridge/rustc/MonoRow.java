package dev.weighbridge.rustc;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Items that are counted as one.
 *
 * @param label their name for people
 * @param items how many there are, each of other type arguments
 * @param copies how often a codegen unit holds one of them: so often they are compiled
 * @param units the names of these units
 * @param crates the crates that asked for them; none where names of units do not tell
 * @param symbols how many symbols of the program are theirs; 0 if none is of the same path, or
 *     there is no program
 * @param codeSize bytes of their code in the program
 * @param fileSize bytes of the program that would go with them: code, unwind entries, names ...
 */
public record MonoRow(
    String label,
    int items,
    long copies,
    SortedSet<String> units,
    SortedSet<String> crates,
    int symbols,
    long codeSize,
    long fileSize) {
  /** Copies the sets. */
  public MonoRow {
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(crates, "crates");
    Objects.requireNonNull(label, "label");
    units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    crates = Collections.unmodifiableSortedSet(new TreeSet<>(crates));
  }

  /** Rows as one. */
  static MonoRow sum(String label, Iterable<MonoRow> rows) {
    int items = 0;
    long copies = 0;
    SortedSet<String> units = new TreeSet<>();
    SortedSet<String> crates = new TreeSet<>();
    int symbols = 0;
    long codeSize = 0;
    long fileSize = 0;
    for (MonoRow row : rows) {
      items += row.items;
      copies += row.copies;
      units.addAll(row.units);
      crates.addAll(row.crates);
      symbols += row.symbols;
      codeSize += row.codeSize;
      fileSize += row.fileSize;
    }
    return new MonoRow(label, items, copies, units, crates, symbols, codeSize, fileSize);
  }
}
