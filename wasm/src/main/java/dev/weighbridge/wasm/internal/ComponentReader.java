package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.BinaryException;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Diagnostic;
import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.Limits;
import dev.weighbridge.wasm.NameMap;
import dev.weighbridge.wasm.WasmComponent;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Turns a component into facts: one image for each core module in it, however deep.
 *
 * <p>An image is named by its path: {@code module[0] libc}, {@code component[0] inner/module[0]}.
 */
public final class ComponentReader {
  private final Diagnostics diagnostics;
  private final List<BinaryImage> images = new ArrayList<>();
  private final Deque<Nested> open = new ArrayDeque<>();

  /** A component still to be read. */
  private record Nested(WasmComponent component, String path, int depth) {}

  /**
   * A reader of one component.
   *
   * @param diagnostics where defects go
   */
  public ComponentReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The images of the core modules, in the order of the file. */
  public List<BinaryImage> read(WasmComponent component) {
    open.add(new Nested(component, "", 0));
    while (!open.isEmpty()) {
      level(open.remove());
    }
    images.sort(Comparator.comparingLong(BinaryImage::fileStart));
    return images;
  }

  private void level(Nested nested) {
    WasmComponent component = nested.component();
    for (Diagnostic diagnostic : component.diagnostics()) {
      diagnostics.add(diagnostic);
    }
    int modules = 0;
    int components = 0;
    for (WasmSection section : component.sections()) {
      try {
        if (section.id() == WasmConstants.COMPONENT_SECTION_CORE_MODULE) {
          module(nested, section, modules++);
        } else if (section.id() == WasmConstants.COMPONENT_SECTION_COMPONENT) {
          component(nested, section, components++);
        }
      } catch (BinaryException e) {
        diagnostics.warn(e);
      }
    }
  }

  private void module(Nested nested, WasmSection section, int index) {
    if (images.size() == Limits.MAX_NESTED_MODULES) {
      report(nested, section, "at most " + Limits.MAX_NESTED_MODULES + " modules");
      return;
    }
    WasmModule module = nested.component().module(section);
    Optional<String> name = module.names().module();
    String known = name.orElseGet(() -> name(nested.component().moduleNames(), index));
    String path = nested.path() + "module[" + index + "]" + (known.isEmpty() ? "" : " " + known);
    images.add(new ModuleReader(module, diagnostics).read(path));
  }

  private void component(Nested nested, WasmSection section, int index) {
    if (nested.depth() == Limits.MAX_COMPONENT_DEPTH) {
      report(nested, section, "components nested at most " + Limits.MAX_COMPONENT_DEPTH + " deep");
      return;
    }
    WasmComponent component = nested.component().component(section);
    String known =
        component.name().orElseGet(() -> name(nested.component().componentNames(), index));
    String path =
        nested.path() + "component[" + index + "]" + (known.isEmpty() ? "" : " " + known) + "/";
    open.add(new Nested(component, path, nested.depth() + 1));
  }

  private void report(Nested nested, WasmSection section, String expected) {
    long place = nested.component().fileStart() + section.fileStart();
    diagnostics.warn("wasm.component", place, expected, "more");
  }

  private static String name(NameMap names, int index) {
    for (int row = 0; row < names.count(); row++) {
      if (names.index(row) == index) {
        return names.name(row);
      }
    }
    return "";
  }
}
