package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_BUILDINFO;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_CLASS;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_ENUM;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_FUNC_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_INTERFACE;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_MFUNC_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_STRING_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_STRUCTURE;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LF_UNION;

/**
 * What numbers of a program database stand for: functions, what those are in, texts, and how a
 * module was compiled. LLVM, CodeView Type Records.
 *
 * <p>A name is given as bytes of the file; what is missing or damaged has none. Immutable.
 */
final class PdbItems {
  /** Numbers of what a module was compiled by, in the order of the record. */
  static final int BUILD_DIRECTORY = 0;

  static final int BUILD_SOURCE = 2;

  /** A number from here on is of a smaller size than it seems: what follows tells the size. */
  private static final int LEAF_NUMERIC = 0x8000;

  private final PdbRecords items;
  private final PdbRecords types;

  PdbItems(PdbRecords items, PdbRecords types) {
    this.items = items;
    this.types = types;
  }

  private static boolean isA(PdbRecords records, long number, int kind, int size) {
    return records.has(number)
        && records.kind(number) == kind
        && records.end(number) - records.content(number) >= size;
  }

  /** The name of a function, without that of what it is in. */
  PdbName functionName(long function) {
    boolean isFunction =
        isA(items, function, LF_FUNC_ID, 8) || isA(items, function, LF_MFUNC_ID, 8);
    return name(items, isFunction ? items.content(function) + 8 : -1, function);
  }

  /** The text that tells what a function is in, -1 if none does. */
  long scopeOf(long function) {
    long scope =
        isA(items, function, LF_FUNC_ID, 8) ? items.bytes().u32(items.content(function)) : 0;
    return scope != 0 && isA(items, scope, LF_STRING_ID, 4) ? scope : -1;
  }

  /** The type that a function is a method of, -1 if it is none. */
  long classOf(long function) {
    return isA(items, function, LF_MFUNC_ID, 8) ? items.bytes().u32(items.content(function)) : -1;
  }

  /** A text. */
  PdbName text(long number) {
    boolean isText = isA(items, number, LF_STRING_ID, 4);
    return name(items, isText ? items.content(number) + 4 : -1, number);
  }

  /** The name of a class, structure, union or enumeration. */
  PdbName typeName(long type) {
    return name(types, typeNameStart(type), type);
  }

  private long typeNameStart(long type) {
    if (isA(types, type, LF_ENUM, 12)) {
      return types.content(type) + 12;
    }
    if (isA(types, type, LF_UNION, 10)) {
      return pastNumber(types.content(type) + 8);
    }
    boolean isClass =
        isA(types, type, LF_CLASS, 18)
            || isA(types, type, LF_STRUCTURE, 18)
            || isA(types, type, LF_INTERFACE, 18);
    return isClass ? pastNumber(types.content(type) + 16) : -1;
  }

  private long pastNumber(long at) {
    int leaf = types.bytes().u16(at);
    if (leaf < LEAF_NUMERIC) {
      return at + 2;
    }
    return switch (leaf) {
      case 0x8000 -> at + 3;
      case 0x8001, 0x8002 -> at + 4;
      case 0x8003, 0x8004 -> at + 6;
      case 0x8009, 0x800a -> at + 10;
      default -> -1;
    };
  }

  private static PdbName name(PdbRecords records, long start, long number) {
    return PdbName.at(records.bytes(), start, start < 0 ? -1 : records.end(number));
  }

  /** What is told of how a module was compiled: its directory, its source. */
  PdbName build(long command, int what) {
    boolean isTold =
        isA(items, command, LF_BUILDINFO, 2 + 4 * (what + 1))
            && what < items.bytes().u16(items.content(command));
    return text(isTold ? items.bytes().u32(items.content(command) + 2 + 4L * what) : 0);
  }
}
