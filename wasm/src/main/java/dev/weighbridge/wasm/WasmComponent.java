package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.internal.values.Values;
import dev.weighbridge.wasm.names.ComponentNames;
import dev.weighbridge.wasm.names.NameMap;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A component: core modules and components, and what connects them. Component model, {@code
 * Binary.md}.
 *
 * <p>Only its own level is walked when it is made; what it nests is known by its section and read
 * when asked for. Positions count from the start of the component, which lies at {@link
 * #fileStart}. Immutable.
 */
public final class WasmComponent {
  private static final String NAME_SECTION = "component-name";

  private final Bytes bytes;
  private final long fileStart;
  private final int version;
  private final List<WasmSection> sections = new ArrayList<>();
  private final List<ComponentName> imports;
  private final List<ComponentName> exports;
  private final ComponentNames names;
  private final List<Diagnostic> diagnostics;

  private WasmComponent(Bytes bytes, long fileStart) {
    this.bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.fileStart = fileStart;
    Diagnostics found = new Diagnostics();
    SectionHeaders headers = new SectionHeaders(this.bytes, fileStart, found);
    version = headers.version();
    ComponentItems items = new ComponentItems(this.bytes);
    List<Cursor> named = new ArrayList<>();
    for (WasmSection section : headers.read(WasmConstants::componentSectionName)) {
      sections.add(walk(section, items, found));
      if (section.isCustom() && section.name().equals(NAME_SECTION)) {
        named.add(payload(section));
      }
    }
    imports = List.copyOf(items.imports);
    exports = List.copyOf(items.exports);
    names = ComponentNames.read(this.bytes, named, fileStart);
    found.addAll(names.diagnostics(), 0);
    diagnostics = found.list();
  }

  private Cursor payload(WasmSection section) {
    String structure = "wasm." + section.name();
    return new Cursor(bytes, section.payloadStart(), section.fileEnd(), structure, fileStart);
  }

  private WasmSection walk(WasmSection section, ComponentItems items, Diagnostics found) {
    Cursor cursor = payload(section);
    int count = 0;
    try {
      if (isList(section.id())) {
        count = Values.count(cursor, 1);
        cursor.seek(section.payloadStart());
      }
      if (section.id() == WasmConstants.COMPONENT_SECTION_IMPORT) {
        items.imports(cursor);
      } else if (section.id() == WasmConstants.COMPONENT_SECTION_EXPORT) {
        items.exports(cursor);
      } else if (section.id() > WasmConstants.COMPONENT_SECTION_LAST) {
        throw cursor.malformed("a known section", "section id " + section.id());
      }
    } catch (BinaryException e) {
      found.warn(e);
    }
    return section.withItems(0, count);
  }

  private static boolean isList(int id) {
    return id != WasmConstants.SECTION_CUSTOM
        && id != WasmConstants.COMPONENT_SECTION_CORE_MODULE
        && id != WasmConstants.COMPONENT_SECTION_COMPONENT
        && id != WasmConstants.COMPONENT_SECTION_START
        && id <= WasmConstants.COMPONENT_SECTION_LAST;
  }

  /** Whether these bytes begin like a component rather than a module. */
  public static boolean isComponent(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return bytes.length() >= 8 && bytes.u8(6) == SectionHeaders.COMPONENT_LAYER;
  }

  /**
   * The component in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with the preamble of a component
   */
  public static WasmComponent of(Bytes bytes) {
    return of(bytes, 0);
  }

  /**
   * The component in these bytes, which lie somewhere in a file.
   *
   * @param fileStart file offset of the first byte, for diagnostics
   * @throws MalformedBinaryException if they do not begin with the preamble of a component
   */
  public static WasmComponent of(Bytes bytes, long fileStart) {
    Objects.requireNonNull(bytes, "bytes");
    int layer = SectionHeaders.layer(bytes, fileStart);
    if (layer != SectionHeaders.COMPONENT_LAYER) {
      throw new MalformedBinaryException("wasm.layer", fileStart + 6, "1: a component", "" + layer);
    }
    return new WasmComponent(bytes, fileStart);
  }

  /**
   * The component at a path.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with the preamble of a component
   */
  public static WasmComponent open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the component. */
  public Bytes bytes() {
    return bytes;
  }

  /** File offset of the first byte: 0 unless it is nested. */
  public long fileStart() {
    return fileStart;
  }

  /** The version of the component model's format: 13 until it is final. */
  public int version() {
    return version;
  }

  /** Its name, if it has one. */
  public Optional<String> name() {
    return names.component();
  }

  /** Its sections in the order of the file; {@link WasmSection#itemCount} is what they state. */
  public List<WasmSection> sections() {
    return Collections.unmodifiableList(sections);
  }

  /** What it imports. */
  public List<ComponentName> imports() {
    return imports;
  }

  /** What it exports. */
  public List<ComponentName> exports() {
    return exports;
  }

  /** The names it gives to core modules, imported ones counted. */
  public NameMap moduleNames() {
    return names.modules();
  }

  /** The names it gives to components, imported ones counted. */
  public NameMap componentNames() {
    return names.components();
  }

  /** What was wrong on its own level. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * The core module in one of its sections, read now.
   *
   * @throws MalformedBinaryException if the section does not begin with a preamble
   */
  public WasmModule module(WasmSection section) {
    return WasmModule.of(content(section), fileStart + section.contentStart());
  }

  /**
   * The component in one of its sections, read now.
   *
   * @throws MalformedBinaryException if the section does not begin with a preamble
   */
  public WasmComponent component(WasmSection section) {
    return of(content(section), fileStart + section.contentStart());
  }

  /** The core modules nested in it, read now. */
  public List<WasmModule> modules() {
    List<WasmModule> modules = new ArrayList<>();
    for (WasmSection section : sections) {
      if (section.id() == WasmConstants.COMPONENT_SECTION_CORE_MODULE) {
        modules.add(module(section));
      }
    }
    return modules;
  }

  /** The components nested in it, read now, each with its own level only. */
  public List<WasmComponent> components() {
    List<WasmComponent> components = new ArrayList<>();
    for (WasmSection section : sections) {
      if (section.id() == WasmConstants.COMPONENT_SECTION_COMPONENT) {
        components.add(component(section));
      }
    }
    return components;
  }

  private Bytes content(WasmSection section) {
    return bytes.slice(section.contentStart(), section.fileEnd());
  }

  @Override
  public String toString() {
    return "component, " + sections.size() + " sections, " + bytes;
  }
}
