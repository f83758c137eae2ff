package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmConstants.SECTION_CODE;
import static dev.weighbridge.wasm.WasmConstants.SECTION_CUSTOM;
import static dev.weighbridge.wasm.WasmConstants.SECTION_DATA;
import static dev.weighbridge.wasm.WasmConstants.SECTION_DATA_COUNT;
import static dev.weighbridge.wasm.WasmConstants.SECTION_ELEMENT;
import static dev.weighbridge.wasm.WasmConstants.SECTION_EXPORT;
import static dev.weighbridge.wasm.WasmConstants.SECTION_FUNCTION;
import static dev.weighbridge.wasm.WasmConstants.SECTION_GLOBAL;
import static dev.weighbridge.wasm.WasmConstants.SECTION_IMPORT;
import static dev.weighbridge.wasm.WasmConstants.SECTION_MEMORY;
import static dev.weighbridge.wasm.WasmConstants.SECTION_START;
import static dev.weighbridge.wasm.WasmConstants.SECTION_TABLE;
import static dev.weighbridge.wasm.WasmConstants.SECTION_TAG;
import static dev.weighbridge.wasm.WasmConstants.SECTION_TYPE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.wasm.internal.values.Values;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks a module once and notes where each item lies.
 *
 * <p>A section that cannot be walked to its end keeps the items before the fault; the fault becomes
 * a diagnostic.
 */
final class ModuleOutline {
  private static final int RECURSIVE_GROUP = 0x4E;
  private static final int COMPACT_TYPED = 0x7F;
  private static final int COMPACT_OF_ONE_TYPE = 0x7E;

  /** Where the items of one kind lie. */
  static final class Ranges {
    final LongColumn start = new LongColumn(0);
    final LongColumn end = new LongColumn(0);

    void add(long from, long to) {
      start.add(from);
      end.add(to);
    }

    int count() {
      return start.count();
    }
  }

  private final Bytes bytes;
  private final long fileBase;
  private final Diagnostics diagnostics;
  private final Items items;
  final List<WasmSection> sections = new ArrayList<>();
  final List<WasmImport> imports = new ArrayList<>();
  final int[] imported = new int[ItemKind.values().length];
  final Ranges types = new Ranges();
  final IntColumn typeGroup = new IntColumn(0);
  final FunctionColumns functions = new FunctionColumns();
  final Ranges tables = new Ranges();
  final Ranges memories = new Ranges();
  final Ranges globals = new Ranges();
  final Ranges tags = new Ranges();
  final WasmExportTable.Builder exports = new WasmExportTable.Builder();
  final Ranges elements = new Ranges();
  final Ranges data = new Ranges();
  int start = -1;
  long dataCount = -1;

  ModuleOutline(Bytes bytes, long fileBase, Diagnostics diagnostics) {
    this.bytes = bytes;
    this.fileBase = fileBase;
    this.diagnostics = diagnostics;
    this.items = new Items(bytes);
  }

  void walk() {
    SectionHeaders headers = new SectionHeaders(bytes, fileBase, diagnostics);
    if (headers.version() != 1) {
      diagnostics.warn("wasm.version", fileBase + 4, "1", Integer.toString(headers.version()));
    }
    for (WasmSection section : headers.read(WasmConstants::sectionName)) {
      sections.add(walk(section));
    }
    int bodies = functions.bodyStart.count();
    if (functions.type.count() != bodies) {
      String expected = functions.type.count() + " bodies, as many as function entries";
      diagnostics.warn("wasm.code", -1, expected, Integer.toString(bodies));
    }
    if (dataCount >= 0 && dataCount != data.count()) {
      diagnostics.warn("wasm.datacount", -1, data.count() + " segments", Long.toString(dataCount));
    }
  }

  private WasmSection walk(WasmSection section) {
    int first = rows(section.id());
    if (section.id() != SECTION_CUSTOM) {
      String structure = "wasm." + section.name().replace(" ", "");
      long end = section.fileEnd();
      Cursor cursor = new Cursor(bytes, section.contentStart(), end, structure, fileBase);
      try {
        walk(section.id(), cursor);
        if (!cursor.isAtEnd()) {
          throw cursor.malformed("the end of the section", cursor.remaining() + " bytes more");
        }
      } catch (BinaryException e) {
        diagnostics.warn(e);
      }
    }
    return section.withItems(first, rows(section.id()) - first);
  }

  private void walk(int id, Cursor cursor) {
    switch (id) {
      case SECTION_TYPE -> types(cursor);
      case SECTION_IMPORT -> imports(cursor);
      case SECTION_FUNCTION -> functions(cursor);
      case SECTION_EXPORT -> exports(cursor);
      case SECTION_START -> start = Values.index(cursor);
      case SECTION_CODE -> bodies(cursor);
      case SECTION_DATA_COUNT -> dataCount = cursor.uleb128(32);
      case SECTION_TABLE, SECTION_MEMORY, SECTION_GLOBAL, SECTION_TAG -> definitions(id, cursor);
      case SECTION_ELEMENT, SECTION_DATA -> definitions(id, cursor);
      default -> throw cursor.malformed("a known section", "section id " + id);
    }
  }

  /** How many items of the kind that a section holds were found so far. */
  private int rows(int id) {
    return switch (id) {
      case SECTION_IMPORT -> imports.size();
      case SECTION_FUNCTION -> functions.type.count();
      case SECTION_EXPORT -> exports.start.count();
      case SECTION_CODE -> functions.bodyStart.count();
      case SECTION_TYPE,
          SECTION_TABLE,
          SECTION_MEMORY,
          SECTION_GLOBAL,
          SECTION_TAG,
          SECTION_ELEMENT,
          SECTION_DATA ->
          ranges(id).count();
      default -> 0;
    };
  }

