package dev.weighbridge.cli.pages;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The quick start of README.md; a test compares the two. */
final class QuickStart {
  private QuickStart() {}

  static void show(Path file, PrintStream out) throws IOException {
    // README begins
    BinaryModel model = BinaryModel.open(file);
    out.println(model.format() + " " + model.machine() + ", " + model.fileSize() + " bytes");
    for (SizeRow row : model.bySymbol().rows().subList(0, 3)) {
      out.println(
          row.fileSize() + " bytes, " + row.fileSize(Kind.CODE) + " of code: " + row.label());
    }
    long unwind = model.byKind().fileSize(Kind.UNWIND);
    out.println("Unwind tables: " + unwind + " bytes");
    for (Layer layer : model.explainAddress(0x42a40).orElseThrow().layers()) {
      out.println(layer.name() + ": " + layer.text());
    }
    // README ends
  }
}
