package dev.weighbridge.wasm.linking;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.wasm.internal.values.Values;

/**
 * The symbols of the linking section, as columns. Tool conventions, {@code Linking.md}, {@code
 * WASM_SYMBOL_TABLE}.
 */
public final class LinkingSymbolTable {
  /** {@link #kind} of a function. */
  public static final int SYMTAB_FUNCTION = 0;

  /** {@link #kind} of a piece of a data segment. */
  public static final int SYMTAB_DATA = 1;

  /** {@link #kind} of a global. */
  public static final int SYMTAB_GLOBAL = 2;

  /** {@link #kind} of a section. */
  public static final int SYMTAB_SECTION = 3;

  /** {@link #kind} of a tag. */
  public static final int SYMTAB_EVENT = 4;

  /** {@link #kind} of a table. */
  public static final int SYMTAB_TABLE = 5;

  /** A bit of {@link #flags}: yields to others of its name. */
  public static final int WASM_SYM_BINDING_WEAK = 1;

  /** A bit of {@link #flags}: visible in its own file only. */
  public static final int WASM_SYM_BINDING_LOCAL = 2;

  /** A bit of {@link #flags}: another file defines it. */
  public static final int WASM_SYM_UNDEFINED = 0x10;

  /** A bit of {@link #flags}: an imported item has a name of its own. */
  public static final int WASM_SYM_EXPLICIT_NAME = 0x40;

  /** A bit of {@link #flags}: its value is an address, not a place in a segment. */
  public static final int WASM_SYM_ABSOLUTE = 0x200;

  private final Bytes module;
  private final byte[] kind;
  private final int[] flags;
  private final int[] item;
  private final long[] offset;
  private final long[] size;
  private final long[] start;
  private final long[] end;
  private final long[] nameStart;
  private final int[] nameLength;

  private LinkingSymbolTable(Bytes module, Builder builder) {
    this.module = module;
    kind = builder.kind.freeze();
    flags = builder.flags.freeze();
    item = builder.item.freeze();
    offset = builder.offset.freeze();
    size = builder.size.freeze();
    start = builder.start.freeze();
    end = builder.end.freeze();
    nameStart = builder.nameStart.freeze();
    nameLength = builder.nameLength.freeze();
  }

  /** How many symbols there are. */
  public int count() {
    return kind.length;
  }

  /** What it stands for: a {@code SYMTAB_} constant. */
  public int kind(int row) {
    return kind[row];
  }

  /** Its {@code WASM_SYM_} bits. */
  public int flags(int row) {
    return flags[row];
  }

  /** Whether another file defines it. */
  public boolean isUndefined(int row) {
    return (flags[row] & WASM_SYM_UNDEFINED) != 0;
  }

  /** The index of the item, segment or section it stands for; -1 for undefined data. */
  public int item(int row) {
    return item[row];
  }

  /** Where data starts in the content of its segment; 0 for the other kinds. */
  public long offset(int row) {
    return offset[row];
  }

  /** Bytes of data; 0 for the other kinds. */
  public long size(int row) {
    return size[row];
  }

  /** First byte of the row. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End of the row, exclusive. */
  public long fileEnd(int row) {
    return end[row];
  }

  /** First byte of the name. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name; 0 if it has that of the import or section it stands for. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** The name as text; empty if it has that of the import or section it stands for. */
  public String name(int row) {
    return module.text(nameStart[row], nameStart[row] + nameLength[row]);
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }

  static final class Builder {
    private final ByteColumn kind = new ByteColumn(0);
    private final IntColumn flags = new IntColumn(0);
    private final IntColumn item = new IntColumn(0);
    private final LongColumn offset = new LongColumn(0);
    private final LongColumn size = new LongColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);

    void read(Cursor cursor) {
      int symbols = Values.count(cursor, 3);
      for (int i = 0; i < symbols; i++) {
        symbol(cursor);
      }
    }

    private void symbol(Cursor cursor) {
      long from = cursor.position();
      int what = cursor.u8();
      int bits = (int) cursor.uleb128(32);
      boolean isDefined = (bits & WASM_SYM_UNDEFINED) == 0;
      boolean isNamed = isDefined || (bits & WASM_SYM_EXPLICIT_NAME) != 0;
      int index = -1;
      int length = 0;
      long name = from;
      long at = 0;
      long bytes = 0;
      if (what == SYMTAB_DATA) {
        length = Values.skipName(cursor);
        name = cursor.position() - length;
        if (isDefined) {
          index = Values.index(cursor);
          at = cursor.uleb128(64);
          bytes = cursor.uleb128(64);
        }
      } else if (what <= SYMTAB_TABLE) {
        index = Values.index(cursor);
        if (isNamed && what != SYMTAB_SECTION) {
          length = Values.skipName(cursor);
          name = cursor.position() - length;
        }
      } else {
        throw cursor.malformed("a kind of symbol, 0 to 5", Integer.toString(what));
      }
      kind.add((byte) what);
      flags.add(bits);
      item.add(index);
      offset.add(at);
      size.add(bytes);
      start.add(from);
      end.add(cursor.position());
      nameStart.add(name);
      nameLength.add(length);
    }

    LinkingSymbolTable freeze(Bytes module) {
      return new LinkingSymbolTable(module, this);
    }
  }
}
