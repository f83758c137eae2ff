package dev.weighbridge.formats.problems;

import dev.weighbridge.formats.work.Work;

/**
 * How many bytes may be held at once: a number that is always enough, or a share of the heap where
 * that is less.
 *
 * @param bytes how many
 * @param isOfHeap whether a larger heap would allow more
 */
public record HeapShare(long bytes, boolean isOfHeap) {
  /**
   * A share of the heap that this virtual machine may have, or of the memory that the current work
   * may have if that is less.
   *
   * @param most bytes that are not exceeded however large it is
   * @param parts of how many equal parts it is one
   */
  public static HeapShare of(long most, int parts) {
    long share = Work.current().memoryLimit() / parts;
    return new HeapShare(Math.min(most, share), share < most);
  }

  /**
   * What to put behind the number of bytes in an error: how to get more; empty if nothing helps.
   */
  public String why() {
    long heap = Work.current().memoryLimit() >> 20;
    return isOfHeap ? " in a heap of " + heap + " MiB (java -Xmx)" : "";
  }
}
