package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostic.Severity;
import dev.weighbridge.wasm.ItemTable;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.SegmentMode;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.items.WasmGlobal;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.operators.CodeReferences;
import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ReferenceKind;
import dev.weighbridge.wasm.operators.ReferenceVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which items of a module need which others: by calls, by tables and the elements put into them, by
 * memories and the data put into them. Decodes every body; what else may be damaged was found when
 * the module was outlined, and is not there.
 *
 * <p>An indirect call may reach whatever is put into its table, and what is put into a memory may
 * be used by whoever uses the memory: which part of it cannot be told from the file.
 */
final class WasmReferences implements Consumer<ReferenceSink> {
  private final WasmModule module;

  WasmReferences(WasmModule module) {
    this.module = module;
  }

  @Override
  public void accept(ReferenceSink sink) {
    new Reading(module, sink).read();
  }

  /** One reading, with the places of all items at hand. */
  private static final class Reading implements ReferenceVisitor {
    private final WasmModule module;
    private final ReferenceSink sink;
    private final List<long[]> places = new ArrayList<>();

    /** Where the item starts whose references are being told. */
    private long from;

    /** Whether it is a body, all bytes of which are its own: then each reference has its place. */
    private boolean isBody;

    Reading(WasmModule module, ReferenceSink sink) {
      this.module = module;
      this.sink = sink;
      for (ItemKind kind : ItemKind.values()) {
        places.add(new long[module.count(kind)]);
      }
      imports();
      defined(ItemKind.TABLE, module.tables());
      defined(ItemKind.MEMORY, module.memories());
      defined(ItemKind.GLOBAL, module.globals());
      defined(ItemKind.TAG, module.tags());
      WasmFunctionTable functions = module.functions();
      for (int row = 0; row < functions.count(); row++) {
        place(ItemKind.FUNCTION)[functions.importedCount() + row] = functions.bodyStart(row);
      }
    }

    private long[] place(ItemKind kind) {
      return places.get(kind.ordinal());
    }

    private void imports() {
      int[] seen = new int[ItemKind.values().length];
      for (WasmImport item : module.imports()) {
        int index = seen[item.kind().ordinal()]++;
        place(item.kind())[index] = item.fileStart();
      }
    }

    private void defined(ItemKind kind, ItemTable<?> table) {
      for (int row = 0; row < table.count(); row++) {
        place(kind)[module.imported(kind) + row] = table.fileStart(row);
      }
    }

    /** Where an item starts; -1 if there is no such item. */
    private long place(ItemKind kind, long index) {
      long[] all = place(kind);
      return index >= 0 && index < all.length ? all[(int) index] : -1;
    }

    void read() {
      roots();
      imported();
      functions();
      for (int row = 0; row < module.elements().count(); row++) {
        elements(module.elements().row(row));
      }
      for (int row = 0; row < module.data().count(); row++) {
        data(module.data().row(row));
      }
      for (int row = 0; row < module.globals().count(); row++) {
        WasmGlobal global = module.globals().row(row);
        from = global.fileStart();
        expression(global.initializer());
      }
    }

    private void roots() {
      WasmExportTable exports = module.exports();
      for (int row = 0; row < exports.count(); row++) {
        root(RootReason.EXPORT, place(exports.kind(row), exports.itemIndex(row)));
      }
      if (module.start().isPresent()) {
        root(RootReason.ENTRY_POINT, place(ItemKind.FUNCTION, module.start().getAsInt()));
      }
      // Others see an imported table, and with it what is put into it.
      for (int i = 0; i < module.imported(ItemKind.TABLE); i++) {
        root(RootReason.EXPORT, place(ItemKind.TABLE, i));
      }
      // Which loads reach which memory cannot be told from addresses that are computed.
      for (int i = 0; i < module.count(ItemKind.MEMORY); i++) {
        root(RootReason.KEPT, place(ItemKind.MEMORY, i));
      }
    }

    private void root(RootReason reason, long start) {
      sink.root(reason, start, start + 1);
    }

