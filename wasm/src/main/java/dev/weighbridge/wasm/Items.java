package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.wasm.internal.values.Values;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.SegmentMode;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.items.WasmGlobal;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.items.WasmLimits;
import dev.weighbridge.wasm.items.WasmMemory;
import dev.weighbridge.wasm.items.WasmTable;
import dev.weighbridge.wasm.items.WasmTag;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.items.WasmType.Field;
import dev.weighbridge.wasm.items.WasmType.Form;
import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the items of sections, each from where a cursor stands. Core specification 5.5. */
final class Items {
  private static final int FUNCTION_TYPE = 0x60;
  private static final int STRUCT_TYPE = 0x5F;
  private static final int ARRAY_TYPE = 0x5E;
  private static final int CONTINUATION_TYPE = 0x5D;
  private static final int SUB = 0x50;
  private static final int SUB_FINAL = 0x4F;
  private static final int TABLE_WITH_INITIALIZER = 0x40;
  private static final int HAS_MAXIMUM = 1;
  private static final int IS_SHARED = 2;
  private static final int IS_64_BIT = 4;
  private static final int HAS_PAGE_SIZE = 8;
  private static final int ALL_FLAGS = 15;
  private static final int LARGEST_PAGE_LOG2 = 16;
  private static final ItemKind[] KINDS = ItemKind.values();

  private final Bytes module;

  /** A reader of the items of a module. */
  Items(Bytes module) {
    this.module = module;
  }

  /** A subtype; recursive groups are the caller's. */
  WasmType type(Cursor bytes, int index) {
    long start = bytes.position();
    int code = bytes.u8();
    boolean isFinal = code != SUB;
    List<Integer> supertypes = new ArrayList<>();
    if (code == SUB || code == SUB_FINAL) {
      int count = Values.count(bytes, 1);
      for (int i = 0; i < count; i++) {
        supertypes.add(Values.index(bytes));
      }
      code = bytes.u8();
    }
    Form form = form(bytes, code);
    List<ValueType> parameters = form == Form.FUNCTION ? valueTypes(bytes) : List.of();
    List<ValueType> results = form == Form.FUNCTION ? valueTypes(bytes) : List.of();
    List<Field> fields = fields(bytes, form);
    if (form == Form.CONTINUATION) {
      supertypes.add(Values.index(bytes));
    }
    return new WasmType(
        index,
        start,
        bytes.position(),
        form,
        isFinal,
        List.copyOf(supertypes),
        parameters,
        results,
        fields);
  }

  private static Form form(Cursor bytes, int code) {
    return switch (code) {
      case FUNCTION_TYPE -> Form.FUNCTION;
      case STRUCT_TYPE -> Form.STRUCT;
      case ARRAY_TYPE -> Form.ARRAY;
      case CONTINUATION_TYPE -> Form.CONTINUATION;
      default -> throw bytes.malformed("a type", "0x" + Integer.toHexString(code));
    };
  }

