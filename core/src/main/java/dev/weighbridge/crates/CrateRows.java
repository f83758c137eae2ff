package dev.weighbridge.crates;

import dev.weighbridge.crates.names.PathName;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.CrateRange;
import dev.weighbridge.formats.columns.DenseIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The crates found so far, each with a row. They are looked up by their 64-bit identity, so that a
 * million names that mention them make no objects.
 */
final class CrateRows {
  private final List<Crate> crates = new ArrayList<>();
  private final Map<String, Integer> rowsByName = new HashMap<>();
  private final DenseIds ids = new DenseIds();
  private long lastId;
  private int lastRow = -1;

  /** The row of a crate that a symbol's name mentions. */
  int of(CrateRange range) {
    long id = range.id();
    if (lastRow < 0 || id != lastId) {
      lastRow = ids.add(id);
      lastId = id;
      if (lastRow == crates.size()) {
        add(range.toCrateName(), CrateOrigin.USER);
      }
    }
    return lastRow;
  }

  /** The row of the crate that has an identity; -1 if none was found yet. */
  int find(long id) {
    if (lastRow >= 0 && id == lastId) {
      return lastRow;
    }
    return ids.contains(id) ? ids.add(id) : -1;
  }

  /** The row of a crate; its origin counts only if it is new. */
  int of(CrateName name, CrateOrigin origin) {
    int row = ids.add(name.id());
    if (row == crates.size()) {
      add(name, origin);
    }
    return row;
  }

  /**
   * The row of a crate of which only the name is known; any that has the name will do.
   *
   * @param guess a row to look at first, or -1
   */
  int named(String name, int guess) {
    if (guess >= 0 && crates.get(guess).name().equals(name)) {
      return guess;
    }
    int row = find(name);
    if (row >= 0) {
      return row;
    }
    CrateOrigin origin = PathName.isStandard(name) ? CrateOrigin.STANDARD : CrateOrigin.USER;
    return of(new CrateName(name, 0), origin);
  }

  /** The first crate of a name; -1 if there is none. */
  int find(String name) {
    return rowsByName.getOrDefault(name, -1);
  }

  private void add(CrateName name, CrateOrigin origin) {
    rowsByName.putIfAbsent(name.name(), crates.size());
    crates.add(new Crate(name.name(), name.disambiguator(), origin));
  }

  int count() {
    return crates.size();
  }

  Crate crate(int row) {
    return crates.get(row);
  }

  /** Says anew where a crate comes from. */
  void origin(int row, CrateOrigin origin) {
    Crate crate = crates.get(row);
    crates.set(row, new Crate(crate.name(), crate.disambiguator(), origin));
  }
}
