package dev.weighbridge.crates;

import dev.weighbridge.demangle.CrateRange;
import dev.weighbridge.demangle.StandardCrates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The crates found so far, each with a row. Crates that symbol names mention are found by their
 * 64-bit identity, so that a million names make no objects.
 */
final class CrateRows {
  private static final int FIRST_CAPACITY = 1 << 8;

  private final List<Crate> crates = new ArrayList<>();
  private long[] ids = new long[FIRST_CAPACITY];
  private int[] rows = new int[FIRST_CAPACITY];
  private int used;

  /** The row of a crate that a name mentions. */
  int of(CrateRange range) {
    long id = range.id();
    int slot = slot(id);
    if (rows[slot] == 0) {
      if (2 * used >= ids.length) {
        grow();
        slot = slot(id);
      }
      ids[slot] = id;
      rows[slot] = add(range.toString(), range.disambiguator(), origin(range)) + 1;
      used++;
    }
    return rows[slot] - 1;
  }

  private static CrateOrigin origin(CrateRange range) {
    byte[] name = range.toString().getBytes(StandardCharsets.UTF_8);
    boolean isStandard =
        StandardCrates.BY_NAME.isStandard(name, 0, name.length, range.disambiguator());
    return isStandard ? CrateOrigin.STANDARD : CrateOrigin.USER;
  }

  /** Adds a crate and returns its row. */
  int add(String name, long disambiguator, CrateOrigin origin) {
    crates.add(new Crate(name, disambiguator, origin));
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

  List<Crate> list() {
    return List.copyOf(crates);
  }
}
