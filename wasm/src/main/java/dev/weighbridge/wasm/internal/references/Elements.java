package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.SegmentMode;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.operators.CodeReferences;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ReferenceKind;
import dev.weighbridge.wasm.operators.ReferenceVisitor;
import java.util.Arrays;

/**
 * What element segments list. Code may refer to a function only if something outside of code does
 * so, too: that is what declarative segments are for.
 */
final class Elements {
  private static final int NONE = -1;

  private final WasmModule module;

  /** The declarative segment that lists each function. */
  private final int[] declaredBy;

  Elements(WasmModule module) {
    this.module = module;
    declaredBy = new int[module.count(ItemKind.FUNCTION)];
    Arrays.fill(declaredBy, NONE);
    for (int row = 0; row < module.elements().count(); row++) {
      WasmElementSegment segment = module.elements().row(row);
      if (segment.mode() == SegmentMode.DECLARATIVE) {
        visit(segment, (kind, position, target, space) -> declare(kind, target, segment.index()));
      }
    }
  }

  /** The first segment that lists a function counts: it is enough. */
  private void declare(ReferenceKind kind, long function, int segment) {
    boolean exists = function >= 0 && function < declaredBy.length;
    if (kind == ReferenceKind.FUNCTION && exists && declaredBy[(int) function] == NONE) {
      declaredBy[(int) function] = segment;
    }
  }

  /** The declarative segment that lists a function, or -1. */
  int declaring(long function) {
    return function >= 0 && function < declaredBy.length ? declaredBy[(int) function] : NONE;
  }

  /** Tells what the elements of a segment refer to. */
  void visit(WasmElementSegment segment, ReferenceVisitor visitor) {
    long at = segment.itemsStart();
    if (segment.hasExpressions()) {
      for (int i = 0; i < segment.itemCount(); i++) {
        OperatorCursor code = module.expression(at, segment.fileEnd());
        CodeReferences.visit(code, visitor);
        at = code.end();
      }
      return;
    }
    Cursor items = new Cursor(module.bytes(), at, segment.fileEnd(), "wasm.element", 0);
    for (int i = 0; i < segment.itemCount(); i++) {
      long place = items.position();
      visitor.reference(ReferenceKind.FUNCTION, place, items.uleb128(32), 0);
    }
  }
}
