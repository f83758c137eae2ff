package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.wasm.WasmComponent;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.names.NameMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Turns a component into facts: one image for each core module in it, however deep, and around them
 * the sections of the components as structures of the container.
 *
 * <p>An image is named by its path: {@code module[0] libc}, {@code component[0] inner/module[0]}.
 */
final class ComponentReader {
  /** Bytes of the preamble: magic number, version, layer. */
  private static final int PREAMBLE = 8;

  private final WasmComponent root;
  private final Diagnostics diagnostics;
  private final ImageBuilder container;
  private final List<BinaryImage> images = new ArrayList<>();
  private final Deque<Nested> open = new ArrayDeque<>();

  /** A component still to be read. */
  private record Nested(WasmComponent component, String path, int depth) {}

  /**
   * A reader of one component.
   *
   * @param component the outermost one
   */
  public ComponentReader(WasmComponent component) {
    this.root = component;
    this.diagnostics = new Diagnostics();
    this.container = new ImageBuilder(component.bytes(), 0, diagnostics);
  }

  /** What the component says, in a file of the given name and format. */
  public BinaryFile read(String name, String format) {
    open.add(new Nested(root, "", 0));
    while (!open.isEmpty()) {
      level(open.remove());
    }
    images.sort(Comparator.comparingLong(BinaryImage::fileStart));
    return new BinaryFile(
        name,
        format,
        root.bytes(),
        root,
        images,
        container.build().structures(),
        diagnostics.list());
  }

  private void level(Nested nested) {
    WasmComponent component = nested.component();
    for (Diagnostic diagnostic : component.diagnostics()) {
      diagnostics.add(diagnostic);
    }
    container.structure("component preamble", Kind.HEADERS, component.fileStart(), PREAMBLE);
    int modules = 0;
    int components = 0;
    for (WasmSection section : component.sections()) {
      structures(component, section);
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

  private void structures(WasmComponent component, WasmSection section) {
    long start = component.fileStart() + section.fileStart();
    long content = component.fileStart() + section.contentStart();
    container.structure("component section header", Kind.HEADERS, start, content - start);
    boolean isNested =
        section.id() == WasmConstants.COMPONENT_SECTION_CORE_MODULE
            || section.id() == WasmConstants.COMPONENT_SECTION_COMPONENT;
    if (!isNested) {
      Kind kind = section.isCustom() ? WasmKinds.ofCustom(section.name()) : Kind.LINKING;
      String label = section.isCustom() ? section.name() : "component " + section.name();
      container.structure(label, kind, content, section.contentSize());
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
    images.add(new ModuleReader(module, "", SideFiles.none(), diagnostics).read(path));
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
