package dev.weighbridge.formats.columns;

/** Numbers 64-bit identities from 0 in the order in which they are first seen, without boxes. */
public final class DenseIds {
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] ids = new long[FIRST_CAPACITY];

  /** The number of the identity in a slot, plus one; 0 where a slot is empty. */
  private int[] rows = new int[FIRST_CAPACITY];

  private int count;

  /** None seen yet. */
  public DenseIds() {}

  /** The number of an identity, a new one if it was not seen yet. */
  public int add(long id) {
    int slot = slot(id);
    if (rows[slot] != 0) {
      return rows[slot] - 1;
    }
    ids[slot] = id;
    rows[slot] = ++count;
    if (2 * count > ids.length) {
      grow();
    }
    return count - 1;
  }

  /** Whether an identity was seen. */
  public boolean contains(long id) {
    return rows[slot(id)] != 0;
  }

  /** How many were seen. */
  public int count() {
    return count;
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
    ids = new long[Math.multiplyExact(2, oldIds.length)];
    rows = new int[ids.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        rows[slot] = oldRows[i];
      }
    }
  }
}