    private void imported() {
      for (WasmImport item : module.imports()) {
        from = item.fileStart();
        if (item.typeIndex() >= 0) {
          type(from, item.typeIndex());
        }
      }
    }

    private void functions() {
      WasmFunctionTable functions = module.functions();
      for (int row = 0; row < functions.count(); row++) {
        from = functions.bodyStart(row);
        type(from, functions.typeIndex(row));
        if (from >= 0) {
          body(row);
        }
      }
    }

    /** What can be read of a broken body counts, down to the declaration of its locals. */
    private void body(int row) {
      isBody = true;
      try {
        CodeReferences.visit(module.code(row), this);
      } catch (BinaryException e) {
        unread(e);
      }
      isBody = false;
    }

    private void unread(BinaryException e) {
      sink.unread(
          new Diagnostic(Severity.WARNING, e.structure(), e.fileOffset(), e.expected(), e.found()));
    }

    private void type(long at, long index) {
      if (index >= 0 && index < module.types().count()) {
        sink.reference(at, module.types().fileStart((int) index));
      }
    }

    private void elements(WasmElementSegment segment) {
      from = segment.fileStart();
      if (segment.mode() == SegmentMode.ACTIVE) {
        sink.reference(place(ItemKind.TABLE, segment.table()), from);
      }
      segment.offset().ifPresent(this::expression);
      if (segment.mode() == SegmentMode.DECLARATIVE) {
        return;
      }
      if (segment.hasExpressions()) {
        expressions(segment);
      } else {
        indices(segment);
      }
    }

    private void indices(WasmElementSegment segment) {
      Cursor items =
          new Cursor(module.bytes(), segment.itemsStart(), segment.fileEnd(), "wasm.element", 0);
      for (int i = 0; i < segment.itemCount(); i++) {
        sink.reference(from, place(ItemKind.FUNCTION, items.uleb128(32)));
      }
    }

    private void expressions(WasmElementSegment segment) {
      long at = segment.itemsStart();
      for (int i = 0; i < segment.itemCount(); i++) {
        OperatorCursor code = module.expression(at, segment.fileEnd());
        CodeReferences.visit(code, this);
        at = code.end();
      }
    }

    private void data(WasmDataSegment segment) {
      from = segment.fileStart();
      if (segment.mode() == SegmentMode.ACTIVE) {
        sink.reference(place(ItemKind.MEMORY, segment.memory()), from);
      }
      segment.offset().ifPresent(this::expression);
    }

    private void expression(ConstantExpression expression) {
      CodeReferences.visit(module.expression(expression.fileStart(), expression.fileEnd()), this);
    }

    @Override
    public void reference(ReferenceKind kind, long position, long target, long space) {
      long at = isBody ? position : from;
      switch (kind) {
        case CALL, FUNCTION -> sink.reference(at, place(ItemKind.FUNCTION, target));
        case INDIRECT_CALL -> {
          type(at, target);
          sink.reference(at, place(ItemKind.TABLE, space));
        }
        case REFERENCE_CALL, TYPE -> type(at, target);
        case GLOBAL -> sink.reference(at, place(ItemKind.GLOBAL, target));
        case TABLE -> sink.reference(at, place(ItemKind.TABLE, target));
        case MEMORY -> sink.reference(at, place(ItemKind.MEMORY, target));
        case ADDRESS, OFFSET -> sink.reference(at, place(ItemKind.MEMORY, space));
        case TAG -> sink.reference(at, place(ItemKind.TAG, target));
        case DATA -> {
          if (target >= 0 && target < module.data().count()) {
            sink.reference(at, module.data().fileStart((int) target));
          }
        }
        case ELEMENT -> {
          if (target >= 0 && target < module.elements().count()) {
            sink.reference(at, module.elements().fileStart((int) target));
          }
        }
        case CONSTANT -> {
          // It may be an address or a number; who uses the memory has told so otherwise.
        }
      }
    }
  }
}
