package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.EM_ARM;
import static dev.weighbridge.formats.elf.ElfConstants.PT_TLS;
import static dev.weighbridge.formats.elf.ElfConstants.STT_FUNC;
import static dev.weighbridge.formats.elf.ElfConstants.STT_TLS;

import dev.weighbridge.formats.bytes.Bytes;

/** Where relocations patch and what they write there, as far as the file alone tells. */
final class ElfTargets {
  private final ElfTables tables;
  private final ElfAddresses addresses;
  private final ElfSymbolTable symbols;
  private final ElfSymbolTable dynamicSymbols;
  private final ElfSymbolTable noSymbols;
  private final boolean isRelocatable;
  private final boolean hasThumbBit;
  private final boolean is64Bit;
  private final long threadLocalBase;

  ElfTargets(ElfFile elf) {
    tables = elf.tables();
    addresses = elf.addresses();
    symbols = elf.symbolTable();
    dynamicSymbols = elf.dynamicSymbolTable();
    noSymbols = ElfSymbolTable.empty(elf.bytes(), elf.header().is64Bit());
    isRelocatable = elf.isRelocatable();
    hasThumbBit = elf.header().machine() == EM_ARM;
    is64Bit = elf.header().is64Bit();
    threadLocalBase = threadLocalBase(elf);
  }

  private static long threadLocalBase(ElfFile elf) {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      if (segment.type() == PT_TLS) {
        return segment.address();
      }
    }
    return -1;
  }

  boolean isDynamic(int link) {
    ElfSection section = tables.at(link);
    return section != null && section.type() == ElfConstants.SHT_DYNSYM;
  }

  /** The symbol table in the section row {@code link}. */
  ElfSymbolTable symbols(int link) {
    ElfSection section = tables.at(link);
    if (section == null) {
      return noSymbols;
    }
    return switch (section.type()) {
      case ElfConstants.SHT_DYNSYM -> dynamicSymbols;
      case ElfConstants.SHT_SYMTAB -> symbols;
      default -> noSymbols;
    };
  }

  /** What the relocation writes; see {@link ElfRelocations#target}. */
  long of(ElfRelocations table, int row) {
    if (isRelocatable) {
      return relocatable(table, row);
    }
    return switch (table.role(row)) {
      case RELATIVE, INDIRECT -> table.hasAddends() ? table.addend(row) : content(table, row);
      case ABSOLUTE -> {
        long address = symbol(table, row);
        yield address == -1 || !table.hasAddends() ? address : address + table.addend(row);
      }
      case GLOB_DAT, JUMP_SLOT, COPY -> symbol(table, row);
      case TLS_OFFSET, TLS_DESCRIPTOR -> threadLocal(table, row);
      case TLS_MODULE, OTHER -> -1;
    };
  }

  /** The address of the symbol, -1 if this file does not define it. */
  private long symbol(ElfRelocations table, int row) {
    ElfSymbolTable names = table.symbols();
    int symbol = table.symbol(row);
    if (symbol <= 0 || symbol >= names.count() || names.isUndefined(symbol)) {
      return -1;
    }
    long value = names.value(symbol);
    return switch (names.type(symbol)) {
      case STT_FUNC -> hasThumbBit ? value & ~1L : value;
      case STT_TLS -> threadLocalBase == -1 ? -1 : threadLocalBase + value;
      default -> value;
    };
  }

  private long threadLocal(ElfRelocations table, int row) {
    if (table.symbol(row) != 0) {
      return symbol(table, row);
    }
    return threadLocalBase == -1 || !table.hasAddends() ? -1 : threadLocalBase + table.addend(row);
  }

  /** The address-sized word that the relocation patches, -1 if it is not in the file. */
  private long content(ElfRelocations table, int row) {
    long at = addresses.fileOffset(table.place(row), is64Bit ? 8 : 4);
    return at < 0 ? -1 : word(at);
  }

  /** The address-sized word at a file offset. */
  long word(long at) {
    Bytes file = tables.file();
    return is64Bit ? file.i64(at) : file.u32(at);
  }

  /** In a relocatable file, the file offset of what an absolute relocation points at. */
  private long relocatable(ElfRelocations table, int row) {
    ElfSymbolTable names = table.symbols();
    int symbol = table.symbol(row);
    if (table.role(row) != ElfRelocationRole.ABSOLUTE || symbol <= 0 || symbol >= names.count()) {
      return -1;
    }
    ElfSection section = tables.at(names.section(symbol));
    if (section == null) {
      return -1;
    }
    long offset = names.value(symbol) + table.addend(row);
    boolean isInside = offset >= 0 && offset < section.fileSize();
    return isInside ? section.offset() + offset : -1;
  }

  /** File offset of the first patched byte, -1 if it has none. */
  long patchedOffset(ElfRelocations table, int row) {
    long place = table.place(row);
    if (patchesAddresses(table)) {
      return addresses.fileOffset(place, 1);
    }
    ElfSection patched = tables.at(table.section().info());
    if (patched == null) {
      return -1;
    }
    boolean isInside = place >= 0 && place < patched.fileSize();
    return isInside ? patched.offset() + place : -1;
  }

  /** Whether places are addresses; see {@link ElfRelocations#patchesAddresses}. */
  boolean patchesAddresses(ElfRelocations table) {
    if (isRelocatable) {
      return false;
    }
    ElfSection patched = tables.at(table.section().info());
    return table.section().isLoaded() || patched == null || patched.isLoaded();
  }
}
