package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * What comes out of the packed data of a PE program: its memory from the first section on, then its
 * imports and relocations in short forms, then its headers, and what is to be known to make of all
 * that the file it was. Places behind its end are an {@link IndexOutOfBoundsException}.
 */
final class PeImage {
  private static final int NO_SUCH = -1;

  private final byte[] array;
  private final Bytes bytes;
  private final int headersAt;
  private final PeHeaders headers;
  private final long base;
  private final long imports;
  private final long importNames;
  private final long relocations;
  private final int relocationKinds;
  private final int iconCount;

  PeImage(byte[] array, PeHeaders packed) {
    this.array = array;
    bytes = Bytes.of(array).withOrder(ByteOrder.LITTLE_ENDIAN);
    long at = bytes.u32(array.length - 4);
    headers = new PeHeaders(bytes, at);
    headersAt = (int) at;
    if (headers.sections().isEmpty() || headers.isPlus() != packed.isPlus()) {
      throw new MalformedBinaryException("UPX original headers", -1, "those of the file", "others");
    }
    base = headers.sections().get(0).address();
    at += headers.wholeSize();
    boolean hasImports =
        headers.directoryAddress(PeHeaders.IMPORTS) != 0
            && headers.directorySize(PeHeaders.IMPORTS) > PeImports.DESCRIPTOR;
    imports = hasImports ? bytes.u32(at) : NO_SUCH;
    importNames = hasImports ? bytes.u32(at + 4) : 0;
    at += hasImports ? 8 : 0;
    boolean hasRelocations =
        isWithRelocations(packed)
            && headers.directorySize(PeHeaders.RELOCATIONS) != PeRelocations.EMPTY_BLOCK;
    relocations = hasRelocations ? bytes.u32(at) : NO_SUCH;
    relocationKinds = hasRelocations ? bytes.u8(at + 4) : 0;
    at += hasRelocations ? 5 : 0;
    long relocationsAt = hasRelocations ? relocations : headersAt;
    if (relocationsAt > headersAt || (hasImports && imports > relocationsAt)) {
      throw new MalformedBinaryException(
          "UPX original headers", -1, "imports, relocations and headers in this order", "another");
    }
    iconCount = at + 2 <= array.length - 4 ? bytes.u16(at) : 0;
  }

  private boolean isWithRelocations(PeHeaders packed) {
    int flags = headers.flags() | packed.flags();
    return headers.directoryAddress(PeHeaders.RELOCATIONS) != 0
        && headers.directorySize(PeHeaders.RELOCATIONS) != 0
        && (flags & PeHeaders.RELOCATIONS_STRIPPED) == 0;
  }

  /** The headers of the original. */
  PeHeaders headers() {
    return headers;
  }

  int headersAt() {
    return headersAt;
  }

  /** The address of the first byte. */
  long base() {
    return base;
  }

  /** Where the short form of imports begins; below 0 if there is none. */
  long imports() {
    return imports;
  }

  /** The address of the names of imports; 0 if they stay where they were. */
  long importNames() {
    return importNames;
  }

  /** Where the short form of relocations begins; below 0 if there is none. */
  long relocations() {
    return relocations;
  }

  /** Bits that say of which kinds there are besides the usual one. */
  int relocationKinds() {
    return relocationKinds;
  }

  /** Icons of the first group; 0 if that says how many there are. */
  int iconCount() {
    return iconCount;
  }

  /** Where memory ends and what else there is begins. */
  long memoryEnd() {
    long end = headersAt;
    end = imports >= 0 ? Math.min(end, imports) : end;
    return relocations >= 0 ? Math.min(end, relocations) : end;
  }

  Bytes bytes() {
    return bytes;
  }

  int length() {
    return array.length;
  }

  /** Undoes the filter of its code. */
  void undo(int filter, int parameter) throws DataFormatException {
    if (filter != 0) {
      int start = at(headers.codeBase());
      int end = Math.toIntExact(Math.min(array.length, start + headers.codeSize()));
      byte[] code = Arrays.copyOfRange(array, start, end);
      UpxFilter.undo(filter, parameter, start, code);
      System.arraycopy(code, 0, array, start, code.length);
    }
  }

  /** The index of the byte at an address. */
  int at(long address) {
    long at = address - base;
    if (at < 0 || at > array.length) {
      throw new IndexOutOfBoundsException("address " + address);
    }
    return (int) at;
  }

  void put16(int at, int value) {
    array[at] = (byte) value;
    array[at + 1] = (byte) (value >>> 8);
  }

  void put32(int at, long value) {
    put16(at, (int) value);
    put16(at + 2, (int) (value >>> 16));
  }

  /** Puts a number of the size of an address. */
  void putAddress(int at, long value) {
    put32(at, value);
    if (headers.isPlus()) {
      put32(at + 4, value >>> 32);
    }
  }

  void put(int at, byte[] value) {
    System.arraycopy(value, 0, array, at, value.length);
  }

  /** Copies bytes; what is behind the end is zeros. */
  void copy(long from, byte[] target, int at, int count) {
    int there = (int) Math.max(0, Math.min(count, array.length - from));
    System.arraycopy(array, (int) Math.min(from, array.length), target, at, there);
  }
}
