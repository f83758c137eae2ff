package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.*;

import dev.weighbridge.formats.elf.ElfPointers.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which address each word of the GOT, of the function arrays and of {@code .opd} gets: by
 * the relocation that fills it, else by what is already there.
 */
final class ElfPointerReader {
  private final ElfFile elf;
  private final ElfTables tables;
  private final ElfTargets targets;
  private final ElfSymbolTable symbols;
  private final int wordSize;
  private ElfPointerTables found = new ElfPointerTables(List.of());

  ElfPointerReader(ElfFile elf) {
    this.elf = elf;
    this.tables = elf.tables();
    this.targets = elf.targets();
    this.symbols = elf.dynamicSymbolTable();
    this.wordSize = elf.header().addressBytes();
  }

  /** The tables of a linked file in the order of their sections; none in a relocatable one. */
  ElfPointerTables read() {
    if (elf.isRelocatable()) {
      return found;
    }
    List<ElfPointers> list = new ArrayList<>();
    ElfAllowance allowance = new ElfAllowance(elf.bytes().length() / wordSize);
    for (ElfSection section : sections()) {
      Use use = use(section);
      if (use != null) {
        long room = elf.content(section).length() / wordSize;
        int count = (int) Math.min(Integer.MAX_VALUE, allowance.take(room));
        ElfPointers pointers = new ElfPointers(section, use, wordSize, count, symbols);
        fillWithContent(pointers);
        list.add(pointers);
      }
    }
    found = new ElfPointerTables(list);
    fillMipsTable();
    for (ElfRelocations table : elf.relocations()) {
      if (table.patchesAddresses()) {
        fill(table);
      }
    }
    return found;
  }

  private List<ElfSection> sections() {
    if (!elf.sections().isEmpty()) {
      return tables.sections();
    }
    List<ElfSection> sections = new ArrayList<>(tables.sections());
    ElfSection table = ElfOffsetTable.of(elf.relocations(), elf.addresses(), wordSize);
    if (table != null) {
      sections.add(table);
    }
    return sections;
  }

  private static Use use(ElfSection section) {
    if (!section.isLoaded() || section.fileSize() == 0) {
      return null;
    }
    switch (section.type()) {
      case SHT_INIT_ARRAY, SHT_FINI_ARRAY, SHT_PREINIT_ARRAY -> {
        return Use.FUNCTION_ARRAY;
      }
      default -> {}
    }
    return switch (section.name()) {
      case ".got", ".got.plt", ".got2", ".igot", ".igot.plt" -> Use.OFFSET_TABLE;
      case ".plt" -> section.isExecutable() ? null : Use.OFFSET_TABLE;
      case ".ctors", ".dtors" -> Use.FUNCTION_ARRAY;
      case ".opd" -> Use.DESCRIPTORS;
      default -> null;
    };
  }

  /**
   * What the linker wrote. In a GOT that counts only if the file is not moved when loaded: else a
   * relocation says what the slot gets.
   */
  private void fillWithContent(ElfPointers pointers) {
    boolean isFixed = elf.header().type() == ET_EXEC;
    if (pointers.use() == Use.OFFSET_TABLE && !isFixed) {
      return;
    }
    for (int i = 0; i < pointers.count(); i++) {
      long word = targets.word(pointers.fileStart(i));
      boolean isAddress = word != 0 && elf.fileOffset(word) >= 0;
      pointers.set(i, 0, isAddress ? word : -1);
    }
  }

  private void fill(ElfRelocations table) {
    for (int row = 0; row < table.count(); row++) {
      int at = found.find(table.place(row));
      if (at >= 0) {
        fill(found.list().get(at), table, row);
      }
    }
  }

  private static void fill(ElfPointers pointers, ElfRelocations table, int row) {
    int index = pointers.indexOf(table.place(row));
    int symbol = table.usesDynamicSymbols() ? table.symbol(row) : 0;
    long target = table.target(row);
    pointers.set(index, symbol, target);
    switch (table.role(row)) {
      case TLS_MODULE, TLS_DESCRIPTOR -> pointers.set(index + 1, symbol, target);
      default -> {}
    }
  }

  /**
   * MIPS fills its GOT without relocations: after the local slots, one for each dynamic symbol from
   * {@code DT_MIPS_GOTSYM} on. MIPS psABI 5, global offset table.
   */
  private void fillMipsTable() {
    ElfDynamic dynamic = elf.dynamic();
    if (elf.header().machine() != EM_MIPS || dynamic.value(DT_PLTGOT).isEmpty()) {
      return;
    }
    int at = found.find(dynamic.value(DT_PLTGOT).getAsLong());
    long locals = dynamic.value(DT_MIPS_LOCAL_GOTNO).orElse(-1);
    long first = dynamic.value(DT_MIPS_GOTSYM).orElse(-1);
    if (at < 0 || locals < 0 || first < 0) {
      return;
    }
    ElfPointers table = found.list().get(at);
    for (long symbol = first, i = locals; symbol < symbols.count() && i < table.count(); i++) {
      int row = (int) symbol++;
      table.set((int) i, row, symbols.isUndefined(row) ? -1 : symbols.value(row));
    }
  }
}
