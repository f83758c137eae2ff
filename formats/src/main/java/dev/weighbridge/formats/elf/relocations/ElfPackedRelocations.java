package dev.weighbridge.formats.elf.relocations;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/**
 * Decodes the packed relocation tables of Android, {@code SHT_ANDROID_REL} and {@code
 * SHT_ANDROID_RELA}: after {@code APS2} signed LEB128 numbers, in groups that share what is alike.
 * The format is that of Android's own linker.
 */
final class ElfPackedRelocations {
  private static final int GROUPED_BY_INFO = 1;
  private static final int GROUPED_BY_OFFSET_DELTA = 2;
  private static final int GROUPED_BY_ADDEND = 4;
  private static final int HAS_ADDEND = 8;

  private final boolean is64Bit;
  private final Cursor cursor;
  private int[] recordStart = new int[0];
  private int[] recordEnd = new int[0];
  private ElfRelocationColumns columns = ElfRelocationColumns.varying(recordStart, recordEnd);
  private int row;
  private long offset;
  private long info;
  private long addend;

  private ElfPackedRelocations(Bytes content, long fileStart, boolean is64Bit) {
    this.is64Bit = is64Bit;
    this.cursor = new Cursor(content, 0, content.length(), "elf.android_rel", fileStart);
  }

  /** The rows as far as they can be read; what is wrong becomes a diagnostic. */
  static ElfRelocationColumns read(
      Bytes content,
      long fileStart,
      boolean is64Bit,
      Allowance allowance,
      Diagnostics diagnostics) {
    ElfPackedRelocations reader = new ElfPackedRelocations(content, fileStart, is64Bit);
    try {
      reader.read(allowance);
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
    }
    return reader.columns.first(reader.row);
  }

  private void read(Allowance allowance) {
    if (cursor.u8() != 'A' || cursor.u8() != 'P' || cursor.u8() != 'S' || cursor.u8() != '2') {
      cursor.seek(0);
      throw cursor.malformed("\"APS2\"", "other bytes");
    }
    long stated = cursor.sleb128();
    offset = cursor.sleb128();
    int count = (int) allowance.take(stated);
    recordStart = new int[count];
    recordEnd = new int[count];
    columns = ElfRelocationColumns.varying(recordStart, recordEnd);
    while (row < columns.count()) {
      long size = cursor.sleb128();
      if (size <= 0) {
        throw cursor.malformed("a group of at least 1 relocation", Long.toString(size));
      }
      group(Math.min(size, columns.count() - row));
    }
  }

  private void group(long size) {
    int start = (int) cursor.position();
    long flags = cursor.sleb128();
    boolean sharesDelta = (flags & GROUPED_BY_OFFSET_DELTA) != 0;
    boolean sharesInfo = (flags & GROUPED_BY_INFO) != 0;
    boolean hasAddend = (flags & HAS_ADDEND) != 0;
    boolean sharesAddend = (flags & GROUPED_BY_ADDEND) != 0;
    long delta = sharesDelta ? cursor.sleb128() : 0;
    info = sharesInfo ? cursor.sleb128() : info;
    addend = !hasAddend ? 0 : sharesAddend ? addend + cursor.sleb128() : addend;
    for (long i = 0; i < size; i++) {
      offset += sharesDelta ? delta : cursor.sleb128();
      info = sharesInfo ? info : cursor.sleb128();
      addend += hasAddend && !sharesAddend ? cursor.sleb128() : 0;
      add(start);
      start = (int) cursor.position();
    }
  }

  /** The first relocation of a group takes the bytes of the group's own numbers. */
  private void add(int start) {
    columns.place[row] = is64Bit ? offset : offset & 0xFFFF_FFFFL;
    columns.type[row] = (int) (is64Bit ? info : info & 0xFF);
    columns.symbol[row] = (int) (is64Bit ? info >>> 32 : info >>> 8);
    columns.addend[row] = addend;
    recordStart[row] = start;
    recordEnd[row++] = (int) cursor.position();
  }
}
