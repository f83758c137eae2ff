package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers of a PE image from its mark on, as far as unpacking asks for them: of the packed
 * file, or of the original, which stand in the packed data.
 */
final class PeHeaders {
  static final int EXPORTS = 0;
  static final int IMPORTS = 1;
  static final int RESOURCES = 2;
  static final int RELOCATIONS = 5;
  static final int DEBUG = 6;
  static final int BOUND_IMPORTS = 11;
  static final int ADDRESS_TABLE = 12;

  static final int FLAGS = 22;
  static final int HEADER_SIZE = 84;
  static final int CHECKSUM = 88;
  static final int RELOCATIONS_STRIPPED = 1;

  private static final int SECTION_COUNT = 6;
  private static final int MAGIC = 24;
  private static final int PE32 = 0x10B;
  private static final int PE32_PLUS = 0x20B;
  private static final int CODE_SIZE = 28;
  private static final int CODE_BASE = 44;
  private static final int IMAGE_BASE = 52;
  private static final int IMAGE_BASE_PLUS = 48;
  private static final int ALIGNMENT = 60;
  private static final int DIRECTORIES = 120;
  private static final int DIRECTORIES_PLUS = 136;
  private static final int DIRECTORY_COUNT = 16;
  private static final int SECTION = 40;

  private final Bytes bytes;
  private final long start;
  private final List<Section> sections;

  /** Bytes of the file and where they are in memory. */
  record Section(long address, long memorySize, long fileStart, long fileSize) {}

  /**
   * Reads headers.
   *
   * @param start where the mark is
   * @throws IndexOutOfBoundsException if they end too early
   */
  PeHeaders(Bytes file, long start) {
    bytes = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.start = start;
    int magic = bytes.u16(start + MAGIC);
    if (bytes.i32(start) != ('P' | 'E' << 8) || (magic != PE32 && magic != PE32_PLUS)) {
      throw new MalformedBinaryException("PE header", start, "PE32 or PE32+", "another");
    }
    sections = new ArrayList<>();
    for (int i = 0; i < bytes.u16(start + SECTION_COUNT); i++) {
      long at = start + size() + (long) SECTION * i;
      sections.add(
          new Section(
              bytes.u32(at + 12), bytes.u32(at + 8), bytes.u32(at + 20), bytes.u32(at + 16)));
    }
  }

  long start() {
    return start;
  }

  boolean isPlus() {
    return bytes.u16(start + MAGIC) == PE32_PLUS;
  }

  /** Bytes before the table of sections. */
  int size() {
    return directory(DIRECTORY_COUNT);
  }

  /** The same with the table of sections. */
  int wholeSize() {
    return size() + SECTION * sections.size();
  }

  int flags() {
    return bytes.u16(start + FLAGS);
  }

  long codeBase() {
    return bytes.u32(start + CODE_BASE);
  }

  long codeSize() {
    return bytes.u32(start + CODE_SIZE);
  }

  long imageBase() {
    return isPlus() ? bytes.i64(start + IMAGE_BASE_PLUS) : bytes.u32(start + IMAGE_BASE);
  }

  List<Section> sections() {
    return sections;
  }

  Section lastSection() {
    return sections.get(sections.size() - 1);
  }

  /** Where an entry of the table of directories stands behind the mark. */
  int directory(int index) {
    return (isPlus() ? DIRECTORIES_PLUS : DIRECTORIES) + 8 * index;
  }

  long directoryAddress(int index) {
    return bytes.u32(start + directory(index));
  }

  long directorySize(int index) {
    return bytes.u32(start + directory(index) + 4);
  }

  /** A number rounded up to the alignment of sections in the file. */
  long aligned(long size) {
    long alignment = Math.max(1, bytes.u32(start + ALIGNMENT));
    return (size + alignment - 1) / alignment * alignment;
  }
}
