package dev.weighbridge.shelf;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.spi.BinaryFormat;
import java.util.EnumSet;
import java.util.List;

/**
 * Shelves, a made-up format: {@code SHLF}, how many items there are, 16 bytes for each (start, size
 * and eight bytes of name), then the items, each at a multiple of four. Numbers have four bytes and
 * are little-endian.
 */
public final class ShelfFormat implements BinaryFormat {
  private static final long MAGIC = 0x464C_4853;
  private static final int HEADER = 8;
  private static final int ENTRY = 16;
  private static final int NAME = 8;

  /** Made by the service loader. */
  public ShelfFormat() {}

  @Override
  public String name() {
    return "Shelf";
  }

  @Override
  public boolean recognises(Bytes file) {
    return file.length() >= 4 && file.u32(0) == MAGIC;
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    if (file.length() < HEADER) {
      String found = file.length() + " bytes";
      throw new MalformedBinaryException("shelf.header", 0, HEADER + " bytes", found);
    }
    Diagnostics diagnostics = new Diagnostics();
    ImageBuilder image = new ImageBuilder(file, 0, diagnostics);
    image.machine(Machine.of(new Architecture("none"), Integer.SIZE, file.isLittleEndian()));
    long entries = entryCount(file, diagnostics);
    long contents = HEADER + entries * ENTRY;
    EnumSet<SectionTrait> traits = EnumSet.of(SectionTrait.LOADED);
    long size = file.length() - contents;
    image.section("items", contents, size, contents, size, 4, Kind.RODATA, traits);
    image.structure("shelf header", Kind.HEADERS, 0, HEADER);
    for (long at = HEADER; at < contents; at += ENTRY) {
      readEntry(file, at, image);
    }
    return new BinaryFile(name, name(), file, file, List.of(image.build()), diagnostics.list());
  }

  /** What the file says, but never more than it has room for. */
  private static long entryCount(Bytes file, Diagnostics diagnostics) {
    long stated = file.u32(4);
    long most = (file.length() - HEADER) / ENTRY;
    if (stated > most) {
      diagnostics.warn("shelf.count", 4, "at most " + most, Long.toString(stated));
    }
    return Math.min(stated, most);
  }

  /** An item is a symbol; its entry and its name are structures that are about the symbol. */
  private static void readEntry(Bytes file, long at, ImageBuilder image) {
    long start = file.u32(at);
    long size = file.u32(at + 4);
    long name = at + ENTRY - NAME;
    if (!file.contains(start, size)) {
      image.diagnostics().warn("shelf.entry", at, "an item inside the file", start + " + " + size);
      size = 0;
    }
    long end = file.indexOf((byte) 0, name, at + ENTRY);
    int length = (int) ((end < 0 ? at + ENTRY : end) - name);
    int symbol =
        image.symbol(
            start,
            size,
            0,
            SymbolType.OBJECT,
            SymbolBinding.GLOBAL,
            SymbolSource.SYMBOL_TABLE,
            file,
            name,
            length);
    int entry = image.label("entry");
    image.structure(entry, Kind.HEADERS, at, ENTRY - NAME, Subject.SYMBOL, symbol);
    image.structure(image.label("name"), Kind.NAMES, name, NAME, Subject.SYMBOL, symbol);
  }
}
