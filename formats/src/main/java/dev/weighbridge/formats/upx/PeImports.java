package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Makes the import tables of a program from their short form: for each library where its name is in
 * the packed file, where its addresses are in memory, and each import, by name or by number.
 */
final class PeImports {
  static final int DESCRIPTOR = 20;

  private static final int NAME_OF_DESCRIPTOR = 12;
  private static final int ADDRESSES_OF_DESCRIPTOR = 16;

  private static final int BY_NAME = 1;
  private static final int BY_NUMBER = 0xFF;

  private final PeImage image;
  private final Bytes bytes;
  private final Bytes kept;
  private final long keptStart;
  private final int thunk;

  /** Where names go, one behind another; 0 if they go where they were. */
  private int libraries;

  private int names;

  /** Bytes of names of libraries so far, of which a damaged file may have any number. */
  private long sizeOfLibraries;

  private int firstName;

  private PeImports(PeImage image, Bytes file, PeHeaders packed) {
    this.image = image;
    bytes = image.bytes();
    kept = file;
    PeHeaders.Section section = packed.sections().get(2);
    keptStart =
        section.fileStart() + packed.directoryAddress(PeHeaders.IMPORTS) - section.address();
    thunk = image.headers().isPlus() ? 8 : 4;
  }

  /** Makes them, if there are any. */
  static void restore(PeImage image, Bytes file, PeHeaders packed) {
    if (image.imports() >= 0) {
      new PeImports(image, file, packed).restore();
    }
  }

  private void restore() {
    long at = image.imports();
    if (image.importNames() != 0) {
      libraries = image.at(image.importNames());
      firstName = libraries + namesOfLibraries();
      names = firstName;
    }
    int descriptor = image.at(image.headers().directoryAddress(PeHeaders.IMPORTS));
    while (bytes.u32(at) != 0) {
      library(descriptor, nameOfLibrary(at));
      long addresses = bytes.u32(at + 4) + image.base();
      image.put32(descriptor + ADDRESSES_OF_DESCRIPTOR, addresses);
      at = addresses(at + 8, image.at(addresses)) + 1;
      descriptor += DESCRIPTOR;
    }
  }

  /** Bytes of the names of all libraries, an even number. */
  private int namesOfLibraries() {
    int size = 0;
    long at = image.imports();
    while (bytes.u32(at) != 0) {
      size += nameOfLibrary(at).length;
      at += 8;
      for (int form = bytes.u8(at); form != 0; form = bytes.u8(at)) {
        at += sizeOfImport(form, at);
      }
      at++;
    }
    return size + (size & 1);
  }

  private byte[] nameOfLibrary(long at) {
    byte[] name = text(kept, keptStart + bytes.u32(at));
    sizeOfLibraries += name.length;
    if (sizeOfLibraries > 2L * image.length()) {
      throw new IndexOutOfBoundsException("more names of libraries than there is room for");
    }
    return name;
  }

  private int sizeOfImport(int form, long at) {
    return switch (form) {
      case BY_NAME -> 1 + text(bytes, at + 1).length;
      case BY_NUMBER -> 3;
      default -> 5;
    };
  }

  private void library(int descriptor, byte[] name) {
    if (libraries == 0) {
      image.put(image.at(bytes.u32(descriptor + NAME_OF_DESCRIPTOR)), name);
    } else {
      image.put(libraries, name);
      image.put32(descriptor + NAME_OF_DESCRIPTOR, libraries + image.base());
      libraries += name.length;
    }
  }

  /** Fills the addresses of a library, and returns where its imports end. */
  private long addresses(long first, int firstAddress) {
    long at = first;
    int address = firstAddress;
    for (int form = bytes.u8(at); form != 0; form = bytes.u8(at)) {
      switch (form) {
        case BY_NAME -> name(address, text(bytes, at + 1));
        case BY_NUMBER -> image.putAddress(address, bytes.u16(at + 1) | 1L << (8 * thunk - 1));
        default -> image.putAddress(address, keptThunk(keptStart + bytes.u32(at + 1)));
      }
      at += sizeOfImport(form, at);
      address += thunk;
    }
    image.putAddress(address, 0);
    return at;
  }

  private long keptThunk(long at) {
    return thunk == 8 ? kept.i64(at) : kept.u32(at);
  }

  /** Two bytes of a hint stand before each name. */
  private void name(int address, byte[] name) {
    if (names == 0) {
      long place = thunk == 8 ? bytes.i64(address) : bytes.u32(address);
      image.put(image.at(place) + 2, name);
    } else {
      names -= (names - firstName) & 1;
      image.put(names + 2, name);
      image.putAddress(address, names + image.base());
      names += 2 + name.length;
    }
  }

  /** A text with the zero that ends it. */
  private static byte[] text(Bytes bytes, long at) {
    long end = bytes.indexOf((byte) 0, at, bytes.length());
    if (end < 0) {
      throw new IndexOutOfBoundsException("a name without an end at " + at);
    }
    return bytes.toArray(at, end + 1);
  }
}
