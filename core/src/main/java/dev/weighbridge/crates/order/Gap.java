package dev.weighbridge.crates.order;

import dev.weighbridge.formats.columns.IntColumn;
import java.util.function.IntConsumer;

/**
 * What waits between two of which something is told: it can be said to be of both only once the far
 * one is met, and only if both lie in one section.
 */
public final class Gap {
  /** Nothing is told of what is before the gap. */
  public static final int NOTHING = -1;

  private final IntColumn waiting = new IntColumn(0);
  private int section = NOTHING;
  private int before = NOTHING;

  /** Says in which section the next one lies; in a new one nothing is before it. */
  public void enter(int nextSection) {
    if (nextSection != section) {
      section = nextSection;
      close(NOTHING);
    }
  }

  /** Has one wait of which nothing is told. */
  public void await(int one) {
    waiting.add(one);
  }

  /** Whether none waits. */
  public boolean isEmpty() {
    return waiting.count() == 0;
  }

  /** What is told of the one before the gap, {@link #NOTHING} if there is none. */
  public int before() {
    return before;
  }

  /** Hands on all that waits, in its order. */
  public void fill(IntConsumer filler) {
    for (int i = 0; i < waiting.count(); i++) {
      filler.accept(waiting.get(i));
    }
  }

  /** Ends the gap; what is told here is before the next one. */
  public void close(int told) {
    waiting.clear();
    before = told;
  }
}
