package dev.weighbridge.crates;

import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.CrateRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The crates found so far, each with a row. They are looked up by their 64-bit identity, so that a
 * million names that mention them make no objects.
 */
final class CrateRows {
  private static final int FIRST_CAPACITY = 1 << 8;

  private final List<Crate> crates = new ArrayList<>();
  private long[] ids = new long[FIRST_CAPACITY];
  private int[] rows = new int[FIRST_CAPACITY];
  private int used;
  private long lastId;
  private int lastRow = -1;

  /** The row of a crate that a symbol's name mentions. */
  int of(CrateRange range) {
    long id = range.id();
    if (lastRow >= 0 && id == lastId) {
      return lastRow;
    }
    int row = find(id);
    lastRow = row >= 0 ? row : insert(id, range.toCrateName(), CrateOrigin.USER);
    lastId = id;
    return lastRow;
  }

  /** The row of a crate; its origin counts only if it is new. */
  int of(CrateName name, CrateOrigin origin) {
    int row = find(name.id());
    return row >= 0 ? row : insert(name.id(), name, origin);
  }

  private int find(long id) {
    int slot = slot(id);
    return rows[slot] - 1;
  }

  private int insert(long id, CrateName name, CrateOrigin origin) {
    if (2 * used >= ids.length) {
      grow();
    }
    crates.add(new Crate(name.name(), name.disambiguator(), origin));
    int slot = slot(id);
    ids[slot] = id;
    rows[slot] = crates.size();
    used++;
    return crates.size() - 1;
  }

  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) (id ^ (id >>> 32)) & mask;
    while (rows[slot] != 0 && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    int[] oldRows = rows;
    ids = new long[2 * oldIds.length];
    rows = new int[ids.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        rows[slot] = oldRows[i];
      }
    }
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
