package dev.weighbridge.wasm.operators;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.internal.values.Leb;
import java.util.Objects;

/**
 * Reads an expression operator by operator: a body behind its locals, or a constant expression.
 *
 * <pre>{@code
 * OperatorCursor code = module.code(function);
 * while (code.next()) {
 *   System.out.println(code.operator().mnemonic());
 * }
 * }</pre>
 *
 * <p>It ends behind the {@code end} that closes the expression, wherever the range ends. Positions
 * count from the start of the module. Not for use by several threads.
 */
public final class OperatorCursor {
  /** Most immediates of one operator: {@code br_on_cast} has four. */
  private static final int MAX_IMMEDIATES = 4;

  /** Bit 6 of the alignment says that the index of a memory follows. Core specification 5.4.6. */
  private static final long HAS_MEMORY = 0x40;

  private final Cursor bytes;
  private final long[] values = new long[MAX_IMMEDIATES];
  private LongColumn list = new LongColumn(0);

  // next() fills it.
  @SuppressWarnings("NullAway.Init")
  private Operator operator;

  private long start;
  private long memory;
  private long blockHeapType;
  private int padding;
  private int depth = 1;

  /**
   * A cursor before the first operator of an expression.
   *
   * @param module the bytes of the module
   * @param start where the expression starts
   * @param end where it ends at the latest
   * @param structure what it belongs to, for errors: {@code wasm.code[7]}
   * @param fileBase file offset of the module
   * @throws IndexOutOfBoundsException if the range does not fit the bytes
   */
  public OperatorCursor(Bytes module, long start, long end, String structure, long fileBase) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(structure, "structure");
    this.bytes = new Cursor(module, start, end, structure, fileBase);
    this.start = start;
  }

  /**
   * Goes to the next operator; false behind the end of the expression.
   *
   * @throws MalformedBinaryException if its opcode is unknown or it is cut short
   */
  public boolean next() {
    if (depth == 0) {
      return false;
    }
    start = bytes.position();
    padding = 0;
    int opcode = bytes.u8();
    if (OperatorTable.isPrefix(opcode)) {
      long number = unsigned(32);
      opcode = opcode << 16 | (int) Math.min(number, 0xFFFF);
    }
    Operator found = OperatorTable.operator(opcode);
    if (found == null) {
      bytes.seek(start);
      throw bytes.malformed("a known operator", "opcode 0x" + Integer.toHexString(opcode));
    }
    operator = found;
    int count = operator.immediates().size();
    for (int i = 0; i < count; i++) {
      values[i] = read(operator.immediates().get(i));
    }
    nest(opcode);
    return true;
  }

  private void nest(int opcode) {
    switch (opcode) {
      case Operator.BLOCK, Operator.LOOP, Operator.IF, Operator.TRY, Operator.TRY_TABLE -> depth++;
      case Operator.END, Operator.DELEGATE -> depth--;
      default -> {}
    }
  }

  private long read(Immediate immediate) {
    return switch (immediate) {
      case BLOCK_TYPE -> blockType();
      case HEAP_TYPE -> signed(33);
      case LABEL_TABLE -> labels();
      case MEMORY_ARGUMENT -> memoryArgument();
      case I32 -> signed(32);
      case I64 -> signed(64);
      case F32 -> bytes.u32();
      case F64 -> bytes.i64();
      case V128 -> vector();
      case LANE, CAST_FLAGS, ORDERING -> bytes.u8();
      case VALUE_TYPES -> valueTypes();
      case HANDLERS -> handlers();
      case RESUME_HANDLERS -> resumeHandlers();
      default -> unsigned(32);
    };
  }

  private long unsigned(int bits) {
    long from = bytes.position();
    long number = bytes.uleb128(bits);
    long length = bytes.position() - from;
    if (length > 1) {
      padding += (int) length - Leb.unsignedLength(number);
    }
    return number;
  }

  private long signed(int bits) {
    long from = bytes.position();
    long number = bytes.sleb128(bits);
    long length = bytes.position() - from;
    if (length > 1) {
      padding += (int) length - Leb.signedLength(number);
    }
    return number;
  }

  /** The codes of value types are negative numbers, those of references have a heap type behind. */
  private long blockType() {
    long type = signed(33);
    boolean hasHeapType = type == ValueType.REF - 0x80 || type == ValueType.REF_NULL - 0x80;
    blockHeapType = hasHeapType ? signed(33) : -1;
    return type;
  }

  private long memoryArgument() {
    long alignment = unsigned(32);
    memory = (alignment & HAS_MEMORY) != 0 ? unsigned(32) : 0;
    return unsigned(64);
  }

  private long vector() {
    long place = bytes.position();
    bytes.skip(16);
    return place;
  }

  private long labels() {
    long count = unsigned(32);
    list = new LongColumn(0);
    for (long i = 0; i <= count; i++) {
      list.add(unsigned(32));
    }
    return count;
  }

  private long valueTypes() {
    long count = unsigned(32);
    list = new LongColumn(0);
    for (long i = 0; i < count; i++) {
      ValueType type = ValueType.read(bytes);
      list.add(type.typeIndex());
    }
    return count;
  }

  /** {@code catch} and {@code catch_ref} have a tag, {@code catch_all} and its like have none. */
  private long handlers() {
    long count = unsigned(32);
    list = new LongColumn(0);
    for (long i = 0; i < count; i++) {
      int clause = bytes.u8();
      if (clause > 3) {
        throw bytes.malformed("a catch clause of 0 to 3", Integer.toString(clause));
      }
      list.add(clause < 2 ? unsigned(32) : -1);
      list.add(unsigned(32));
    }
    return count;
  }

  /** A handler has a tag and a label to branch to, or a tag to switch on. */
  private long resumeHandlers() {
    long count = unsigned(32);
    list = new LongColumn(0);
    for (long i = 0; i < count; i++) {
      int clause = bytes.u8();
      if (clause > 1) {
        throw bytes.malformed("a handler of 0 or 1", Integer.toString(clause));
      }
      list.add(unsigned(32));
      list.add(clause == 0 ? unsigned(32) : -1);
    }
    return count;
  }

  /** The operator gone to last. */
  public Operator operator() {
    return operator;
  }

  /** Its opcode, as {@link Operator#opcode}. */
  public int opcode() {
    return operator.opcode();
  }

  /** Where it starts. */
  public long start() {
    return start;
  }

  /** Where the next one starts. */
  public long end() {
    return bytes.position();
  }

  /** The value of one of its immediates, as {@link Immediate} says. */
  public long value(int immediate) {
    return values[immediate];
  }

  /** The memory of its {@link Immediate#MEMORY_ARGUMENT}; 0 unless the file says another. */
  public long memory() {
    return memory;
  }

  /** The type index in the value type that its {@link Immediate#BLOCK_TYPE} is, or negative. */
  public long blockHeapType() {
    return blockHeapType;
  }

  /** The type index in one of its {@link Immediate#VALUE_TYPES}, or negative. */
  public long valueHeapType(int row) {
    return list.get(row);
  }

  /** A label of its {@link Immediate#LABEL_TABLE}; the default label stands behind the others. */
  public long label(int row) {
    return list.get(row);
  }

  /** The tag that a clause of its {@link Immediate#HANDLERS} is for, or -1 if for all. */
  public long handlerTag(int row) {
    return list.get(2 * row);
  }

  /** The label that a clause of its {@link Immediate#HANDLERS} branches to, or -1. */
  public long handlerLabel(int row) {
    return list.get(2 * row + 1);
  }

  /** How many blocks are open behind the operator, the expression itself included. */
  public int depth() {
    return depth;
  }

  /** Whether the {@code end} that closes the expression was passed. */
  public boolean isAtEnd() {
    return depth == 0;
  }

  /** Bytes that its numbers would not need, were they written as short as possible. */
  public int paddedBytes() {
    return padding;
  }

  @Override
  public String toString() {
    return operator + " at " + start;
  }
}
