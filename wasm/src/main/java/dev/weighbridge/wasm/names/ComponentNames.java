package dev.weighbridge.wasm.names;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the {@code component-name} section says: the name of the component, then names by sort, of
 * which those of core modules and of components are kept. Component model, {@code Binary.md}.
 *
 * <p>A fault leaves the names before it and becomes a diagnostic. Without such a section all is
 * empty.
 */
public final class ComponentNames {
  private static final int COMPONENT_SUBSECTION = 0;
  private static final int SORT_SUBSECTION = 1;
  private static final int CORE = 0;
  private static final int CORE_MODULE = 0x11;
  private static final int COMPONENT = 4;

  private final Optional<String> component;
  private final NameMap modules;
  private final NameMap components;
  private final List<Diagnostic> diagnostics;

  private ComponentNames(Reader reader) {
    component = reader.component;
    modules = reader.modules.freeze(reader.bytes);
    components = reader.components.freeze(reader.bytes);
    diagnostics = reader.found.list();
  }

  /**
   * The names that such sections give; there should be one, and what others say comes behind.
   *
   * @param component the bytes of the component
   * @param payloads for each section a cursor through them, before what follows its own name
   * @param fileBase file offset of the component, for diagnostics
   */
  public static ComponentNames read(Bytes component, List<Cursor> payloads, long fileBase) {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(payloads, "payloads");
    Reader reader = new Reader(component, fileBase);
    for (Cursor payload : payloads) {
      reader.section(payload);
    }
    return new ComponentNames(reader);
  }

  /** The name of the component, if it has one. */
  public Optional<String> component() {
    return component;
  }

  /** The names of core modules, imported ones counted. */
  public NameMap modules() {
    return modules;
  }

  /** The names of components, imported ones counted. */
  public NameMap components() {
    return components;
  }

  /** What was wrong with the sections. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public String toString() {
    return component.orElse("no name");
  }

  /** Reads section by section, so that a fault leaves what came before it. */
  private static final class Reader {
    private final Bytes bytes;
    private final long fileBase;
    private final NameMap.Builder modules = new NameMap.Builder();
    private final NameMap.Builder components = new NameMap.Builder();
    private final Diagnostics found = new Diagnostics();
    private Optional<String> component = Optional.empty();

    Reader(Bytes bytes, long fileBase) {
      this.bytes = bytes;
      this.fileBase = fileBase;
    }

    void section(Cursor payload) {
      try {
        while (!payload.isAtEnd()) {
          subsection(payload);
        }
      } catch (BinaryException e) {
        found.warn(e);
      }
    }

    private void subsection(Cursor payload) {
      int id = payload.u8();
      long size = payload.uleb128(32);
      long start = payload.position();
      payload.skip(size);
      Cursor inside = new Cursor(bytes, start, payload.position(), "wasm.component-name", fileBase);
      if (id == COMPONENT_SUBSECTION) {
        component = Optional.of(Values.name(inside, bytes));
      } else if (id == SORT_SUBSECTION) {
        sort(inside);
      }
    }

    private void sort(Cursor cursor) {
      int sort = cursor.u8();
      int core = sort == CORE ? cursor.u8() : 0;
      if (core == CORE_MODULE) {
        modules.read(cursor);
      } else if (sort == COMPONENT) {
        components.read(cursor);
      }
    }
  }
}
