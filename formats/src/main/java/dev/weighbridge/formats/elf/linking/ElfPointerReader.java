package dev.weighbridge.formats.elf.linking;

import static dev.weighbridge.formats.elf.headers.ElfConstants.*;

import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.elf.dynamic.ElfDynamic;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPointers.Use;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which address each word of the GOT, of the function arrays and of {@code .opd} gets: by
 * the relocation that fills it, else by what is already there.
 */
public final class ElfPointerReader {
  private final ElfImage image;
  private final ElfDynamic dynamic;
  private final ElfSymbolTable symbols;
  private final List<ElfRelocations> relocations;
  private final int wordSize;
  private ElfPointerTables found = ElfPointerTables.NONE;

  /**
   * A reader of a linked file.
   *
   * @param symbols the symbol table of the dynamic linker
   */
  public ElfPointerReader(
      ElfImage image,
      ElfDynamic dynamic,
      ElfSymbolTable symbols,
      List<ElfRelocations> relocations) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(dynamic, "dynamic");
    Objects.requireNonNull(symbols, "symbols");
    Objects.requireNonNull(relocations, "relocations");
    this.image = image;
    this.dynamic = dynamic;
    this.symbols = symbols;
    this.relocations = relocations;
    this.wordSize = image.header().addressBytes();
  }

  /** The tables in the order of their sections. */
  public ElfPointerTables read() {
    List<ElfPointers> list = new ArrayList<>();
    Allowance allowance = new Allowance(image.file().length() / wordSize);
    for (ElfSection section : sections()) {
      Use use = use(section);
      if (use != null) {
        long room = image.content(section).length() / wordSize;
        int count = (int) Math.min(Integer.MAX_VALUE, allowance.take(room));
        ElfPointers pointers = new ElfPointers(section, use, wordSize, count, symbols);
        fillWithContent(pointers);
        list.add(pointers);
      }
    }
    found = new ElfPointerTables(list);
    fillMipsTable();
    for (ElfRelocations table : relocations) {
      if (table.patchesAddresses()) {
        fill(table);
      }
    }
    return found;
  }

  private List<ElfSection> sections() {
    if (image.hasSectionHeaders()) {
      return image.sections();
    }
    List<ElfSection> sections = new ArrayList<>(image.sections());
    ElfSection table = ElfOffsetTable.of(relocations, image, wordSize);
    if (table != null) {
      sections.add(table);
    }
    return sections;
  }

  private static @Nullable Use use(ElfSection section) {
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
    boolean isFixed = image.header().type() == ET_EXEC;
    if (pointers.use() == Use.OFFSET_TABLE && !isFixed) {
      return;
    }
    for (int i = 0; i < pointers.count(); i++) {
      long word = image.word(pointers.fileStart(i));
      boolean isAddress = word != 0 && image.fileOffset(word, 1) >= 0;
      pointers.set(i, 0, isAddress ? word : -1);
    }
  }

  private void fill(ElfRelocations table) {
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
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
    if (image.header().machine() != EM_MIPS || dynamic.value(DT_PLTGOT).isEmpty()) {
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
