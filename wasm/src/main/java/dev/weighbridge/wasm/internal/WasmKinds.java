package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmSection;
import java.util.Set;

/**
 * What the bytes of a section are.
 *
 * <p>Declarations are linking: the engine reads them to connect the module and to check it, and
 * nothing runs in them. Custom sections go by their names. Tool conventions: {@code Linking.md},
 * {@code DynamicLinking.md}, {@code Debugging.md}, {@code ProducersSection.md}, {@code BuildId.md}.
 */
final class WasmKinds {
  private static final Set<SectionTrait> CODE =
      Set.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE);
  private static final Set<SectionTrait> DATA = Set.of(SectionTrait.WRITABLE);
  private static final Set<SectionTrait> EXPLAINED = Set.of(SectionTrait.METADATA);

  private WasmKinds() {}

  static Kind of(WasmSection section) {
    return switch (section.id()) {
      case WasmConstants.SECTION_CUSTOM -> ofCustom(section.name());
      case WasmConstants.SECTION_CODE -> Kind.CODE;
      case WasmConstants.SECTION_DATA, WasmConstants.SECTION_GLOBAL -> Kind.DATA;
      case WasmConstants.SECTION_TYPE,
          WasmConstants.SECTION_IMPORT,
          WasmConstants.SECTION_FUNCTION,
          WasmConstants.SECTION_TABLE,
          WasmConstants.SECTION_MEMORY,
          WasmConstants.SECTION_EXPORT,
          WasmConstants.SECTION_START,
          WasmConstants.SECTION_ELEMENT,
          WasmConstants.SECTION_DATA_COUNT,
          WasmConstants.SECTION_TAG ->
          Kind.LINKING;
      default -> Kind.OTHER;
    };
  }

  /** The kind of a custom section of this name. */
  static Kind ofCustom(String name) {
    if (name.startsWith(".debug_") || name.startsWith("reloc..debug_")) {
      return name.startsWith("reloc.") ? Kind.RELOCATIONS : Kind.DEBUG;
    }
    if (name.startsWith("reloc.")) {
      return Kind.RELOCATIONS;
    }
    return switch (name) {
      case "name", "component-name" -> Kind.NAMES;
      case "sourceMappingURL", "external_debug_info" -> Kind.DEBUG;
      case "linking", "dylink", "dylink.0" -> Kind.LINKING;
      case "producers", "target_features", "build_id" -> Kind.HEADERS;
      default -> Kind.OTHER;
    };
  }

  /** In code and data an unclaimed byte is a riddle; elsewhere the section explains it. */
  static Set<SectionTrait> traits(WasmSection section) {
    return switch (section.id()) {
      case WasmConstants.SECTION_CODE -> CODE;
      case WasmConstants.SECTION_DATA -> DATA;
      default -> EXPLAINED;
    };
  }
}
