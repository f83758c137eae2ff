package dev.weighbridge.wasm.operators;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.List;
import java.util.Objects;

/**
 * Lists what an expression refers to: functions, types, globals, segments, constant addresses.
 *
 * <pre>{@code
 * CodeReferences.visit(
 *     module.code(function),
 *     (kind, position, target, space) -> {
 *       if (kind == ReferenceKind.CALL) {
 *         System.out.println("calls func[" + target + "]");
 *       }
 *     });
 * }</pre>
 */
public final class CodeReferences {
  private static final long U32 = 0xFFFF_FFFFL;

  private final OperatorCursor code;
  private final ReferenceVisitor visitor;
  private boolean hasConstant;
  private long constant;

  private CodeReferences(OperatorCursor code, ReferenceVisitor visitor) {
    this.code = code;
    this.visitor = visitor;
  }

  /**
   * Reads an expression to its end and tells a visitor what it refers to.
   *
   * @throws MalformedBinaryException if it cannot be decoded; what came before was told
   */
  public static void visit(OperatorCursor code, ReferenceVisitor visitor) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(visitor, "visitor");
    CodeReferences references = new CodeReferences(code, visitor);
    while (code.next()) {
      references.operator();
    }
  }

  private void operator() {
    List<Immediate> immediates = code.operator().immediates();
    int count = immediates.size();
    for (int i = 0; i < count; i++) {
      immediate(immediates.get(i), code.value(i));
    }
    int opcode = code.opcode();
    hasConstant = opcode == Operator.I32_CONST || opcode == Operator.I64_CONST;
  }

  private void immediate(Immediate immediate, long value) {
    switch (immediate) {
      case FUNCTION -> tell(isCall() ? ReferenceKind.CALL : ReferenceKind.FUNCTION, value);
      case TYPE -> type(value);
      case TABLE -> tell(ReferenceKind.TABLE, value);
      case GLOBAL -> tell(ReferenceKind.GLOBAL, value);
      case MEMORY -> tell(ReferenceKind.MEMORY, value);
      case DATA -> tell(ReferenceKind.DATA, value);
      case ELEMENT -> tell(ReferenceKind.ELEMENT, value);
      case TAG -> tell(ReferenceKind.TAG, value);
      case HANDLERS, RESUME_HANDLERS -> handlers(value);
      case I32 -> constant(value & U32);
      case I64 -> constant(value);
      case MEMORY_ARGUMENT -> memory(value);
      case BLOCK_TYPE -> heapType(value < 0 ? code.blockHeapType() : value);
      case HEAP_TYPE -> heapType(value);
      case VALUE_TYPES -> {
        for (int i = 0; i < value; i++) {
          heapType(code.valueHeapType(i));
        }
      }
      default -> {}
    }
  }

  private void heapType(long index) {
    if (index >= 0) {
      tell(ReferenceKind.TYPE, index);
    }
  }

  private void tell(ReferenceKind kind, long target) {
    visitor.reference(kind, code.start(), target, 0);
  }

  private boolean isCall() {
    return code.opcode() == Operator.CALL || code.opcode() == Operator.RETURN_CALL;
  }

  private void type(long index) {
    switch (code.opcode()) {
      case Operator.CALL_INDIRECT, Operator.RETURN_CALL_INDIRECT ->
          visitor.reference(ReferenceKind.INDIRECT_CALL, code.start(), index, code.value(1));
      case Operator.CALL_REF, Operator.RETURN_CALL_REF -> tell(ReferenceKind.REFERENCE_CALL, index);
      default -> tell(ReferenceKind.TYPE, index);
    }
  }

  private void handlers(long count) {
    for (int i = 0; i < count; i++) {
      if (code.handlerTag(i) >= 0) {
        tell(ReferenceKind.TAG, code.handlerTag(i));
      }
    }
  }

  private void constant(long value) {
    constant = value;
    tell(ReferenceKind.CONSTANT, value);
  }

  /** A load pops its address, so a constant right before it is that; a store pops a value first. */
  private void memory(long offset) {
    boolean isKnown = hasConstant && code.operator().isLoad();
    long address = isKnown ? constant + offset : offset;
    if (isKnown || offset != 0) {
      ReferenceKind kind = isKnown ? ReferenceKind.ADDRESS : ReferenceKind.OFFSET;
      visitor.reference(kind, code.start(), address, code.memory());
    } else {
      tell(ReferenceKind.MEMORY, code.memory());
    }
  }
}
