package dev.weighbridge.formats.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of the symbol tables of a described ELF file, made row by row. */
final class ElfSymbolBytes {
  private static final int SHN_LORESERVE = 0xFF00;
  private static final int SHN_XINDEX = 0xFFFF;

  private ElfSymbolBytes() {}

  /** {@code sh_info} of the table: the row of the first symbol that is not local. */
  static int firstGlobal(ElfWriter elf) {
    int row = 1;
    for (ElfSymbolRow symbol : elf.symbols) {
      if (symbol.binding() != 0) {
        return row;
      }
      row++;
    }
    return row;
  }

  static boolean needsExtendedSections(ElfWriter elf) {
    return elf.symbols.stream().anyMatch(symbol -> symbol.section() >= SHN_LORESERVE);
  }

  private static byte[] name(ElfSymbolRow symbol) {
    return symbol.name().getBytes(StandardCharsets.UTF_8);
  }

  static long nameBytes(ElfWriter elf) {
    long size = 1;
    for (int i = 0; i < elf.symbolCount(); i++) {
      size += name(elf.symbolAt(i)).length + 1L;
    }
    return size;
  }

  static void writeNames(ElfWriter elf, OutputStream out) throws IOException {
    out.write(0);
    for (int i = 0; i < elf.symbolCount(); i++) {
      out.write(name(elf.symbolAt(i)));
      out.write(0);
    }
  }

  static void writeRows(ElfWriter elf, OutputStream out) throws IOException {
    out.write(new byte[elf.is64Bit ? 24 : 16]);
    long nameOffset = 1;
    for (int i = 0; i < elf.symbolCount(); i++) {
      ElfSymbolRow symbol = elf.symbolAt(i);
      out.write(row(elf, symbol, nameOffset).array());
      nameOffset += name(symbol).length + 1L;
    }
  }

  private static ByteWriter row(ElfWriter elf, ElfSymbolRow symbol, long nameOffset) {
    ByteWriter row = new ByteWriter(elf.order).u32(nameOffset);
    int info = symbol.binding() << 4 | symbol.type();
    int section = symbol.section() >= SHN_LORESERVE ? SHN_XINDEX : symbol.section();
    if (elf.is64Bit) {
      return row.u8(info, 0).u16(section).u64(symbol.value()).u64(symbol.size());
    }
    return row.u32(symbol.value()).u32(symbol.size()).u8(info, 0).u16(section);
  }

  static void writeSections(ElfWriter elf, OutputStream out) throws IOException {
    out.write(new byte[4]);
    for (int i = 0; i < elf.symbolCount(); i++) {
      int section = elf.symbolAt(i).section();
      out.write(new ByteWriter(elf.order).u32(section >= SHN_LORESERVE ? section : 0).array());
    }
  }
}
