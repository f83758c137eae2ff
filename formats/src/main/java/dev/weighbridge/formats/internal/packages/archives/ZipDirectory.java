package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The central directory of a zip file: APPNOTE.TXT 6.3.10, 4.3.12 to 4.3.16. */
public final class ZipDirectory {
  static final int END = 22;
  static final int LOCAL = 0x0403_4B50;
  private static final int RECORD = 0x0201_4B50;
  static final int END_RECORD = 0x0605_4B50;
  private static final int LOCATOR = 0x0706_4B50;
  private static final int END_64 = 0x0606_4B50;
  private static final int RECORD_SIZE = 46;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int EXTRA_64 = 1;
  private static final long ABSENT = 0xFFFF_FFFFL;

  private final Bytes bytes;
  private final String structure;
  private final List<ZipEntry> entries = new ArrayList<>();
  private long start;
  private long end;
  private long prefix;

  ZipDirectory(Bytes bytes, String structure) {
    this.bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.structure = structure;
    read();
  }

  /** Its entries, in the order of their local headers. */
  List<ZipEntry> entries() {
    return entries;
  }

  /** Where its first record begins. */
  long start() {
    return start;
  }

  /** Where its last record ends. */
  long end() {
    return end;
  }

  private void read() {
    long endRecord = endRecord();
    long count = bytes.u16(endRecord + 10);
    long size = bytes.u32(endRecord + 12);
    long stated = bytes.u32(endRecord + 16);
    end = endRecord;
    long locator = endRecord - 20;
    if (locator >= 0 && bytes.i32(locator) == LOCATOR) {
      // What lies before the file moves everything, this record too.
      long end64 = bytes.i64(locator + 8);
      if (!isEnd64(end64)) {
        end64 = locator - 56;
      }
      if (!isEnd64(end64)) {
        throw malformed(locator, "the zip64 end of the central directory", "other bytes");
      }
      count = bytes.i64(end64 + 32);
      size = bytes.i64(end64 + 40);
      stated = bytes.i64(end64 + 48);
      end = end64;
    }
    if (size < 0 || size > end) {
      throw malformed(endRecord, "a central directory of at most " + end + " bytes", "" + size);
    }
    start = end - size;
    prefix = start - stated;
    if (prefix < 0) {
      throw malformed(endRecord, "a central directory that ends here", "one at " + stated);
    }
    if (count < 0 || count > Limits.MAX_PACKAGE_ENTRIES) {
      throw new UnsupportedBinaryException(
          structure, endRecord, "at most " + Limits.MAX_PACKAGE_ENTRIES + " entries", "" + count);
    }
    records(count);
  }

  private boolean isEnd64(long place) {
    return bytes.contains(place, 56) && bytes.i32(place) == END_64;
  }

  /** Whether a zip file ends with some bytes. */
  public static boolean ends(Bytes bytes) {
    return endRecord(bytes.withOrder(ByteOrder.LITTLE_ENDIAN)) >= 0;
  }

  private long endRecord() {
    long found = endRecord(bytes);
    if (found < 0) {
      long last = Math.max(0, bytes.length() - END);
      throw malformed(last, "the end of a central directory", "none in the last 65,557 bytes");
    }
    return found;
  }

  /** The last record that ends the directory and whose comment ends the file; -1 if none does. */
  private static long endRecord(Bytes bytes) {
    long last = bytes.length() - END;
    for (long at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
      if (bytes.i32(at) == END_RECORD && at + END + bytes.u16(at + 20) <= bytes.length()) {
        return at;
      }
    }
    return -1;
  }

  private void records(long count) {
    long at = start;
    for (long i = 0; i < count; i++) {
      if (!bytes.contains(at, RECORD_SIZE) || at + RECORD_SIZE > end || bytes.i32(at) != RECORD) {
        throw malformed(at, "record " + i + " of " + count + " of the central directory", "none");
      }
      ZipEntry entry = record(at);
      entries.add(entry);
      at = entry.recordEnd();
    }
    end = at;
    entries.sort(Comparator.comparingLong(ZipEntry::localStart));
  }

  private ZipEntry record(long at) {
    int nameSize = bytes.u16(at + 28);
    int extraSize = bytes.u16(at + 30);
    long recordEnd = at + RECORD_SIZE + nameSize + extraSize + bytes.u16(at + 32);
    if (recordEnd > bytes.length()) {
      throw malformed(at, "a record within the file", "one that goes on behind it");
    }
    long[] sizes = {bytes.u32(at + 24), bytes.u32(at + 20), bytes.u32(at + 42)};
    long extra = at + RECORD_SIZE + nameSize;
    zip64(sizes, extra, extra + extraSize);
    byte[] name = bytes.toArray(at + RECORD_SIZE, at + RECORD_SIZE + nameSize);
    boolean isUnix = bytes.u8(at + 5) == 3;
    return new ZipEntry(
        new String(name, StandardCharsets.UTF_8),
        bytes.u16(at + 8),
        bytes.u16(at + 10),
        isUnix ? bytes.u16(at + 40) : 0,
        bytes.u32(at + 16),
        sizes[1],
        sizes[0],
        sizes[2] + prefix,
        at,
        recordEnd);
  }

  /** 4.5.3: numbers of 64 bits in place of those that are all ones, in this order. */
  private void zip64(long[] sizes, long start, long end) {
    long at = start;
    while (at + 4 <= end) {
      int size = bytes.u16(at + 2);
      if (bytes.u16(at) == EXTRA_64) {
        long field = at + 4;
        for (int i = 0; i < sizes.length; i++) {
          if (sizes[i] == ABSENT && field + 8 <= Math.min(end, at + 4 + size)) {
            sizes[i] = bytes.i64(field);
            field += 8;
          }
        }
        return;
      }
      at += 4L + size;
    }
  }

  MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": zip", place, expected, found);
  }
}