  private Ranges ranges(int id) {
    return switch (id) {
      case SECTION_TYPE -> types;
      case SECTION_TABLE -> tables;
      case SECTION_MEMORY -> memories;
      case SECTION_GLOBAL -> globals;
      case SECTION_TAG -> tags;
      case SECTION_ELEMENT -> elements;
      default -> data;
    };
  }

  private void types(Cursor cursor) {
    int count = Values.count(cursor, 1);
    for (int i = 0; i < count; i++) {
      long start = cursor.position();
      if (cursor.u8() == RECURSIVE_GROUP) {
        int members = Values.count(cursor, 2);
        int group = types.count();
        for (int member = 0; member < members; member++) {
          type(cursor, group);
        }
      } else {
        cursor.seek(start);
        type(cursor, types.count());
      }
    }
  }

  private void type(Cursor cursor, int group) {
    checkRoom(cursor, types.count());
    long start = cursor.position();
    items.type(cursor, types.count());
    typeGroup.add(group);
    types.add(start, cursor.position());
  }

  private void imports(Cursor cursor) {
    int count = Values.count(cursor, 4);
    for (int i = 0; i < count; i++) {
      long start = cursor.position();
      String module = Values.name(cursor, bytes);
      String name = Values.name(cursor, bytes);
      int kind = cursor.u8();
      if (name.isEmpty() && kind == COMPACT_TYPED) {
        int members = Values.count(cursor, 3);
        for (int member = 0; member < members; member++) {
          long at = cursor.position();
          String itemName = Values.name(cursor, bytes);
          imported(cursor, at, module, itemName, cursor.u8());
        }
      } else if (name.isEmpty() && kind == COMPACT_OF_ONE_TYPE) {
        compactOfOneType(cursor, module);
      } else {
        imported(cursor, start, module, name, kind);
      }
    }
  }

  private void imported(Cursor cursor, long start, String module, String name, int number) {
    WasmImport item = items.imported(cursor, imports.size(), start, module, name, number);
    note(cursor, item);
  }

  /** One description, then the names of all the imports it describes. */
  private void compactOfOneType(Cursor cursor, String module) {
    WasmImport first = items.imported(cursor, 0, cursor.position(), module, "", cursor.u8());
    int members = Values.count(cursor, 1);
    for (int member = 0; member < members; member++) {
      long at = cursor.position();
      String name = Values.name(cursor, bytes);
      WasmImport item =
          new WasmImport(
              imports.size(),
              at,
              cursor.position(),
              module,
              name,
              first.kind(),
              first.typeIndex(),
              first.valueType(),
              first.isMutable(),
              first.limits());
      note(cursor, item);
    }
  }

  private void note(Cursor cursor, WasmImport item) {
    checkRoom(cursor, imports.size());
    imports.add(item);
    imported[item.kind().ordinal()]++;
  }

  private static void checkRoom(Cursor cursor, int count) {
    if (count >= Limits.MAX_WASM_ITEMS) {
      throw cursor.malformed("at most " + Limits.MAX_WASM_ITEMS + " items", "more");
    }
  }

  private void functions(Cursor cursor) {
    int count = Values.count(cursor, 1);
    for (int i = 0; i < count; i++) {
      checkRoom(cursor, functions.type.count());
      long start = cursor.position();
      functions.type.add(Values.index(cursor));
      functions.entryStart.add(start);
      functions.entryEnd.add(cursor.position());
    }
  }

  private void bodies(Cursor cursor) {
    int count = Values.count(cursor, 1);
    for (int i = 0; i < count; i++) {
      checkRoom(cursor, functions.bodyStart.count());
      long start = cursor.position();
      long size = cursor.uleb128(32);
      long code = cursor.position();
      cursor.skip(size);
      functions.bodyStart.add(start);
      functions.codeStart.add(code);
      functions.bodyEnd.add(cursor.position());
    }
  }

  private void exports(Cursor cursor) {
    int count = Values.count(cursor, 3);
    for (int i = 0; i < count; i++) {
      checkRoom(cursor, exports.start.count());
      long start = cursor.position();
      int length = Values.skipName(cursor);
      long nameEnd = cursor.position();
      int kind = cursor.u8();
      if (kind > ItemKind.TAG.ordinal()) {
        throw cursor.malformed("a kind of export, 0 to 4", Integer.toString(kind));
      }
      exports.item.add(Values.index(cursor));
      exports.kind.add((byte) kind);
      exports.nameStart.add(nameEnd - length);
      exports.nameLength.add(length);
      exports.start.add(start);
      exports.end.add(cursor.position());
    }
  }

  private void definitions(int id, Cursor cursor) {
    Ranges ranges = ranges(id);
    int count = Values.count(cursor, 2);
    if (id == SECTION_DATA && count > Limits.MAX_DATA_SEGMENTS) {
      String expected = "at most " + Limits.MAX_DATA_SEGMENTS + " data segments";
      throw cursor.malformed(expected, Integer.toString(count));
    }
    for (int i = 0; i < count; i++) {
      checkRoom(cursor, ranges.count());
      long start = cursor.position();
      definition(id, cursor);
      ranges.add(start, cursor.position());
    }
  }

  private void definition(int id, Cursor cursor) {
    switch (id) {
      case SECTION_TABLE -> items.table(cursor, 0);
      case SECTION_MEMORY -> items.memory(cursor, 0);
      case SECTION_GLOBAL -> items.global(cursor, 0);
      case SECTION_TAG -> items.tag(cursor, 0);
      case SECTION_ELEMENT -> items.element(cursor, 0);
      default -> items.data(cursor, 0);
    }
  }
}