  private static List<Field> fields(Cursor bytes, Form form) {
    if (form != Form.STRUCT && form != Form.ARRAY) {
      return List.of();
    }
    int count = form == Form.STRUCT ? Values.count(bytes, 2) : 1;
    List<Field> fields = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      ValueType type = ValueType.read(bytes);
      fields.add(new Field(type, mutability(bytes)));
    }
    return List.copyOf(fields);
  }

  private static List<ValueType> valueTypes(Cursor bytes) {
    int count = Values.count(bytes, 1);
    List<ValueType> types = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      types.add(ValueType.read(bytes));
    }
    return List.copyOf(types);
  }

  private static boolean mutability(Cursor bytes) {
    int flag = bytes.u8();
    if (flag > 1) {
      throw bytes.malformed("mutability 0 or 1", Integer.toString(flag));
    }
    return flag == 1;
  }

  private static WasmLimits limits(Cursor bytes) {
    int flags = bytes.u8();
    if (flags > ALL_FLAGS) {
      throw bytes.malformed("flags of limits, 0 to 15", Integer.toString(flags));
    }
    boolean is64Bit = (flags & IS_64_BIT) != 0;
    int bits = is64Bit ? 64 : 32;
    long minimum = bytes.uleb128(bits);
    long maximum = (flags & HAS_MAXIMUM) != 0 ? bytes.uleb128(bits) : -1;
    int pageSize = WasmConstants.PAGE_SIZE;
    if ((flags & HAS_PAGE_SIZE) != 0) {
      long log2 = bytes.uleb128(32);
      if (log2 > LARGEST_PAGE_LOG2) {
        throw bytes.malformed("a page size of at most 2^16", "2^" + log2);
      }
      pageSize = 1 << log2;
    }
    return new WasmLimits(minimum, maximum, (flags & IS_SHARED) != 0, is64Bit, pageSize);
  }

  /** What an import or its group says of the thing imported. */
  WasmImport imported(Cursor bytes, int index, long start, String from, String name, int number) {
    if (number >= KINDS.length) {
      throw bytes.malformed("a kind of import, 0 to 4", Integer.toString(number));
    }
    ItemKind kind = KINDS[number];
    int typeIndex = -1;
    boolean isMutable = false;
    Optional<ValueType> type = Optional.empty();
    Optional<WasmLimits> limits = Optional.empty();
    switch (kind) {
      case FUNCTION -> typeIndex = Values.index(bytes);
      case TABLE -> {
        type = Optional.of(ValueType.read(bytes));
        limits = Optional.of(limits(bytes));
      }
      case MEMORY -> limits = Optional.of(limits(bytes));
      case GLOBAL -> {
        type = Optional.of(ValueType.read(bytes));
        isMutable = mutability(bytes);
      }
      case TAG -> typeIndex = tagType(bytes);
    }
    return new WasmImport(
        index, start, bytes.position(), from, name, kind, typeIndex, type, isMutable, limits);
  }

  WasmTable table(Cursor bytes, int index) {
    long start = bytes.position();
    boolean hasInitializer = bytes.u8() == TABLE_WITH_INITIALIZER;
    if (hasInitializer) {
      int reserved = bytes.u8();
      if (reserved != 0) {
        throw bytes.malformed("0 behind 0x40", Integer.toString(reserved));
      }
    } else {
      bytes.seek(start);
    }
    ValueType element = ValueType.read(bytes);
    WasmLimits limits = limits(bytes);
    Optional<ConstantExpression> initializer =
        hasInitializer ? Optional.of(expression(bytes)) : Optional.empty();
    return new WasmTable(index, start, bytes.position(), element, limits, initializer);
  }

  WasmMemory memory(Cursor bytes, int index) {
    long start = bytes.position();
    WasmLimits limits = limits(bytes);
    return new WasmMemory(index, start, bytes.position(), limits);
  }

  WasmGlobal global(Cursor bytes, int index) {
    long start = bytes.position();
    ValueType type = ValueType.read(bytes);
    boolean isMutable = mutability(bytes);
    ConstantExpression initializer = expression(bytes);
    return new WasmGlobal(index, start, bytes.position(), type, isMutable, initializer);
  }

  WasmTag tag(Cursor bytes, int index) {
    long start = bytes.position();
    int type = tagType(bytes);
    return new WasmTag(index, start, bytes.position(), type);
  }

  private static int tagType(Cursor bytes) {
    int attribute = bytes.u8();
    if (attribute != 0) {
      throw bytes.malformed("attribute 0 of a tag", Integer.toString(attribute));
    }
    return Values.index(bytes);
  }

  WasmDataSegment data(Cursor bytes, int index) {
    long start = bytes.position();
    long flags = bytes.uleb128(32);
    if (flags > 2) {
      throw bytes.malformed("flags of a data segment, 0 to 2", Long.toString(flags));
    }
    boolean isPassive = flags == 1;
    int memory = flags == 2 ? Values.index(bytes) : isPassive ? -1 : 0;
    Optional<ConstantExpression> offset =
        isPassive ? Optional.empty() : Optional.of(expression(bytes));
    long size = bytes.uleb128(32);
    long content = bytes.position();
    bytes.skip(size);
    SegmentMode mode = isPassive ? SegmentMode.PASSIVE : SegmentMode.ACTIVE;
    return new WasmDataSegment(index, start, bytes.position(), mode, memory, offset, content);
  }

  WasmElementSegment element(Cursor bytes, int index) {
    long start = bytes.position();
    long flags = bytes.uleb128(32);
    if (flags > 7) {
      throw bytes.malformed("flags of an element segment, 0 to 7", Long.toString(flags));
    }
    boolean isActive = (flags & 1) == 0;
    boolean hasTableOrIsDeclared = (flags & 2) != 0;
    boolean hasExpressions = (flags & 4) != 0;
    int table = isActive ? hasTableOrIsDeclared ? Values.index(bytes) : 0 : -1;
    Optional<ConstantExpression> offset =
        isActive ? Optional.of(expression(bytes)) : Optional.empty();
    ValueType type = new ValueType(0x70, 0);
    if ((flags & 3) != 0) {
      type = hasExpressions ? ValueType.read(bytes) : elementKind(bytes, type);
    }
    int count = Values.count(bytes, 1);
    long items = bytes.position();
    for (int i = 0; i < count; i++) {
      if (hasExpressions) {
        expression(bytes);
      } else {
        bytes.uleb128(32);
      }
    }
    SegmentMode other = hasTableOrIsDeclared ? SegmentMode.DECLARATIVE : SegmentMode.PASSIVE;
    return new WasmElementSegment(
        index,
        start,
        bytes.position(),
        isActive ? SegmentMode.ACTIVE : other,
        table,
        offset,
        type,
        hasExpressions,
        items,
        count);
  }

  private static ValueType elementKind(Cursor bytes, ValueType function) {
    int kind = bytes.u8();
    if (kind != 0) {
      throw bytes.malformed("element kind 0", Integer.toString(kind));
    }
    return function;
  }

  /** A constant expression; the cursor then stands behind its {@code end}. */
  ConstantExpression expression(Cursor bytes) {
    return ConstantExpression.read(module, bytes);
  }
}
