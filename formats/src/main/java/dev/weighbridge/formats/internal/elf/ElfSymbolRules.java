package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_AARCH64;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_ARM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_CSKY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_PPC64;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_RISCV;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_TLS;

import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.linking.ElfPointers;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import org.jspecify.annotations.Nullable;

/** What a symbol stands for and where it lies, by the rules of its machine. */
final class ElfSymbolRules {
  private final boolean hasMappingSymbols;
  private final boolean hasThumbBit;
  private final long threadLocalBase;
  private final @Nullable ElfPointers descriptors;
  private final @Nullable ElfLoadedSections sections;

  ElfSymbolRules(ElfFile elf) {
    int machine = elf.header().machine();
    hasMappingSymbols =
        machine == EM_ARM || machine == EM_AARCH64 || machine == EM_RISCV || machine == EM_CSKY;
    hasThumbBit = machine == EM_ARM;
    threadLocalBase = elf.header().type() == ET_REL ? 0 : threadLocalBase(elf);
    descriptors = machine == EM_PPC64 ? descriptors(elf) : null;
    sections = descriptors == null ? null : new ElfLoadedSections(elf.sections());
  }

  /** The function descriptors of {@code .opd}, null if the file has none. */
  private static @Nullable ElfPointers descriptors(ElfFile elf) {
    for (ElfPointers pointers : elf.pointers().list()) {
      if (pointers.use() == ElfPointers.Use.DESCRIPTORS) {
        return pointers;
      }
    }
    return null;
  }

  private static long threadLocalBase(ElfFile elf) {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      if (segment.type() == PT_TLS) {
        return segment.address();
      }
    }
    return 0;
  }

  /** What the symbol stands for. */
  SymbolType type(ElfSymbolTable table, int row) {
    if (table.isCommon(row)) {
      return SymbolType.COMMON;
    }
    int type = table.type(row);
    boolean mayMark = type == ElfConstants.STT_NOTYPE || type == ElfConstants.STT_TLS;
    if (mayMark && (isLabel(table, row) || (hasMappingSymbols && isMapping(table, row)))) {
      return SymbolType.MAPPING;
    }
    return switch (type) {
      case ElfConstants.STT_NOTYPE -> SymbolType.UNSTATED;
      case ElfConstants.STT_OBJECT -> SymbolType.OBJECT;
      case ElfConstants.STT_FUNC, ElfConstants.STT_GNU_IFUNC -> SymbolType.FUNCTION;
      case ElfConstants.STT_SECTION -> SymbolType.SECTION;
      case ElfConstants.STT_FILE -> SymbolType.FILE;
      case ElfConstants.STT_COMMON -> SymbolType.COMMON;
      case ElfConstants.STT_TLS -> SymbolType.THREAD_LOCAL;
      case ElfConstants.STT_ARM_TFUNC -> hasThumbBit ? SymbolType.FUNCTION : SymbolType.OTHER;
      default -> SymbolType.OTHER;
    };
  }

  /**
   * Whether the name is that of a label which the assembler keeps to itself, but where the linker
   * still needs it: {@code .L0}. GNU as, Local Symbol Names; RISC-V psABI, relaxation.
   */
  private static boolean isLabel(ElfSymbolTable table, int row) {
    Bytes names = table.strings();
    long at = table.nameOffset(row);
    return table.memorySize(row) == 0
        && table.nameLength(row) > 1
        && names.u8(at) == '.'
        && names.u8(at + 1) == 'L';
  }

  /**
   * Whether the name is {@code $a}, {@code $d}, {@code $t} or {@code $x}, alone or followed by a
   * dot and anything; on RISC-V {@code $x} may be followed by the instruction set. In thread-local
   * sections linkers give them that type, too. AAELF32 5.5.5, AAELF64 5.5.6, RISC-V psABI, mapping
   * symbols.
   */
  private static boolean isMapping(ElfSymbolTable table, int row) {
    Bytes names = table.strings();
    long at = table.nameOffset(row);
    int length = table.nameLength(row);
    if (length < 2 || names.u8(at) != '$') {
      return false;
    }
    int mark = names.u8(at + 1);
    if (mark != 'a' && mark != 'd' && mark != 't' && mark != 'x') {
      return false;
    }
    return length == 2
        || names.u8(at + 2) == '.'
        || (mark == 'x' && length > 3 && names.u8(at + 2) == 'r' && names.u8(at + 3) == 'v');
  }

  /**
   * The symbol's address: without the Thumb bit; for a thread-local of a linked file inside the
   * thread-local segment; for a function of 64-bit PowerPC (ELFv1) that of its code, not of its
   * descriptor. Of a tentative definition 0, since its value is an alignment.
   */
  long address(ElfSymbolTable table, int row) {
    long value = table.value(row);
    if (table.isAbsolute(row)) {
      return value;
    }
    return switch (table.type(row)) {
      case ElfConstants.STT_FUNC, ElfConstants.STT_GNU_IFUNC, ElfConstants.STT_ARM_TFUNC -> {
        long code = code(value);
        yield code != -1 ? code : hasThumbBit ? value & ~1L : value;
      }
      case ElfConstants.STT_TLS -> table.isUndefined(row) ? value : value + threadLocalBase;
      default -> table.isCommon(row) ? 0 : value;
    };
  }

  /** Where the code of the descriptor at an address is, -1 if there is no descriptor. */
  private long code(long address) {
    if (descriptors == null) {
      return -1;
    }
    int word = descriptors.indexOf(address);
    return word < 0 ? -1 : descriptors.target(word);
  }

  /**
   * Row of the symbol's section, or one of the negative constants of {@link SymbolTable}; that of
   * the code for a function whose value is the address of its descriptor.
   */
  int section(ElfSymbolTable table, int row) {
    int section = table.section(row);
    if (section > 0) {
      if (sections == null || table.type(row) != ElfConstants.STT_FUNC) {
        return section;
      }
      long code = code(table.value(row));
      return code == -1 ? section : sections.rowAt(code);
    }
    if (section == 0) {
      return SymbolTable.UNDEFINED;
    }
    return table.isAbsolute(row) ? SymbolTable.ABSOLUTE : SymbolTable.NO_SECTION;
  }
}
