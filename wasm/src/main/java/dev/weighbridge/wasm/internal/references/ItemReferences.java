package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostic.Severity;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.LocalGroup;
import dev.weighbridge.wasm.operators.CodeReferences;
import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ReferenceKind;
import dev.weighbridge.wasm.operators.ReferenceVisitor;
import org.jspecify.annotations.Nullable;

/** What one item after another refers to: by its code, its expressions, its types. */
final class ItemReferences implements ReferenceVisitor {
  private final WasmModule module;
  private final ItemPlaces places;
  private final Elements elements;
  private final TableUse tables;
  private final ReferenceSink sink;

  /** Where the item starts whose references are being told. */
  private long from;

  /** The body being read, all bytes of which are its own: there each reference has its place. */
  private @Nullable OperatorCursor body;

  /** A memory that the item is known to use: most operators of code use the same. */
  private long used;

  ItemReferences(
      WasmModule module,
      ItemPlaces places,
      Elements elements,
      TableUse tables,
      ReferenceSink sink) {
    this.module = module;
    this.places = places;
    this.elements = elements;
    this.tables = tables;
    this.sink = sink;
  }

  /** Goes to an item; what is told next is of it. */
  void item(long fileStart) {
    from = fileStart;
    used = -1;
  }

  /** The item needs a type; below 0 none that the module defines. */
  void type(long index) {
    if (index >= 0) {
      sink.reference(from, places.type(index));
    }
  }

  void expression(ConstantExpression expression) {
    CodeReferences.visit(module.expression(expression.fileStart(), expression.fileEnd()), this);
  }

  /** Goes to a function and tells all of it. */
  void function(int row) {
    WasmFunctionTable functions = module.functions();
    item(functions.bodyStart(row));
    type(functions.typeIndex(row));
    if (from >= 0) {
      body(row);
    }
  }

  /** What can be read of a broken body counts, down to the declaration of its locals. */
  private void body(int row) {
    try {
      for (LocalGroup group : module.locals(row)) {
        type(group.type().typeIndex());
      }
      body = module.code(row);
      CodeReferences.visit(body, this);
    } catch (BinaryException e) {
      sink.unread(
          new Diagnostic(Severity.WARNING, e.structure(), e.fileOffset(), e.expected(), e.found()));
    }
    body = null;
  }

  @Override
  public void reference(ReferenceKind kind, long position, long target, long space) {
    switch (kind) {
      case CALL -> tell(position, places.of(ItemKind.FUNCTION, target));
      case FUNCTION -> function(position, target);
      case INDIRECT_CALL -> {
        tell(position, places.type(target));
        tables.take(space);
        tell(position, places.of(ItemKind.TABLE, space));
      }
      case REFERENCE_CALL, TYPE -> tell(position, places.type(target));
      case GLOBAL -> tell(position, places.of(ItemKind.GLOBAL, target));
      case TABLE -> {
        if (body != null) {
          tables.use(body.opcode(), target);
        }
        tell(position, places.of(ItemKind.TABLE, target));
      }
      case MEMORY -> memory(position, target);
      case ADDRESS, OFFSET -> memory(position, space);
      case TAG -> tell(position, places.of(ItemKind.TAG, target));
      case DATA -> tell(position, places.data(target));
      case ELEMENT -> tell(position, places.element(target));
      case CONSTANT -> {
        // It may be an address or a number; who uses the memory has told so otherwise.
      }
    }
  }

  private void tell(long position, long place) {
    sink.reference(body == null ? from : position, place);
  }

  private void function(long position, long index) {
    tell(position, places.of(ItemKind.FUNCTION, index));
    if (body != null) {
      tell(position, places.element(elements.declaring(index)));
    }
  }

  private void memory(long position, long index) {
    if (index != used) {
      tell(position, places.of(ItemKind.MEMORY, index));
      used = index;
    }
  }
}
