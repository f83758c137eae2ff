package dev.weighbridge.formats.internal.pe.symbols;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_ABSOLUTE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_EXTERNAL;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_FILE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_LABEL;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_SECTION;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_STATIC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_WEAK_EXTERNAL;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_UNDEFINED;

import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a COFF symbol stands for and where it lies.
 *
 * <p>Few tools fill in its type, so mostly the section tells code from data.
 */
final class PeSymbolRules {
  /** How the names begin that linker scripts of MinGW give to the borders of tables. */
  private static final List<byte[]> MARKS =
      List.of(
          ascii("__data_start__"),
          ascii("__data_end__"),
          ascii("__bss_start__"),
          ascii("__bss_end__"),
          ascii("___crt_x"),
          ascii("___tls_start__"),
          ascii("___tls_end__"),
          ascii("__rt_psrelocs_"),
          ascii("___RUNTIME_PSEUDO_RELOC_LIST"),
          ascii("__RUNTIME_PSEUDO_RELOC_LIST"));

  private final PeSymbolTable table;
  private final List<PeSection> sections;
  private final boolean isImage;
  private final long imageBase;

  PeSymbolRules(PeFile pe) {
    table = pe.symbolTable();
    sections = pe.sections();
    isImage = pe.isImage();
    imageBase = pe.imageBase();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Row of its section in the facts, or why it has none. */
  int section(int row) {
    int number = table.section(row);
    if (number > 0) {
      return number <= sections.size() ? number - 1 : SymbolTable.NO_SECTION;
    }
    if (number == IMAGE_SYM_UNDEFINED) {
      return table.isCommon(row) ? SymbolTable.NO_SECTION : SymbolTable.UNDEFINED;
    }
    return number == IMAGE_SYM_ABSOLUTE ? SymbolTable.ABSOLUTE : SymbolTable.NO_SECTION;
  }

  /** Its virtual address; in an object its offset in the section; else its value. */
  long address(int row) {
    int section = section(row);
    if (section < 0) {
      return table.isCommon(row) ? 0 : table.value(row);
    }
    return isImage ? imageBase + sections.get(section).rva() + table.value(row) : table.value(row);
  }

  /** Bytes it states, 0 if none. */
  long memorySize(int row) {
    return table.isCommon(row) ? table.value(row) : table.functionSize(row);
  }

  SymbolBinding binding(int row) {
    return switch (table.storageClass(row)) {
      case IMAGE_SYM_CLASS_EXTERNAL -> SymbolBinding.GLOBAL;
      case IMAGE_SYM_CLASS_WEAK_EXTERNAL -> SymbolBinding.WEAK;
      default -> SymbolBinding.LOCAL;
    };
  }

  /** What it stands for. */
  SymbolType type(int row) {
    if (table.isCommon(row)) {
      return SymbolType.COMMON;
    }
    return switch (table.storageClass(row)) {
      case IMAGE_SYM_CLASS_FILE -> SymbolType.FILE;
      case IMAGE_SYM_CLASS_SECTION -> SymbolType.SECTION;
      case IMAGE_SYM_CLASS_LABEL -> SymbolType.MAPPING;
      case IMAGE_SYM_CLASS_EXTERNAL, IMAGE_SYM_CLASS_WEAK_EXTERNAL -> defined(row);
      case IMAGE_SYM_CLASS_STATIC -> isPlace(row) ? SymbolType.SECTION : defined(row);
      default -> SymbolType.OTHER;
    };
  }

  /** Tells the map where code of an image begins that a symbol names, and how far it reaches. */
  void code(int row, CodeMap map) {
    int section = section(row);
    if (!isImage || section < 0 || !sections.get(section).isExecutable()) {
      return;
    }
    SymbolType type = type(row);
    if (type == SymbolType.FUNCTION || type == SymbolType.UNSTATED) {
      long rva = sections.get(section).rva() + table.value(row);
      map.start(rva);
      map.extent(rva, rva + table.functionSize(row));
    }
  }

  /** Statics that begin with a dot are sections without their record, or labels of assemblers. */
  private boolean isPlace(int row) {
    boolean isDotted = table.nameLength(row) > 0 && table.nameByte(row, 0) == '.';
    return table.isSection(row) || (isDotted && !table.isFunction(row));
  }

  private SymbolType defined(int row) {
    if (table.isFunction(row)) {
      return SymbolType.FUNCTION;
    }
    int section = section(row);
    if (section < 0) {
      return SymbolType.UNSTATED;
    }
    if (sections.get(section).isExecutable()) {
      return isLabel(row) ? SymbolType.MAPPING : SymbolType.UNSTATED;
    }
    return isMark(row) ? SymbolType.MAPPING : SymbolType.OBJECT;
  }

  /** Labels that the Microsoft compiler makes inside functions: {@code $LN5}. */
  private boolean isLabel(int row) {
    return table.nameLength(row) > 3
        && table.nameByte(row, 0) == '$'
        && table.nameByte(row, 1) == 'L'
        && table.nameByte(row, 2) == 'N';
  }

  private boolean isMark(int row) {
    if (table.nameLength(row) < 8 || table.nameByte(row, 0) != '_') {
      return false;
    }
    for (byte[] mark : MARKS) {
      if (startsWith(row, mark)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int row, byte[] prefix) {
    Bytes names = table.bytes();
    long start = table.nameStart(row);
    if (table.nameLength(row) < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (names.u8(start + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
