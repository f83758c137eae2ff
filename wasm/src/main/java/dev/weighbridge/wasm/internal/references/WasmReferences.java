package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.SegmentMode;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.items.WasmGlobal;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.items.WasmTable;
import dev.weighbridge.wasm.items.WasmTag;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;
import java.util.function.Consumer;

/**
 * Which items of a module need which others: by calls, by tables and the elements put into them, by
 * memories and the data put into them, by types. Decodes every body; what else may be damaged was
 * found when the module was outlined, and is not there.
 *
 * <p>An indirect call may reach whatever is put into its table, and what is put into a memory may
 * be used by whoever uses the memory: which part of it cannot be told from the file.
 */
public final class WasmReferences implements Consumer<ReferenceSink> {
  private final WasmModule module;

  /** The references of a module. */
  public WasmReferences(WasmModule module) {
    this.module = module;
  }

  @Override
  public void accept(ReferenceSink sink) {
    new Reading(module, sink).read();
  }

  /** One reading, with the places of all items at hand. */
  private static final class Reading {
    private final WasmModule module;
    private final ReferenceSink sink;
    private final ItemPlaces places;
    private final Elements elements;
    private final TableUse tables;
    private final ItemReferences references;

    Reading(WasmModule module, ReferenceSink sink) {
      this.module = module;
      this.sink = sink;
      places = new ItemPlaces(module);
      elements = new Elements(module);
      tables = new TableUse(module);
      references = new ItemReferences(module, places, elements, tables, sink);
    }

    void read() {
      roots();
      new TypeReferences(module, places, sink).tell();
      module.imports().forEach(this::imported);
      for (int row = 0; row < module.functions().count(); row++) {
        references.function(row);
      }
      // What is put into tables counts by what all bodies do with these.
      for (int row = 0; row < module.elements().count(); row++) {
        elements(module.elements().row(row));
      }
      for (int row = 0; row < module.data().count(); row++) {
        data(module.data().row(row));
      }
      dataSymbols();
      module.tables().stream().forEach(this::table);
      module.globals().stream().forEach(this::global);
      module.tags().stream().forEach(this::tag);
    }

    private void roots() {
      WasmExportTable exports = module.exports();
      for (int row = 0; row < exports.count(); row++) {
        root(RootReason.EXPORT, places.of(exports.kind(row), exports.itemIndex(row)));
      }
      if (module.start().isPresent()) {
        root(RootReason.ENTRY_POINT, places.of(ItemKind.FUNCTION, module.start().getAsInt()));
      }
    }

    private void root(RootReason reason, long start) {
      sink.root(reason, start, start + 1);
    }

    private void imported(WasmImport item) {
      references.item(item.fileStart());
      references.type(item.typeIndex());
      item.valueType().ifPresent(type -> references.type(type.typeIndex()));
    }

    private void elements(WasmElementSegment segment) {
      long start = segment.fileStart();
      if (segment.mode() == SegmentMode.ACTIVE && tables.isRead(segment.table())) {
        put(ItemKind.TABLE, segment.table(), start);
      }
      sink.reference(start, places.of(ItemKind.TABLE, segment.table()));
      references.item(start);
      references.type(segment.type().typeIndex());
      segment.offset().ifPresent(references::expression);
      if (segment.mode() != SegmentMode.DECLARATIVE) {
        elements.visit(segment, references);
      }
    }

    private void data(WasmDataSegment segment) {
      long start = segment.fileStart();
      if (segment.mode() == SegmentMode.ACTIVE) {
        put(ItemKind.MEMORY, segment.memory(), start);
      }
      sink.reference(start, places.of(ItemKind.MEMORY, segment.memory()));
      references.item(start);
      segment.offset().ifPresent(references::expression);
    }

    /** A table or memory keeps what is put into it; others see it in one that is imported. */
    private void put(ItemKind kind, int index, long segment) {
      sink.reference(places.of(kind, index), segment);
      if (index < module.imported(kind)) {
        root(RootReason.EXPORT, places.of(kind, index));
      }
    }

    /** Who uses which piece of a segment that has a name is not told either. */
    private void dataSymbols() {
      if (module.custom().linking().isEmpty()) {
        return;
      }
      LinkingSymbolTable symbols = module.custom().linking().map(Linking::symbols).orElseThrow();
      for (int i = 0; i < symbols.count(); i++) {
        int segment = symbols.kind(i) == LinkingSymbolTable.SYMTAB_DATA ? symbols.item(i) : -1;
        if (segment >= 0 && segment < module.data().count() && symbols.offset(i) >= 0) {
          WasmDataSegment home = module.data().row(segment);
          sink.reference(home.fileStart(), home.contentStart() + symbols.offset(i));
        }
      }
    }

    private void table(WasmTable table) {
      references.item(table.fileStart());
      references.type(table.element().typeIndex());
      table.initializer().ifPresent(references::expression);
    }

    private void global(WasmGlobal global) {
      references.item(global.fileStart());
      references.type(global.type().typeIndex());
      references.expression(global.initializer());
    }

    private void tag(WasmTag tag) {
      references.item(tag.fileStart());
      references.type(tag.typeIndex());
    }
  }
}
