package dev.weighbridge.testing;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A made-up file with sixteen bytes of code for each of some symbol names. */
public final class NamedCode {
  private NamedCode() {}

  /** A file whose only section, {@code .text}, has these symbols one behind the other. */
  public static BinaryModel model(String... names) {
    Bytes bytes = Bytes.of(new byte[16 * names.length]);
    ImageBuilder image =
        new ImageBuilder(bytes, 0, new Diagnostics())
            .machine(Machine.of(Architecture.X86_64, 64, true));
    image.segment("LOAD", 0, bytes.length(), 0, bytes.length(), true, "rx");
    Set<SectionTrait> traits = Set.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE);
    image.section(".text", 0, bytes.length(), 0, bytes.length(), 16, Kind.CODE, traits);
    int[] starts = new int[names.length + 1];
    ByteArrayOutputStream pool = new ByteArrayOutputStream();
    for (int i = 0; i < names.length; i++) {
      pool.writeBytes(names[i].getBytes(StandardCharsets.UTF_8));
      starts[i + 1] = pool.size();
    }
    Bytes text = Bytes.of(pool.toByteArray());
    for (int i = 0; i < names.length; i++) {
      image.symbol(
          16L * i,
          16,
          0,
          SymbolType.FUNCTION,
          SymbolBinding.GLOBAL,
          SymbolSource.SYMBOL_TABLE,
          text,
          starts[i],
          starts[i + 1] - starts[i]);
    }
    BinaryFile file =
        new BinaryFile("demo", "Demo", bytes, "no parser", List.of(image.build()), List.of());
    return BinaryModel.of(file, OpenOptions.DEFAULT);
  }

  /** How many symbols each label of the first level has. */
  public static Map<String, Long> symbols(SizeTree tree) {
    Map<String, Long> counts = new TreeMap<>();
    for (SizeRow row : tree.rows()) {
      counts.put(row.label(), row.fileSize() / 16);
    }
    return counts;
  }
}
