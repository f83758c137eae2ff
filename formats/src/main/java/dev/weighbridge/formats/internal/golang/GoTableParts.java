package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;

/**
 * Says which bytes of a {@code pclntab} are there because of which function: its row, its record,
 * its name and its tables of places.
 */
public final class GoTableParts {
  private static final int TABLES = 3;

  /** In a record behind its place: how many tables of places there are more. */
  private static final int MORE_TABLES = 24;

  private static final String NAMES = "Go function names";
  private static final String TABLES_OF_PLACES = "Go tables of places";
  private static final String RECORDS = "Go function records";

  private final Bytes bytes;
  private final GoFunctionTable table;
  private final GoTableHead head;
  private final long base;
  private final PcTables places;
  private final GoParts records = new GoParts();
  private final GoParts names;
  private final GoParts tables;
  private long nameAllowance;

  /**
   * The parts of a table.
   *
   * @param base the address of the first code, 0 if the table has addresses
   */
  public GoTableParts(Bytes bytes, GoFunctionTable table, long base) {
    this.bytes = bytes;
    this.table = table;
    this.base = base;
    head = table.head();
    boolean isOneBlock = head.layout() == GoLayout.GO_1_2;
    names = isOneBlock ? records : new GoParts();
    tables = isOneBlock ? records : new GoParts();
    places = new PcTables(bytes, head.places(), head.end(), head.quantum());
    nameAllowance = 8 * (head.end() - head.start());
  }

  /** States them; in the oldest layout all of them lie among each other, in one block. */
  public void state(ImageBuilder image) {
    boolean isOneBlock = head.layout() == GoLayout.GO_1_2;
    if (!isOneBlock && !head.hasBlocks()) {
      return;
    }
    for (int i = 0; i < table.count(); i++) {
      Work.checkAt(i);
      add(i);
    }
    long headEnd = isOneBlock ? head.rows() : head.names();
    int label = image.rowLabel("Go table head");
    long size = headEnd - head.start();
    image.structure(label, Kind.UNWIND, head.start(), size, Subject.NONE, -1);
    if (!isOneBlock) {
      names.state(image, NAMES, head.names(), head.units());
      new GoParts().state(image, "Go file names", head.units(), head.places());
      tables.state(image, TABLES_OF_PLACES, head.places(), head.rows());
    }
    records.state(image, RECORDS, head.rows(), records.end(head.rows()));
  }

  private void add(int function) {
    long address = base + table.entry(function);
    long row = head.rows() + 2L * table.field() * function;
    long record = table.record(function);
    records.add(row, row + 2L * table.field(), address);
    long name = table.nameStart(function);
    if (nameAllowance > 0) {
      int length = table.nameLength(name) + 1;
      nameAllowance -= length;
      names.add(name, name + length, address);
    }
    for (int i = 0; i < TABLES; i++) {
      addTable(table.table(function, i), address);
    }
    long behind = record + table.field();
    long more = bytes.u32(behind + MORE_TABLES);
    long lists = behind + head.layout().recordBytes();
    long most = (head.end() - lists) / 4;
    if (more <= most && tables.count() < head.end() - head.start()) {
      for (long i = 0; i < more; i++) {
        addTable(bytes.u32(lists + 4 * i), address);
      }
      records.add(record, recordEnd(lists, more), address);
    }
  }

  /** Where a record ends whose lists begin at a place. */
  private long recordEnd(long lists, long more) {
    int data = bytes.u8(lists - 1);
    long at = lists + 4 * more;
    if (head.layout().isRelative()) {
      return Math.min(head.end(), at + 4L * data);
    }
    boolean isOdd = data > 0 && (at - head.start()) % head.pointer() != 0;
    return Math.min(head.end(), at + (isOdd ? 4 : 0) + (long) head.pointer() * data);
  }

  private void addTable(long offset, long address) {
    if (places.codeSize(offset) > 0) {
      tables.add(head.places() + offset, places.end(), address);
    }
  }
}
