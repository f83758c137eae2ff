package dev.weighbridge.formats.elf.relocations;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_ARM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_TLS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_DYNSYM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_SYMTAB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.STT_FUNC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.STT_TLS;

import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import org.jspecify.annotations.Nullable;

/** What relocations refer to: symbols, sections, thread-local memory, as far as the file tells. */
final class ElfTargets {
  private final ElfImage image;
  private final ElfSymbolTable symbols;
  private final ElfSymbolTable dynamicSymbols;
  private final ElfSymbolTable noSymbols;
  private final boolean hasThumbBit;
  private final int wordSize;
  private final long threadLocalBase;

  ElfTargets(ElfImage image, ElfSymbolTable symbols, ElfSymbolTable dynamicSymbols) {
    this.image = image;
    this.symbols = symbols;
    this.dynamicSymbols = dynamicSymbols;
    noSymbols = ElfSymbolTable.empty(image.file(), image.header().is64Bit());
    hasThumbBit = image.header().machine() == EM_ARM;
    wordSize = image.header().addressBytes();
    threadLocalBase = threadLocalBase(image);
  }

  private static long threadLocalBase(ElfImage image) {
    for (ElfProgramHeader segment : image.programHeaders()) {
      if (segment.type() == PT_TLS) {
        return segment.address();
      }
    }
    return -1;
  }

  boolean isRelocatable() {
    return image.isRelocatable();
  }

  boolean isDynamic(int link) {
    ElfSection section = image.at(link);
    return section != null && section.type() == SHT_DYNSYM;
  }

  /** The symbol table in the section row {@code link}. */
  ElfSymbolTable symbols(int link) {
    ElfSection section = image.at(link);
    if (section == null) {
      return noSymbols;
    }
    return switch (section.type()) {
      case SHT_DYNSYM -> dynamicSymbols;
      case SHT_SYMTAB -> symbols;
      default -> noSymbols;
    };
  }

  /** The address of a symbol, -1 if this file does not define it. */
  long symbol(ElfSymbolTable names, int symbol) {
    if (symbol <= 0 || symbol >= names.count() || names.isUndefined(symbol)) {
      return -1;
    }
    long value = names.value(symbol);
    return switch (names.type(symbol)) {
      case STT_FUNC -> hasThumbBit ? value & ~1L : value;
      case STT_TLS -> threadLocal(value);
      default -> value;
    };
  }

  /** The address of a place in the template of thread-local memory, -1 if there is none. */
  long threadLocal(long offset) {
    return threadLocalBase == -1 ? -1 : threadLocalBase + offset;
  }

  /** The address-sized word at an address, -1 if it is not in the file. */
  long content(long address) {
    long at = image.fileOffset(address, wordSize);
    return at < 0 ? -1 : image.word(at);
  }

  /** In a relocatable file, the file offset of a place counted from a symbol; -1 if none. */
  long fileOffset(ElfSymbolTable names, int symbol, long addend) {
    if (symbol <= 0 || symbol >= names.count()) {
      return -1;
    }
    return fileOffset(image.at(names.section(symbol)), names.value(symbol) + addend);
  }

  private static long fileOffset(@Nullable ElfSection section, long offset) {
    if (section == null || offset < 0 || offset >= section.fileSize()) {
      return -1;
    }
    return section.offset() + offset;
  }

  /** File offset of the byte that a relocation of a section patches, -1 if it has none. */
  long patchedOffset(ElfSection relocations, long place) {
    return patchesAddresses(relocations)
        ? image.fileOffset(place, 1)
        : fileOffset(image.at(relocations.info()), place);
  }

  /** Whether places are addresses; see {@code ElfRelocations}. */
  boolean patchesAddresses(ElfSection relocations) {
    if (image.isRelocatable()) {
      return false;
    }
    ElfSection patched = image.at(relocations.info());
    return relocations.isLoaded() || patched == null || patched.isLoaded();
  }
}
