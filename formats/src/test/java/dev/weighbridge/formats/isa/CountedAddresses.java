package dev.weighbridge.formats.isa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a cursor tells of the addresses that code counts from others. */
public final class CountedAddresses {
  private CountedAddresses() {}

  /** Of each instruction that counts one: "offset: address", the addresses hexadecimal. */
  public static List<String> of(InstructionCursor cursor, byte[] code, long start) {
    byte[] padded = Arrays.copyOf(code, code.length + InstructionCursor.SLACK);
    cursor.follow();
    cursor.start(padded, 0, code.length, start);
    List<String> told = new ArrayList<>();
    while (cursor.next()) {
      for (int index = 0; index < cursor.countedCount(); index++) {
        told.add(
            Integer.toHexString(cursor.position())
                + ": "
                + Long.toHexString(cursor.counted(index)));
      }
    }
    return told;
  }
}
