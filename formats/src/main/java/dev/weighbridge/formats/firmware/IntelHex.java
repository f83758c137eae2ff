package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.List;

/**
 * Reads Intel HEX: {@code :llaaaatt..cc}, of which all bytes sum to 0. Types: 00 data, 01 end, 02
 * and 04 the upper half of addresses, 03 and 05 where it starts.
 */
final class IntelHex {
  private static final int DATA = 0;
  private static final int END = 1;
  private static final int SEGMENT_BASE = 2;
  private static final int LINEAR_BASE = 4;

  private final String name;
  private final List<String> lines;
  private long base;

  IntelHex(String name, String text) {
    this.name = name;
    lines = text.lines().toList();
  }

  FirmwareImage read(long fileSize) {
    FirmwareImage.Builder image = new FirmwareImage.Builder(name);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      HexRecord row = record(i + 1, line);
      int type = row.at(3);
      if (type == END) {
        HexRecord.refuseAfter(name, lines, i + 1);
        return image.build(FirmwareFormat.INTEL_HEX, fileSize);
      }
      if (type == DATA) {
        byte[] data = row.data(4, row.count() - 1);
        image.add(base + row.number(1, 2), Bytes.of(data));
      } else if ((type == SEGMENT_BASE || type == LINEAR_BASE) && row.at(0) == 2) {
        base = row.number(4, 2) << (type == LINEAR_BASE ? 16 : 4);
      } else if (type > 5) {
        throw row.wrong("a record of type 00 to 05", "one of type " + type);
      }
    }
    throw new MalformedBinaryException(
        name, -1, "a record of type 01 at the end of Intel HEX", "the end without it");
  }

  private HexRecord record(int number, String line) {
    if (line.charAt(0) != ':') {
      throw new MalformedBinaryException(
          name + ": line " + number, -1, "a record with a ':' before it", "'" + line + "'");
    }
    HexRecord row = new HexRecord(name, number, line, 1);
    if (row.count() < 5) {
      throw row.wrong("a record of 5 bytes or more", HexRecord.bytes(row.count()));
    }
    if (row.at(0) != row.count() - 5) {
      String found = HexRecord.bytes(row.count() - 5);
      throw row.wrong("a record with " + HexRecord.bytes(row.at(0)) + " of data", found);
    }
    if (row.sum() != 0) {
      throw row.wrong("bytes that sum to 0", "0x" + Integer.toHexString(row.sum()));
    }
    return row;
  }
}
