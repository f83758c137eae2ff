package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads UF2: blocks of 512 bytes, little-endian. Two magic numbers, flags, address, length, number,
 * how many, family; 476 bytes of which the first are data; a third magic number.
 */
final class Uf2 {
  private static final int BLOCK = 512;
  private static final int DATA = 32;
  private static final int MAX_DATA = 476;
  private static final int MAGIC = 0x0A324655;
  private static final int SECOND_MAGIC = 0x9E5D5157;
  private static final int LAST_MAGIC = 0x0AB16F30;

  /** The block is not for the main flash. */
  private static final int NOT_MAIN_FLASH = 1;

  /** A family is named where the size of the file would stand else. */
  private static final int HAS_FAMILY = 0x2000;

  /**
   * Of the block that RP2350 is given before others, which says that there are two (RP2350-E10).
   */
  private static final int ABSOLUTE = 0xE48B_FF57;

  private final String name;
  private final Bytes file;

  /** How many blocks of each family are still to come. */
  private final Map<Integer, Long> missing = new LinkedHashMap<>();

  Uf2(String name, Bytes file) {
    this.name = name;
    this.file = file.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean recognises(Bytes bytes) {
    Bytes file = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    return file.length() >= 8 && file.i32(0) == MAGIC && file.i32(4) == SECOND_MAGIC;
  }

  FirmwareImage read() {
    FirmwareImage.Builder image = new FirmwareImage.Builder(name);
    if (file.length() % BLOCK != 0) {
      String found =
          file.length() / BLOCK + " of them and " + HexRecord.bytes((int) (file.length() % BLOCK));
      throw new MalformedBinaryException(name, -1, "UF2 blocks of 512 bytes", found);
    }
    for (long at = 0; at < file.length(); at += BLOCK) {
      boolean isBlock =
          file.i32(at) == MAGIC
              && file.i32(at + 4) == SECOND_MAGIC
              && file.i32(at + BLOCK - 4) == LAST_MAGIC;
      long length = file.i32(at + 16) & 0xFFFF_FFFFL;
      if (!isBlock || length > MAX_DATA) {
        String found = isBlock ? length + " bytes of data" : "other magic numbers";
        throw new MalformedBinaryException(name, at, "a UF2 block", found);
      }
      count(at);
      if ((file.i32(at + 8) & NOT_MAIN_FLASH) == 0) {
        long address = file.i32(at + 12) & 0xFFFF_FFFFL;
        image.add(address, file.slice(at + DATA, at + DATA + length));
      }
    }
    missing.values().stream().filter(blocks -> blocks > 0).findFirst().ifPresent(this::refuse);
    return image.build(FirmwareFormat.UF2, file.length());
  }

  /** A file may hold images of several families, each of which counts its own blocks. */
  private void count(long at) {
    boolean hasFamily = (file.i32(at + 8) & HAS_FAMILY) != 0;
    int family = hasFamily ? file.i32(at + 28) : 0;
    if (!hasFamily || family != ABSOLUTE) {
      long blocks = file.i32(at + 24) & 0xFFFF_FFFFL;
      missing.put(family, missing.getOrDefault(family, blocks) - 1);
    }
  }

  private void refuse(long blocks) {
    String found = "a file that lacks " + blocks;
    throw new MalformedBinaryException(name, -1, "all UF2 blocks that each one counts", found);
  }
}
