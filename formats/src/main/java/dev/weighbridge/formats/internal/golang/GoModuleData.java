package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * What the runtime knows of the program: it begins with pointers to the {@code pclntab} and to its
 * names, and its 23rd word is where the code begins. runtime/symtab.go, {@code moduledata}.
 */
public final class GoModuleData {
  /** Words in front of the one that says where the code begins. */
  public static final int TEXT = 22;

  private GoModuleData() {}

  /**
   * Where the code begins, by the first module data in a range.
   *
   * @param table address of the table
   * @param names address of its names
   * @return -1 if there is none
   */
  public static long text(Bytes bytes, long start, long end, int pointer, long table, long names) {
    long last = Math.min(end, bytes.length()) - (TEXT + 1L) * pointer;
    for (long at = start; at >= 0 && at <= last; at += pointer) {
      if (word(bytes, at, pointer) == table && word(bytes, at + pointer, pointer) == names) {
        return word(bytes, at + (long) TEXT * pointer, pointer);
      }
    }
    return -1;
  }

  private static long word(Bytes bytes, long at, int size) {
    return size == 4 ? bytes.u32(at) : bytes.i64(at);
  }
}
