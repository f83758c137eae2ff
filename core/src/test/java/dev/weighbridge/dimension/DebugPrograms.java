package dev.weighbridge.dimension;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import dev.weighbridge.tree.SizeRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Programs of whose debug information other tools have said what it holds. */
abstract class DebugPrograms {
  /** Alignment between functions is of a unit or a line if that is told of it. */
  protected static final Set<Kind> CODE = EnumSet.of(Kind.CODE, Kind.PADDING);

  static List<String> programs() {
    String names =
        "c-x64-g-dwarf2 c-x64-g-dwarf4 cpp-x64-g-types tomb-lld-v4 tomb-lld-v5 "
            + "tomb-bfd-gcc tomb-gold-v4 icf-gold icf-lld hotcold-gcc bbsections-clang "
            + "types-v5 lto-gcc lto-clang gdbindex-lld debugnames-lld dwarf64-clang zstd-lld "
            + "linetables-clang mixed-versions art.exe art.wasm split-v4 split-v5 dwz-one "
            + "libart.dSYM app-full-v5-v0-zlib app-full-v4-dwz-zlib";
    return List.of(names.split(" ", -1));
  }

  protected static BinaryModel model(String name) {
    return switch (name) {
      case "split-v4" ->
          model(
              name,
              name + "-paint.dwo",
              name + "-frame.dwo",
              name + "-start.dwo",
              name + "-parse.dwo");
      case "split-v5" -> model(name, name + ".dwp");
      case "dwz-one" -> model(name, "dwz-common.debug");
      case "libart.dSYM" -> model("libart.dylib", name);
      default -> model(name, new String[0]);
    };
  }

  protected static BinaryModel model(String name, String... sideFiles) {
    SideFile[] beside = new SideFile[sideFiles.length];
    for (int i = 0; i < beside.length; i++) {
      beside[i] = new SideFile(sideFiles[i], Fixtures.bytes("dwarf/" + sideFiles[i]));
    }
    SideFiles files = SideFiles.of(beside);
    BinaryFile file = FormatRegistry.installed().read(name, Fixtures.bytes("dwarf/" + name), files);
    files.requireUseOfGiven();
    return BinaryModel.of(file, OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  protected static Truth truth(String name) {
    return Truth.of("dwarf/" + name);
  }

  protected static Map<String, Long> code(BinaryModel model, Dimension by) {
    Map<String, Long> rows = new TreeMap<>();
    for (SizeRow row : model.by(by).only(CODE).rows()) {
      rows.merge(row.label(), row.fileSize(), Long::sum);
    }
    rows.keySet().removeIf(label -> label.startsWith("[") && !label.endsWith("units]"));
    return rows;
  }
}
