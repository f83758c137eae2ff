package dev.weighbridge.generics;

import java.util.Arrays;

/** A set of numbers, none of which is 0, in one array. */
final class LongHashSet {
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] slots = new long[FIRST_CAPACITY];
  private int count;

  /** Forgets all numbers, and most of the room if it was much. */
  void clear() {
    if (count == 0) {
      return;
    }
    int capacity = slots.length;
    while (capacity > FIRST_CAPACITY && capacity > 8L * count) {
      capacity /= 2;
    }
    if (capacity < slots.length) {
      slots = new long[capacity];
    } else {
      Arrays.fill(slots, 0);
    }
    count = 0;
  }

  /** Adds a number; 0 counts as 1, which is as good for a hash. */
  void add(long number) {
    if (2 * count >= slots.length) {
      grow();
    }
    long value = number == 0 ? 1 : number;
    int slot = slot(value);
    if (slots[slot] == 0) {
      slots[slot] = value;
      count++;
    }
  }

  boolean contains(long number) {
    return slots[slot(number == 0 ? 1 : number)] != 0;
  }

  void addAll(LongHashSet others) {
    for (long value : others.slots) {
      if (value != 0) {
        add(value);
      }
    }
  }

  /** Where a number stands, or may be put. */
  private int slot(long value) {
    int mask = slots.length - 1;
    int slot = (int) (value ^ value >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[2 * before.length];
    for (long value : before) {
      if (value != 0) {
        slots[slot(value)] = value;
      }
    }
  }
}
