package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.symbols.IndirectSymbols;

/**
 * States stubs and the pointers that the dynamic linker fills in, each about the symbol it leads
 * to: by the indirect symbol table, else by its fixup.
 */
final class MachOPointers {
  private static final int INIT_OFFSET_SIZE = 4;

  /** Stubs are larger than this, pointers as large; more of them must share their bytes. */
  private static final int SMALLEST = 4;

  private final MachOFile macho;
  private final MachOImports imports;
  private final ImageBuilder image;
  private final IndirectSymbols indirect;
  private final Fixups fixups;
  private final int pointerSize;
  private final LongColumn helper = new LongColumn(0);
  private final IntColumn helperSymbol = new IntColumn(0);
  private long room;

  MachOPointers(MachOFile macho, MachOImports imports, ImageBuilder image) {
    this.macho = macho;
    this.imports = imports;
    this.image = image;
    this.indirect = macho.indirectSymbols();
    this.fixups = macho.fixups();
    this.pointerSize = macho.header().addressBytes();
    this.room = macho.bytes().length() / SMALLEST;
  }

  void state() {
    int label = image.label("indirect symbol");
    for (int row = 0; row < indirect.count(); row++) {
      aboutSymbol(
          label, indirect.fileStart(row), indirect.fileStart(row + 1), indirect.symbol(row));
    }
    for (MachOSection section : macho.sections()) {
      state(section);
    }
    stubHelpers();
  }

  private void state(MachOSection section) {
    switch (section.type()) {
      case MachOConstants.S_SYMBOL_STUBS -> stubs(section);
      case MachOConstants.S_NON_LAZY_SYMBOL_POINTERS,
          MachOConstants.S_LAZY_SYMBOL_POINTERS,
          MachOConstants.S_LAZY_DYLIB_SYMBOL_POINTERS,
          MachOConstants.S_THREAD_LOCAL_VARIABLE_POINTERS ->
          pointers(section, true);
      case MachOConstants.S_MOD_INIT_FUNC_POINTERS,
          MachOConstants.S_MOD_TERM_FUNC_POINTERS,
          MachOConstants.S_THREAD_LOCAL_INIT_FUNCTION_POINTERS,
          MachOConstants.S_INTERPOSING ->
          pointers(section, false);
      case MachOConstants.S_INIT_FUNC_OFFSETS -> initOffsets(section);
      default -> {
        // Its bytes are the program's own.
      }
    }
  }

  private void stubs(MachOSection section) {
    int stride = section.reserved2();
    if (stride <= 0) {
      return;
    }
    int label = image.label("stub");
    long count = count(section, stride);
    for (int i = 0; i < count; i++) {
      long start = section.offset() + (long) i * stride;
      aboutSymbol(label, start, start + stride, indirectSymbol(section, i));
    }
  }

  /** How many slots a section has, as long as sections do not overlap over and over. */
  private long count(MachOSection section, int stride) {
    long count = Math.min(room, macho.content(section).length() / stride);
    room -= count;
    return count;
  }

  /** The symbol row that slot {@code i} of a section is for, or -1 if the table does not say. */
  private int indirectSymbol(MachOSection section, int i) {
    long row = Integer.toUnsignedLong(section.reserved1()) + i;
    return row < indirect.count() ? indirect.symbol((int) row) : -1;
  }

  private void aboutSymbol(int label, long start, long end, int symbol) {
    Subject how = symbol < 0 ? Subject.NONE : Subject.SYMBOL;
    image.structure(label, Kind.LINKING, start, end - start, how, symbol);
  }

  private void pointers(MachOSection section, boolean isIndirect) {
    int label = image.label("pointer");
    long count = count(section, pointerSize);
    for (int i = 0; i < count; i++) {
      long start = section.offset() + (long) i * pointerSize;
      int symbol = isIndirect ? indirectSymbol(section, i) : -1;
      int fixup = fixups.at(section.address() + (long) i * pointerSize);
      if (symbol < 0 && fixup >= 0) {
        byFixup(label, start, fixup);
      } else {
        aboutSymbol(label, start, start + pointerSize, symbol);
        noteHelper(section, symbol, fixup);
      }
    }
  }

  private void byFixup(int label, long start, int fixup) {
    int imported = fixups.importRow(fixup);
    if (imported >= 0) {
      aboutSymbol(label, start, start + pointerSize, imports.row(imported));
    } else if (fixups.target(fixup) != -1) {
      long target = fixups.target(fixup);
      image.structure(label, Kind.LINKING, start, pointerSize, Subject.ADDRESS, target);
    }
  }

  /** A lazy pointer first leads to the code that has it bound, one piece for each symbol. */
  private void noteHelper(MachOSection section, int symbol, int fixup) {
    boolean isLazy = section.type() == MachOConstants.S_LAZY_SYMBOL_POINTERS;
    if (isLazy && symbol >= 0 && fixup >= 0 && fixups.target(fixup) != -1) {
      helper.add(fixups.target(fixup));
      helperSymbol.add(symbol);
    }
  }

  private void stubHelpers() {
    MachOSection section = macho.section("__TEXT", "__stub_helper").orElse(null);
    if (section == null || helper.count() == 0) {
      return;
    }
    int label = image.label("stub helper");
    long[] address = helper.freeze();
    int[] order = Order.ascending(address, address.length);
    long sectionEnd = section.address() + macho.content(section).length();
    for (int i = 0; i < order.length; i++) {
      long start = address[order[i]];
      long end = i + 1 < order.length ? address[order[i + 1]] : sectionEnd;
      if (section.contains(start)) {
        long position = section.offset() + (start - section.address());
        long fits = Math.min(end, sectionEnd) - start;
        aboutSymbol(label, position, position + fits, helperSymbol.get(order[i]));
      }
    }
  }

  private void initOffsets(MachOSection section) {
    int label = image.label("initialiser");
    Bytes content = macho.content(section);
    long base = macho.baseAddress();
    long count = count(section, INIT_OFFSET_SIZE);
    for (long i = 0, at = 0; i < count; i++, at += INIT_OFFSET_SIZE) {
      long function = base + content.u32(at);
      long start = section.offset() + at;
      image.structure(label, Kind.LINKING, start, INIT_OFFSET_SIZE, Subject.ADDRESS, function);
    }
  }
}
