package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.wasm.ComponentName.Sort;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.ArrayList;
import java.util.List;

/** Reads what a component's import and export sections say. */
final class ComponentItems {
  /** Imports or exports of one component: each becomes an object, and hundreds are many. */
  private static final int MAX_NAMES = 100_000;

  private static final int CORE = 0;
  private static final int CORE_MODULE = 0x11;
  private static final Sort[] SORTS = {
    Sort.CORE_MODULE, Sort.FUNCTION, Sort.VALUE, Sort.TYPE, Sort.COMPONENT, Sort.INSTANCE
  };

  private final Bytes bytes;
  final List<ComponentName> imports = new ArrayList<>();
  final List<ComponentName> exports = new ArrayList<>();

  ComponentItems(Bytes bytes) {
    this.bytes = bytes;
  }

  void imports(Cursor cursor) {
    int count = Values.count(cursor, 4, MAX_NAMES);
    for (int i = 0; i < count; i++) {
      long start = cursor.position();
      String text = externName(cursor);
      Sort sort = description(cursor);
      imports.add(new ComponentName(imports.size(), start, cursor.position(), text, sort));
    }
  }

  void exports(Cursor cursor) {
    int count = Values.count(cursor, 4, MAX_NAMES);
    for (int i = 0; i < count; i++) {
      long start = cursor.position();
      String text = externName(cursor);
      Sort sort = sort(cursor);
      cursor.uleb128(32);
      if (cursor.u8() == 1) {
        description(cursor);
      }
      exports.add(new ComponentName(exports.size(), start, cursor.position(), text, sort));
    }
  }

  /** Since version 0x0d names have a prefix byte: 0 and 1 plain, 2 with a version behind. */
  private String externName(Cursor cursor) {
    int form = cursor.u8();
    if (form > 2) {
      throw cursor.malformed("a name of form 0 to 2", Integer.toString(form));
    }
    String text = Values.name(cursor, bytes);
    if (form == 2) {
      int options = Values.count(cursor, 2);
      for (int i = 0; i < options; i++) {
        cursor.u8();
        Values.skipName(cursor);
      }
    }
    return text;
  }

  private static Sort sort(Cursor cursor) {
    int number = cursor.u8();
    if (number >= SORTS.length) {
      throw cursor.malformed("a sort of 0 to 5", Integer.toString(number));
    }
    if (number == CORE) {
      int core = cursor.u8();
      if (core != CORE_MODULE) {
        throw cursor.malformed("a core module", "core sort " + core);
      }
    }
    return SORTS[number];
  }

  /** An {@code externdesc}. */
  private static Sort description(Cursor cursor) {
    Sort sort = sort(cursor);
    switch (sort) {
      case TYPE -> {
        if (cursor.u8() == 0) {
          cursor.uleb128(32);
        }
      }
      case VALUE -> {
        if (cursor.u8() == 0) {
          cursor.uleb128(32);
        } else {
          cursor.sleb128(33);
        }
      }
      default -> cursor.uleb128(32);
    }
    return sort;
  }
}
