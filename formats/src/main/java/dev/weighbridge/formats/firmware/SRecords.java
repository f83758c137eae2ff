package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.List;

/**
 * Reads Motorola S-records: {@code Stccaa..dd..ss}, of which all bytes behind the type sum to 0xFF.
 * S1, S2 and S3 are data with addresses of two, three and four bytes; S7, S8 and S9 end the image.
 */
final class SRecords {
  private final String name;
  private final List<String> lines;

  SRecords(String name, String text) {
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
      int type = line.charAt(1) - '0';
      if (type >= 7) {
        HexRecord.refuseAfter(name, lines, i + 1);
        return image.build(FirmwareFormat.S_RECORD, fileSize);
      }
      if (type == 4) {
        throw row.wrong("a record S0 to S3 or S5 to S9", "one of type 4, which means nothing");
      }
      if (type >= 1 && type <= 3) {
        int width = type + 1;
        if (row.count() < width + 2) {
          throw row.wrong(
              "an address of " + width + " bytes", HexRecord.bytes(row.count()) + " in all");
        }
        byte[] data = row.data(1 + width, row.count() - 1);
        image.add(row.number(1, width), Bytes.of(data));
      }
    }
    throw new MalformedBinaryException(
        name, -1, "a record S7, S8 or S9 at the end of S-records", "the end without it");
  }

  private HexRecord record(int number, String line) {
    boolean isRecord =
        line.length() > 3
            && line.charAt(0) == 'S'
            && line.charAt(1) >= '0'
            && line.charAt(1) <= '9';
    if (!isRecord) {
      throw new MalformedBinaryException(
          name + ": line " + number, -1, "a record S0 to S9", "'" + line + "'");
    }
    HexRecord row = new HexRecord(name, number, line, 2);
    if (row.at(0) != row.count() - 1) {
      throw row.wrong(
          "a record of " + HexRecord.bytes(row.at(0)), HexRecord.bytes(row.count() - 1));
    }
    if (row.sum() != 0xFF) {
      throw row.wrong("bytes that sum to 0xff", "0x" + Integer.toHexString(row.sum()));
    }
    return row;
  }
}
