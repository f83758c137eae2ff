package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/**
 * Puts the table of exports, which the packed file keeps so that others can link to it, where it
 * was: the directory, the addresses, the names' addresses, the numbers, then all texts.
 */
final class PeExports {
  private static final int DIRECTORY = 40;
  private static final int NAME = 12;
  private static final int FUNCTION_COUNT = 20;
  private static final int NAME_COUNT = 24;
  private static final int FUNCTIONS = 28;
  private static final int NAMES = 32;
  private static final int NUMBERS = 36;

  private final PeImage image;
  private final Bytes file;
  private final PeHeaders packed;
  private final int target;
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private long textsAt;

  private PeExports(PeImage image, Bytes file, PeHeaders packed) {
    this.image = image;
    this.file = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.packed = packed;
    target = image.at(image.headers().directoryAddress(PeHeaders.EXPORTS));
  }

  /** Puts them, if they are not where they were. */
  static void restore(PeImage image, Bytes file, PeHeaders packed) {
    long address = image.headers().directoryAddress(PeHeaders.EXPORTS);
    if (image.headers().directorySize(PeHeaders.EXPORTS) != 0
        && address != packed.directoryAddress(PeHeaders.EXPORTS)
        && packed.directorySize(PeHeaders.EXPORTS) != 0) {
      new PeExports(image, file, packed).restore(address);
    }
  }

  /** The file offset of an address, which is of the section that is not packed. */
  private long offset(long address) {
    PeHeaders.Section section = packed.sections().get(2);
    long offset = address - section.address();
    if (offset < 0 || offset >= section.fileSize()) {
      throw new IndexOutOfBoundsException("export at " + address);
    }
    return section.fileStart() + offset;
  }

  private void restore(long address) {
    long start = packed.directoryAddress(PeHeaders.EXPORTS);
    long end = start + packed.directorySize(PeHeaders.EXPORTS);
    long directory = offset(start);
    long functions = file.u32(directory + FUNCTION_COUNT);
    long names = file.u32(directory + NAME_COUNT);
    if (functions + names > file.length() / 4) {
      throw new IndexOutOfBoundsException("more exports than the file has room for");
    }
    long namesAt = DIRECTORY + 4 * functions;
    long numbersAt = namesAt + 4 * names;
    textsAt = numbersAt + 2 * names;
    put(0, directory, DIRECTORY);
    if (functions > 0) {
      put(DIRECTORY, offset(file.u32(directory + FUNCTIONS)), 4 * functions);
    }
    if (names > 0) {
      put(numbersAt, offset(file.u32(directory + NUMBERS)), 2 * names);
    }
    put32(NAME, address + text(file.u32(directory + NAME)));
    put32(FUNCTIONS, address + DIRECTORY);
    put32(NAMES, address + namesAt);
    put32(NUMBERS, address + numbersAt);
    for (long i = 0; i < names; i++) {
      long name = file.u32(offset(file.u32(directory + NAMES)) + 4 * i);
      put32(namesAt + 4 * i, address + text(name));
    }
    for (long i = 0; i < functions; i++) {
      long function = file.u32(offset(file.u32(directory + FUNCTIONS)) + 4 * i);
      if (function >= start && function < end) {
        put32(DIRECTORY + 4 * i, address + text(function));
      }
    }
    while ((textsAt + texts.size()) % 4 != 0) {
      texts.write(0);
    }
    image.put((int) (target + textsAt), texts.toByteArray());
  }

  /** Adds a text, and returns where it is behind the start of all. */
  private long text(long address) {
    long at = offset(address);
    long end = file.indexOf((byte) 0, at, file.length());
    if (end < 0 || texts.size() > image.length()) {
      throw new IndexOutOfBoundsException("a name without an end at " + at);
    }
    long place = textsAt + texts.size();
    texts.writeBytes(file.toArray(at, end + 1));
    return place;
  }

  private void put(long at, long from, long size) {
    image.put((int) (target + at), file.toArray(from, from + size));
  }

  private void put32(long at, long value) {
    image.put32((int) (target + at), value);
  }
}
