package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.ModuleOutline.Ranges;
import dev.weighbridge.wasm.internal.values.Values;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.LocalGroup;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmElementSegment;
import dev.weighbridge.wasm.items.WasmGlobal;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.items.WasmLimits;
import dev.weighbridge.wasm.items.WasmMemory;
import dev.weighbridge.wasm.items.WasmTable;
import dev.weighbridge.wasm.items.WasmTag;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.names.WasmNames;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ValueType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A core module: of the finished proposals, linked or an object file. Core specification 5.
 *
 * <p>All sections are walked once when it is made, so that every item is known by its place; what
 * an item says is decoded when asked for, and bodies only by {@link #code}. Positions count from
 * the start of the module, which in a component lies at {@link #fileStart}. Immutable.
 */
public final class WasmModule {
  private static final String BODY = "wasm.code.body";

  private final Bytes bytes;
  private final long fileStart;
  private final List<Diagnostic> diagnostics;
  private final List<WasmSection> sections;
  private final List<WasmImport> imports;
  private final int[] imported;
  private final ItemTable<WasmType> types;
  private final int[] typeGroup;
  private final WasmFunctionTable functions;
  private final ItemTable<WasmTable> tables;
  private final ItemTable<WasmMemory> memories;
  private final ItemTable<WasmGlobal> globals;
  private final ItemTable<WasmTag> tags;
  private final WasmExportTable exports;
  private final ItemTable<WasmElementSegment> elements;
  private final ItemTable<WasmDataSegment> data;
  private final int start;
  private final long dataCount;
  private volatile @Nullable WasmNames names;
  private volatile @Nullable CustomSections custom;

  private WasmModule(Bytes bytes, long fileStart) {
    this.bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.fileStart = fileStart;
    Diagnostics found = new Diagnostics();
    ModuleOutline outline = new ModuleOutline(this.bytes, fileStart, found);
    outline.walk();
    diagnostics = found.list();
    sections = List.copyOf(outline.sections);
    imports = List.copyOf(outline.imports);
    imported = outline.imported;
    Items items = new Items(this.bytes);
    types = table(outline.types, 0, items::type);
    typeGroup = outline.typeGroup.freeze();
    functions = new WasmFunctionTable(imported(ItemKind.FUNCTION), outline.functions);
    tables = table(outline.tables, imported(ItemKind.TABLE), items::table);
    memories = table(outline.memories, imported(ItemKind.MEMORY), items::memory);
    globals = table(outline.globals, imported(ItemKind.GLOBAL), items::global);
    tags = table(outline.tags, imported(ItemKind.TAG), items::tag);
    exports = outline.exports.freeze(this.bytes);
    elements = table(outline.elements, 0, items::element);
    data = table(outline.data, 0, items::data);
    start = outline.start;
    dataCount = outline.dataCount;
  }

  /** Reads an item from where a cursor stands. */
  private interface ItemReader<T> {
    T read(Cursor bytes, int index);
  }

  private <T> ItemTable<T> table(Ranges ranges, int firstIndex, ItemReader<T> reader) {
    return new ItemTable<>(
        ranges.start,
        ranges.end,
        (row, from, to) ->
            reader.read(new Cursor(bytes, from, to, "wasm", fileStart), firstIndex + row));
  }

  /**
   * The module in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with the preamble of a core module
   */
  public static WasmModule of(Bytes bytes) {
    return of(bytes, 0);
  }

  /**
   * The module in these bytes, which lie somewhere in a file.
   *
   * @param fileStart file offset of the first byte, for diagnostics
   * @throws MalformedBinaryException if they do not begin with the preamble of a core module
   */
  public static WasmModule of(Bytes bytes, long fileStart) {
    Objects.requireNonNull(bytes, "bytes");
    int layer = SectionHeaders.layer(bytes, fileStart);
    if (layer != SectionHeaders.MODULE_LAYER) {
      throw new MalformedBinaryException("wasm.layer", fileStart + 6, "0: a module", "" + layer);
    }
    return new WasmModule(bytes, fileStart);
  }

  /**
   * The module at a path.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with the preamble of a core module
   */
  public static WasmModule open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the module. */
  public Bytes bytes() {
    return bytes;
  }

  /** File offset of the first byte: 0 unless it is nested in a component. */
  public long fileStart() {
    return fileStart;
  }

  /** What was wrong with the outline, in the order of the file. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The sections in the order of the file. */
  public List<WasmSection> sections() {
    return sections;
  }

  /** The first custom section of a name. */
  public Optional<WasmSection> customSection(String name) {
    for (WasmSection section : sections) {
      if (section.isCustom() && section.name().equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** What all custom sections of a name hold. */
  private List<Cursor> payloads(String name) {
    List<Cursor> found = new ArrayList<>();
    for (WasmSection section : sections) {
      if (section.isCustom() && section.name().equals(name)) {
        String structure = "wasm." + name;
        found.add(
            new Cursor(bytes, section.payloadStart(), section.fileEnd(), structure, fileStart));
      }
    }
    return found;
  }

  /** What the name section says; read when first asked for. */
  public WasmNames names() {
    WasmNames known = names;
    if (known == null) {
      known = WasmNames.read(bytes, payloads("name"), fileStart);
      names = known;
    }
    return known;
  }

  /** What the other custom sections say; read when first asked for. */
  public CustomSections custom() {
    CustomSections known = custom;
    if (known == null) {
      known = new CustomSections(bytes, fileStart, sections, count(ItemKind.FUNCTION));
      custom = known;
    }
    return known;
  }

  /** The types; members of recursive groups one by one. */
  public ItemTable<WasmType> types() {
    return types;
  }

  /**
   * The first type of the recursive group that a type is in; the type itself if it stands alone.
   */
  public int typeGroup(int type) {
    return typeGroup[type];
  }

  /** The imports of all kinds. */
  public List<WasmImport> imports() {
    return imports;
  }

  /** How many items of a kind are imported; they come first in its index space. */
  public int imported(ItemKind kind) {
    return imported[kind.ordinal()];
  }

  /** The functions it defines. */
  public WasmFunctionTable functions() {
    return functions;
  }

  /** The tables it defines. */
  public ItemTable<WasmTable> tables() {
    return tables;
  }

  /** The linear memories it defines. */
  public ItemTable<WasmMemory> memories() {
    return memories;
  }

  /** The globals it defines. */
  public ItemTable<WasmGlobal> globals() {
    return globals;
  }

  /** The tags it defines. */
  public ItemTable<WasmTag> tags() {
    return tags;
  }

  /** The exports of all kinds. */
  public WasmExportTable exports() {
    return exports;
  }

  /** The index of the function that is called when it is instantiated. */
  public OptionalInt start() {
    return start < 0 ? OptionalInt.empty() : OptionalInt.of(start);
  }

  /** The element segments. */
  public ItemTable<WasmElementSegment> elements() {
    return elements;
  }

  /** The data segments. */
  public ItemTable<WasmDataSegment> data() {
    return data;
  }

  /** The number of data segments that the data count section states, or -1 if there is none. */
  public long dataCount() {
    return dataCount;
  }

  /** How many items of a kind there are, the imported ones included. */
  public int count(ItemKind kind) {
    int defined =
        switch (kind) {
          case FUNCTION -> functions.count();
          case TABLE -> tables.count();
          case MEMORY -> memories.count();
          case GLOBAL -> globals.count();
          case TAG -> tags.count();
        };
    return imported(kind) + defined;
  }

  /**
   * The operators of a function's body, behind the declaration of its locals.
   *
   * @param row of the function in {@link #functions}
   * @throws MalformedBinaryException if the declaration of the locals is broken
   * @throws IndexOutOfBoundsException if the function has no body
   */
  public OperatorCursor code(int row) {
    Cursor cursor = body(row);
    int groups = Values.count(cursor, 2);
    for (int i = 0; i < groups; i++) {
      cursor.uleb128(32);
      ValueType.read(cursor);
    }
    return new OperatorCursor(bytes, cursor.position(), cursor.end(), BODY, fileStart);
  }

  /**
   * Bytes of a function's body that its numbers would not need, written as short as possible:
   * linkers leave five bytes for each number they fill in. Decodes the body; errors as for {@link
   * #code} and {@link OperatorCursor#next}.
   */
  public long paddedBytes(int row) {
    long padded = 0;
    OperatorCursor code = code(row);
    while (code.next()) {
      padded += code.paddedBytes();
    }
    return padded;
  }

  /**
   * The locals that a function's body declares, its parameters not counted; errors as for {@link
   * #code}.
   */
  public List<LocalGroup> locals(int row) {
    Cursor cursor = body(row);
    int groups = Values.count(cursor, 2);
    List<LocalGroup> locals = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      long count = cursor.uleb128(32);
      locals.add(new LocalGroup(count, ValueType.read(cursor)));
    }
    return locals;
  }

  private Cursor body(int row) {
    return new Cursor(bytes, functions.codeStart(row), functions.bodyEnd(row), BODY, fileStart);
  }

  /** The operators of a constant expression that starts somewhere and ends before a limit. */
  public OperatorCursor expression(long start, long limit) {
    return new OperatorCursor(bytes, start, limit, "wasm.expression", fileStart);
  }

  /**
   * The size of a memory.
   *
   * @param index among all memories, imported ones first
   */
  public WasmLimits memoryLimits(int index) {
    int row = index - imported(ItemKind.MEMORY);
    if (row >= 0) {
      return memories.row(row).limits();
    }
    int seen = 0;
    for (WasmImport item : imports) {
      if (item.kind() == ItemKind.MEMORY && seen++ == index) {
        return item.limits().orElseThrow();
      }
    }
    throw new IndexOutOfBoundsException("memory " + index);
  }

  @Override
  public String toString() {
    return "module, " + sections().size() + " sections, " + bytes();
  }
}
