package dev.weighbridge.formats.internal.pe.symbols;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** States the COFF symbols, and the rows and name bytes they cost. */
public final class PeSymbols {
  private static final int SIZE_FIELD = 4;

  /** What GNU as writes for a source that does not say its name: gas/config/obj-coff.c. */
  private static final String UNNAMED = "fake";

  private final PeSymbolTable table;
  private final List<PeSection> sections;
  private final ImageBuilder image;
  private final PeSymbolRules rules;
  private final int[] factRow;
  private final CodeMap map;
  private final PeFileRecords records;

  /** The record of a source file whose symbols are stated; -1 for none. */
  private int unit = -1;

  public PeSymbols(PeFile pe, ImageBuilder image, CodeMap map) {
    this.table = pe.symbolTable();
    this.sections = pe.sections();
    this.image = image;
    this.rules = new PeSymbolRules(pe);
    this.factRow = new int[table.count()];
    this.map = map;
    records = new PeFileRecords(table);
    Arrays.fill(factRow, -1);
  }

  public void state() {
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      if (!table.isAuxiliary(row)) {
        unit(row);
        state(row, SymbolSource.SYMBOL_TABLE);
      }
    }
    image.symbolsOf(-1);
    rows();
    if (table.stringsStart() < table.stringsEnd()) {
      names();
    }
  }

  /**
   * States those of a separate debug file as symbols of the image that it was made of, in the
   * sections that both have; the bytes that they take are those of another file.
   */
  public void state(PeFile stripped) {
    List<PeSection> known = stripped.sections();
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      if (!table.isAuxiliary(row)) {
        unit(row);
        int section = rules.section(row);
        boolean isKnown = section >= 0 && section < known.size();
        if (isKnown && known.get(section).rva() == sections.get(section).rva()) {
          state(row, SymbolSource.DEBUG_FILE);
        }
      }
    }
    image.symbolsOf(-1);
  }

  private void state(int row, SymbolSource source) {
    factRow[row] =
        image.symbol(
            rules.address(row),
            rules.memorySize(row),
            rules.section(row),
            rules.type(row),
            rules.binding(row),
            source,
            table.bytes(),
            table.nameStart(row),
            table.nameLength(row));
    rules.code(row, map);
  }

  private void unit(int row) {
    int record = records.of(row);
    if (record != unit) {
      unit = record;
      String text = record < 0 ? UNNAMED : table.name(record);
      byte[] name = text.getBytes(StandardCharsets.UTF_8);
      boolean isNamed = !text.equals(UNNAMED);
      image.symbolsOf(isNamed ? image.member(Bytes.of(name), 0, name.length, "") : -1);
    }
  }

  /** Row in the facts of a row of the file, or -1 if it is not a symbol's. */
  public int factRow(int row) {
    return row >= 0 && row < factRow.length ? factRow[row] : -1;
  }

  private void rows() {
    int label = image.label("symbol");
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      if (factRow[row] >= 0) {
        long size = (long) table.entrySize() * (1 + table.auxiliaryCount(row));
        long start = table.fileStart(row);
        image.structure(label, Kind.NAMES, start, size, Subject.SYMBOL, factRow[row]);
      }
    }
  }

  /** Bytes that several names share belong to the first of them. */
  private void names() {
    long start = table.stringsStart();
    long end = table.stringsEnd();
    image.structure("string table", Kind.NAMES, start, end - start);
    int label = image.label("symbol name");
    long done = start + SIZE_FIELD;
    for (int row : byName()) {
      long from = Math.max(done, table.nameStart(row));
      done = Math.min(end, Math.max(done, table.nameStart(row) + table.nameLength(row) + 1));
      image.structure(label, Kind.NAMES, from, done - from, Subject.SYMBOL, factRow[row]);
    }
  }

  private int[] byName() {
    long[] starts = new long[table.count()];
    IntColumn rows = new IntColumn(0);
    for (int row = 0; row < starts.length; row++) {
      if (factRow[row] >= 0 && table.hasLongName(row) && table.nameLength(row) > 0) {
        starts[row] = table.nameStart(row);
        rows.add(row);
      }
    }
    int[] found = rows.freeze();
    return found.length == 0 ? found : Order.sorted(starts, found);
  }
}
