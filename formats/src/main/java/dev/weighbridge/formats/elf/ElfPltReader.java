package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_386;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_SPARC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_SPARC32PLUS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_SPARCV9;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_X86_64;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPltSlot;
import dev.weighbridge.formats.elf.linking.ElfPointerTables;
import dev.weighbridge.formats.elf.linking.ElfPointers;
import dev.weighbridge.formats.elf.relocations.ElfRelocationRole;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which function each slot of the procedure linkage tables calls: by the GOT word it
 * jumps through, by a relocation that patches the slot itself, by the address that an imported
 * symbol has, or by the order of the relocations.
 */
final class ElfPltReader {
  private final ElfImage image;
  private final ElfHeader header;
  private final ElfSymbolTable symbols;
  private final List<ElfRelocations> relocations;
  private final ElfPointerTables pointers;
  private final List<ElfPltSlot> found = new ArrayList<>();

  /**
   * A reader of a linked file with section headers.
   *
   * @param symbols the symbol table of the dynamic linker
   */
  ElfPltReader(
      ElfImage image,
      ElfSymbolTable symbols,
      List<ElfRelocations> relocations,
      ElfPointerTables pointers) {
    this.image = image;
    this.header = image.header();
    this.symbols = symbols;
    this.relocations = relocations;
    this.pointers = pointers;
  }

  /** The slots that call something, by section. */
  List<ElfPltSlot> read() {
    Set<String> seen = new HashSet<>();
    for (ElfSection section : image.sections()) {
      if (isTable(section) && seen.add(section.name())) {
        read(section, image.content(section));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isTable(ElfSection section) {
    return section.isExecutable()
        && switch (section.name()) {
          case ".plt", ".plt.sec", ".plt.got", ".plt.bnd", ".iplt", ".MIPS.stubs" -> true;
          default -> false;
        };
  }

  private void read(ElfSection section, Bytes code) {
    int machine = header.machine();
    if (section.name().equals(".MIPS.stubs")) {
      bySymbolValue(section, code.length());
    } else if (ElfPltDecoder.knows(machine)) {
      byCode(section, code);
    } else if (machine == EM_SPARC || machine == EM_SPARC32PLUS || machine == EM_SPARCV9) {
      byPlace(section, code.length());
    } else {
      byOrder(section, code.length());
    }
  }

  private void byCode(ElfSection section, Bytes code) {
    ElfRelocations records = lazyRecords();
    for (ElfPltDecoder.Slot slot :
        ElfPltDecoder.slots(code, header, section.address(), stride(section, code), gotBase())) {
      if (slot.record() >= 0) {
        byRecord(section, slot, records);
        continue;
      }
      int table = pointers.find(slot.gotAddress());
      if (table >= 0) {
        ElfPointers words = pointers.list().get(table);
        int index = words.indexOf(slot.gotAddress());
        add(section, slot.start(), slot.end(), words.symbol(index), words.target(index));
      }
    }
  }

  private void byRecord(
      ElfSection section, ElfPltDecoder.Slot slot, @Nullable ElfRelocations records) {
    if (records != null && slot.record() < records.count()) {
      int row = slot.record();
      add(section, slot.start(), slot.end(), records.symbol(row), records.target(row));
    }
  }

  /**
   * x86 slots have 16 bytes; those of {@code .plt.got} 8, unless a landing pad makes them longer.
   */
  private int stride(ElfSection section, Bytes code) {
    int stated = (int) Math.min(64, section.entrySize() & Long.MAX_VALUE);
    boolean isX86 = header.machine() == EM_X86_64 || header.machine() == EM_386;
    if (isX86 && stated >= 8) {
      return stated;
    }
    boolean isShort = section.name().equals(".plt.got") && code.length() >= 8 && code.u8(0) == 0xFF;
    return isShort ? 8 : 16;
  }

  /** What {@code %ebx} holds in shared 32-bit x86 code: the start of {@code .got.plt}. */
  private long gotBase() {
    ElfSection table = image.named(".got.plt");
    table = table != null ? table : image.named(".got");
    return table != null ? table.address() : 0;
  }

  /** The relocations of the lazily bound functions, null if there are none. */
  private @Nullable ElfRelocations lazyRecords() {
    for (ElfRelocations table : relocations) {
      if (table.count() > 0 && table.role(0) == ElfRelocationRole.JUMP_SLOT) {
        return table;
      }
    }
    return null;
  }

  /** SPARC: the dynamic linker rewrites the slot itself. */
  private void byPlace(ElfSection section, long length) {
    ElfRelocations records = lazyRecords();
    int size = header.is64Bit() ? 32 : 12;
    for (int row = 0; records != null && row < records.count(); row++) {
      long start = records.place(row) - section.address();
      if (start >= 0 && start <= length - size) {
        add(section, start, start + size, records.symbol(row), records.target(row));
      }
    }
  }

  /** MIPS: an undefined function with a value has its stub there. */
  private void bySymbolValue(ElfSection section, long length) {
    int size = header.is64Bit() ? 20 : 16;
    for (int row = 1; row < symbols.count(); row++) {
      long start = symbols.value(row) - section.address();
      if (symbols.isUndefined(row) && start >= 0 && start <= length - size) {
        add(section, start, start + size, row, -1);
      }
    }
  }

  /** Slots of one size, at the end of the section, one for each relocation. */
  private void byOrder(ElfSection section, long length) {
    ElfRelocations records = lazyRecords();
    long size = section.entrySize();
    if (records == null || size < 4 || size > 64) {
      return;
    }
    long start = length - size * records.count();
    for (int row = 0; start >= 0 && start <= 4 * size && row < records.count(); row++) {
      long at = start + size * row;
      add(section, at, at + size, records.symbol(row), records.target(row));
    }
  }

  private void add(ElfSection section, long start, long end, int symbol, long target) {
    if (symbol == 0 && target == -1) {
      return;
    }
    boolean isNamed = symbol > 0 && symbol < symbols.count();
    found.add(
        new ElfPltSlot(
            section.name(),
            section.address() + start,
            isNamed ? symbol : 0,
            isNamed ? symbols.name(symbol) : "",
            target,
            section.offset() + start,
            section.offset() + end));
  }
}
