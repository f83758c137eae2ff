package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.CPU_TYPE_ARM;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_ABS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_ARM_THUMB_DEF;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_SECT;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_STAB;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_TYPE;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_WEAK_DEF;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_WEAK_REF;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_THREAD_LOCAL_REGULAR;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_THREAD_LOCAL_ZEROFILL;

import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.functions.FunctionStarts;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.List;

/** What a symbol stands for and where it lies. */
final class MachOSymbolRules {
  private final MachOSymbolTable table;
  private final List<MachOSection> sections;
  private final boolean isRelocatable;
  private final boolean hasThumbBit;
  private final FunctionStarts functionStarts;
  private final long[] firstBeginning;

  MachOSymbolRules(MachOFile macho) {
    table = macho.symbolTable();
    sections = macho.sections();
    isRelocatable = macho.header().isRelocatable();
    hasThumbBit = macho.header().cpuType() == CPU_TYPE_ARM;
    functionStarts = macho.functionStarts();
    firstBeginning = firstBeginnings();
  }

  /** For each section the lowest address at which a symbol or a function begins something. */
  private long[] firstBeginnings() {
    long[] first = new long[sections.size()];
    Arrays.fill(first, -1);
    for (int section = 0; section < first.length; section++) {
      first[section] = firstFunctionStart(sections.get(section));
    }
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      int section = table.section(row) - 1;
      boolean isBeginning =
          table.isDefined(row)
              && !table.isAlternateEntry(row)
              && section >= 0
              && section < first.length;
      if (isBeginning && Long.compareUnsigned(table.value(row), first[section]) < 0) {
        first[section] = table.value(row);
      }
    }
    return first;
  }

  /** The lowest function start in a section, as an unsigned number; the largest one if none is. */
  private long firstFunctionStart(MachOSection section) {
    for (int row = 0; section.isExecutable() && row < functionStarts.count(); row++) {
      if (section.contains(functionStarts.address(row))) {
        return functionStarts.address(row);
      }
    }
    return -1;
  }

  /**
   * Row of the section that a symbol lies in, or one of the negative constants of {@link
   * SymbolTable}. A symbol that is not inside the section it names has none.
   */
  int section(int row) {
    int type = table.type(row);
    if ((type & N_STAB) == 0 && (type & N_TYPE) != N_SECT) {
      return (type & N_TYPE) == N_ABS ? SymbolTable.ABSOLUTE : SymbolTable.UNDEFINED;
    }
    int section = table.section(row) - 1;
    boolean isInside =
        section >= 0
            && section < sections.size()
            && sections.get(section).contains(table.value(row));
    return isInside ? section : SymbolTable.NO_SECTION;
  }

  /** Virtual address, in a relocatable file the offset in its section; without the Thumb bit. */
  long address(int row, int section) {
    boolean isThumb = hasThumbBit && (table.description(row) & N_ARM_THUMB_DEF) != 0;
    long value = isThumb ? table.value(row) & ~1L : table.value(row);
    return isRelocatable && section >= 0 ? value - sections.get(section).address() : value;
  }

  /** What a symbol that lies in {@code section} stands for. */
  SymbolType type(int row, int section) {
    if (table.isDebugMap(row)) {
      return debugMapType(row, section);
    }
    if (table.isUndefined(row)) {
      return table.value(row) != 0 ? SymbolType.COMMON : SymbolType.UNSTATED;
    }
    if (section < 0) {
      return SymbolType.OTHER;
    }
    return isInnerEntry(row, section) || isTemporary(row) ? SymbolType.MAPPING : content(section);
  }

  /** Whether a symbol is a further entry into what begins before it, so begins nothing itself. */
  private boolean isInnerEntry(int row, int section) {
    if (!table.isAlternateEntry(row) || functionStarts.contains(table.value(row))) {
      return false;
    }
    long function = functionStarts.atOrBefore(table.value(row));
    return Long.compareUnsigned(table.value(row), firstBeginning[section]) > 0
        || sections.get(section).contains(function);
  }

  private SymbolType content(int section) {
    MachOSection home = sections.get(section);
    if (home.type() == S_THREAD_LOCAL_REGULAR || home.type() == S_THREAD_LOCAL_ZEROFILL) {
      return SymbolType.THREAD_LOCAL;
    }
    return home.isExecutable() ? SymbolType.FUNCTION : SymbolType.OBJECT;
  }

  /** Functions and static data of the debug map stand for bytes, object files for a context. */
  private SymbolType debugMapType(int row, int section) {
    return switch (table.type(row)) {
      case MachOConstants.N_OSO -> SymbolType.FILE;
      case MachOConstants.N_SO -> table.nameLength(row) == 0 ? SymbolType.FILE : SymbolType.OTHER;
      case MachOConstants.N_FUN, MachOConstants.N_STSYM ->
          section >= 0 && table.nameLength(row) > 0 ? content(section) : SymbolType.OTHER;
      default -> SymbolType.OTHER;
    };
  }

  /**
   * Whether the assembler made the name for itself: {@code ltmp0}, or an {@code L} where every name
   * of the source begins with an underscore.
   */
  private boolean isTemporary(int row) {
    int length = table.nameLength(row);
    if (length < 2) {
      return false;
    }
    Bytes names = table.strings();
    long at = table.nameOffset(row);
    int first = names.u8(at);
    if (first == 'L') {
      return true;
    }
    return first == 'l'
        && length > 4
        && names.u8(at + 1) == 't'
        && names.u8(at + 2) == 'm'
        && names.u8(at + 3) == 'p'
        && Character.isDigit(names.u8(at + 4));
  }

  SymbolBinding binding(int row) {
    if (!table.isExternal(row)) {
      return SymbolBinding.LOCAL;
    }
    int weak = table.isUndefined(row) ? N_WEAK_REF : N_WEAK_DEF;
    return (table.description(row) & weak) != 0 ? SymbolBinding.WEAK : SymbolBinding.GLOBAL;
  }

  /** Bytes that the debug map states for a function: the value of the nameless row behind it. */
  long memorySize(int row) {
    if (table.type(row) != MachOConstants.N_FUN || table.nameLength(row) == 0) {
      return 0;
    }
    int next = row + 1;
    boolean isStated =
        next < table.count()
            && table.type(next) == MachOConstants.N_FUN
            && table.nameLength(next) == 0;
    return isStated ? table.value(next) : 0;
  }
}
