package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.wasm.CodeMetadata;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.internal.values.Leb;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.operators.OperatorCursor;
import java.util.List;

/**
 * States what items cost outside their definitions: section headers, entries of the function,
 * export and element sections, names; in the order of the file.
 */
final class ItemStructures {
  /** Bytes of the preamble: magic number, version, layer. */
  private static final int PREAMBLE = 8;

  private static final String REF_FUNC = "ref.func";

  private final WasmModule module;
  private final Bytes bytes;
  private final SymbolRows rows;
  private final LinkingFacts linking;
  private final ImageBuilder image;
  private final int entry;
  private final int padding;
  private final int header;
  private int nextMetadata;
  private final int[] seenImports = new int[ItemKind.values().length];

  ItemStructures(WasmModule module, SymbolRows rows, LinkingFacts linking, ImageBuilder image) {
    this.linking = linking;
    this.module = module;
    this.bytes = module.bytes();
    this.rows = rows;
    this.image = image;
    entry = image.label("entry");
    padding = image.label("LEB128 padding");
    header = image.label("section header");
  }

  void state(boolean isRelocatable) {
    image.structure("preamble", Kind.HEADERS, 0, PREAMBLE);
    NameStructures names = new NameStructures(module, rows, image);
    for (WasmSection section : module.sections()) {
      header(section);
      switch (section.id()) {
        case WasmConstants.SECTION_CUSTOM -> custom(section, names, isRelocatable);
        case WasmConstants.SECTION_IMPORT -> imports(section);
        case WasmConstants.SECTION_FUNCTION -> functions(section);
        case WasmConstants.SECTION_EXPORT -> exports(section);
        case WasmConstants.SECTION_START -> start(section);
        case WasmConstants.SECTION_ELEMENT -> elements(section);
        case WasmConstants.SECTION_CODE -> bodies(section);
        case WasmConstants.SECTION_DATA -> data(section);
        default -> {}
      }
    }
  }

  private void header(WasmSection section) {
    long start = section.fileStart();
    long size = section.contentStart() - start;
    image.structure(header, Kind.HEADERS, start, size, Subject.NONE, -1);
    pad(start + 1, section.contentStart(), section.contentSize(), SymbolRows.NONE);
  }

  private void custom(WasmSection section, NameStructures names, boolean isRelocatable) {
    switch (section.name()) {
      case "name" -> names.state(section);
      case "linking" -> linking.costs(section);
      default -> {
        linking.relocations(section, isRelocatable);
        codeMetadata(section);
      }
    }
  }

  private void codeMetadata(WasmSection section) {
    List<CodeMetadata> all = module.custom().codeMetadata();
    while (nextMetadata < all.size() && all.get(nextMetadata).fileEnd() <= section.fileEnd()) {
      CodeMetadata metadata = all.get(nextMetadata++);
      int row = rows.function(metadata.function());
      about(entry, Kind.OTHER, metadata.fileStart(), metadata.fileEnd(), row);
    }
  }

  private void entry(long start, long end, int row) {
    about(entry, Kind.LINKING, start, end, row);
  }

  private void about(int label, Kind kind, long start, long end, int row) {
    Subject subject = row == SymbolRows.NONE ? Subject.NONE : Subject.SYMBOL;
    image.structure(label, kind, start, end - start, subject, row);
  }

  /** The bytes that an unsigned LEB128 number would not need. */
  private void pad(long start, long end, long number, int row) {
    if (end - start > 1) {
      long needed = start + Leb.unsignedLength(number);
      if (needed < end) {
        about(padding, Kind.PADDING, needed, end, row);
      }
    }
  }

  private void imports(WasmSection section) {
    for (int i = 0; i < section.itemCount(); i++) {
      WasmImport item = module.imports().get(section.firstItem() + i);
      int index = seenImports[item.kind().ordinal()]++;
      entry(item.fileStart(), item.fileEnd(), rows.of(item.kind(), index));
    }
  }

  private void functions(WasmSection section) {
    WasmFunctionTable functions = module.functions();
    for (int i = 0; i < section.itemCount(); i++) {
      int function = section.firstItem() + i;
      long start = functions.entryStart(function);
      long end = functions.entryEnd(function);
      int row = rows.function(functions.importedCount() + (long) function);
      entry(start, end, row);
      pad(start, end, functions.typeIndex(function), row);
    }
  }

  private void exports(WasmSection section) {
    WasmExportTable exports = module.exports();
    for (int i = 0; i < section.itemCount(); i++) {
      int export = section.firstItem() + i;
      int row = rows.of(exports.kind(export), exports.itemIndex(export));
      entry(exports.fileStart(export), exports.fileEnd(export), row);
    }
  }

  private void start(WasmSection section) {
    if (module.start().isPresent()) {
      entry(section.contentStart(), section.fileEnd(), rows.function(module.start().getAsInt()));
    }
  }

  private void elements(WasmSection section) {
    for (int i = 0; i < section.itemCount(); i++) {
      WasmElementSegment segment = module.elements().row(section.firstItem() + i);
      if (segment.hasExpressions()) {
        expressions(segment);
      } else {
        indices(segment);
      }
    }
  }

  private void indices(WasmElementSegment segment) {
    Cursor cursor = new Cursor(bytes, segment.itemsStart(), segment.fileEnd(), "wasm.element", 0);
    for (int i = 0; i < segment.itemCount(); i++) {
      long start = cursor.position();
      long function = cursor.uleb128(32);
      int row = rows.function(function);
      entry(start, cursor.position(), row);
      pad(start, cursor.position(), function, row);
    }
  }

  /** An element that is an expression is about the function it refers to. */
  private void expressions(WasmElementSegment segment) {
    long at = segment.itemsStart();
    for (int i = 0; i < segment.itemCount(); i++) {
      OperatorCursor code = module.expression(at, segment.fileEnd());
      int row = SymbolRows.NONE;
      while (code.next()) {
        if (code.operator().mnemonic().equals(REF_FUNC)) {
          row = rows.function(code.value(0));
        }
      }
      if (row != SymbolRows.NONE) {
        entry(at, code.end(), row);
      }
      at = code.end();
    }
  }

  private void bodies(WasmSection section) {
    WasmFunctionTable functions = module.functions();
    for (int i = 0; i < section.itemCount(); i++) {
      int function = section.firstItem() + i;
      long start = functions.bodyStart(function);
      if (i == 0) {
        count(section, start);
      }
      long code = functions.codeStart(function);
      int row = rows.function(functions.importedCount() + (long) function);
      pad(start, code, functions.bodyEnd(function) - code, row);
    }
  }

  /** The number of items at the start of a section whose other bytes all have owners. */
  private void count(WasmSection section, long end) {
    long start = section.contentStart();
    image.structure("count", Kind.HEADERS, start, end - start);
    pad(start, end, section.itemCount(), SymbolRows.NONE);
  }

  private void data(WasmSection section) {
    int headers = image.label("segment header");
    for (int i = 0; i < section.itemCount(); i++) {
      WasmDataSegment segment = module.data().row(section.firstItem() + i);
      if (i == 0) {
        count(section, segment.fileStart());
      }
      int row = rows.data(segment.index());
      about(headers, Kind.HEADERS, segment.fileStart(), segment.contentStart(), row);
    }
  }
}
