package dev.weighbridge.formats.upx;

import java.util.zip.DataFormatException;

/**
 * Undoes what UPX does to code before it packs it: targets of calls and jumps, which instructions
 * hold as distances, are made places, as those repeat. No byte moves.
 */
final class UpxFilter {
  private static final int CALL = 0xE8;
  private static final int JUMP = 0xE9;
  private static final int TWO_BYTE = 0x0F;
  private static final int PLACE = 5;

  private final byte[] code;
  private final int parameter;
  private final int base;

  private UpxFilter(byte[] code, int parameter, int base) {
    this.base = base;
    this.code = code;
    this.parameter = parameter;
  }

  /**
   * Undoes a filter in place.
   *
   * @param base what places in the code of x86 count from, besides its start
   * @throws DataFormatException if it is not known
   */
  static void undo(int filter, int parameter, int base, byte[] code) throws DataFormatException {
    UpxFilter undone = new UpxFilter(code, parameter, base);
    switch (filter) {
      case 0 -> {}
      case 0x11, 0x12, 0x13 -> undone.plain(filter != 0x12, filter != 0x11, false);
      case 0x14, 0x15, 0x16 -> undone.plain(filter != 0x15, filter != 0x14, true);
      case 0x24, 0x25, 0x26 -> undone.marked(filter != 0x25, filter != 0x24, false);
      case 0x46 -> undone.marked(true, true, false);
      case 0x49 -> undone.marked(true, true, true);
      case 0x50 -> undone.arm();
      case 0x52 -> undone.arm64();
      default -> throw new DataFormatException("filter " + filter + ", which is not known");
    }
  }

  private boolean isAt(int at, boolean ofCalls, boolean ofJumps) {
    int first = code[at] & 0xFF;
    return (ofCalls && first == CALL) || (ofJumps && first == JUMP);
  }

  /** All places are filtered. */
  private void plain(boolean ofCalls, boolean ofJumps, boolean isSwapped) {
    for (int at = 0; at < code.length - PLACE; at++) {
      if (isAt(at, ofCalls, ofJumps)) {
        int place = isSwapped ? Integer.reverseBytes(little(at + 1)) : little(at + 1);
        put(at + 1, place - at - 1 - base);
        at += 4;
      }
    }
  }

  /** Places are filtered that begin with a byte that nothing else begins with. */
  private void marked(boolean ofCalls, boolean ofJumps, boolean ofConditions) {
    int last = 0;
    for (int at = 0; at < code.length - PLACE; at++) {
      boolean isFound =
          isAt(at, ofCalls, ofJumps) || (ofConditions && at != last && isCondition(at));
      if (isFound && (code[at + 1] & 0xFF) == parameter) {
        int place = Integer.reverseBytes(little(at + 1));
        put(at + 1, place - at - 1 - base - (parameter << 24));
        at += 4;
        last = at + 1;
      }
    }
  }

  private boolean isCondition(int at) {
    return at > 0 && (code[at - 1] & 0xFF) == TWO_BYTE && (code[at] & 0xF0) == 0x80;
  }

  /** BL of any condition: 24 bits that count words. */
  private void arm() {
    for (int at = 0; at < code.length - 4; at += 4) {
      int word = little(at);
      if ((word & 0x0F00_0000) == 0x0B00_0000) {
        put(at, (word & 0xFF00_0000) | ((word - at / 4) & 0x00FF_FFFF));
      }
    }
  }

  /** B and BL: 26 bits that count words. */
  private void arm64() {
    for (int at = 0; at < code.length - 4; at += 4) {
      int word = little(at);
      if ((word & 0x7C00_0000) == 0x1400_0000) {
        put(at, (word & 0xFC00_0000) | ((word - at / 4) & 0x03FF_FFFF));
      }
    }
  }

  private int little(int at) {
    return (code[at] & 0xFF)
        | (code[at + 1] & 0xFF) << 8
        | (code[at + 2] & 0xFF) << 16
        | (code[at + 3] & 0xFF) << 24;
  }

  private void put(int at, int value) {
    code[at] = (byte) value;
    code[at + 1] = (byte) (value >>> 8);
    code[at + 2] = (byte) (value >>> 16);
    code[at + 3] = (byte) (value >>> 24);
  }
}
