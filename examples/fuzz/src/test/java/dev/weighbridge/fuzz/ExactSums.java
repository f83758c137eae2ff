package dev.weighbridge.fuzz;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.function.Supplier;

/**
 * What must hold of any bytes: they are refused in our words, or weighed so that every sum is
 * exact, in bounded time. Everything else is an error.
 */
final class ExactSums {
  private ExactSums() {}

  /** Weighs bytes as a file. */
  static void of(byte[] file) {
    of(file, () -> BinaryModel.of("fuzzed", Bytes.of(file), OpenOptions.DEFAULT));
  }

  /**
   * Weighs what is opened.
   *
   * @param input the bytes that are different each time
   */
  @SuppressWarnings("EmptyCatch")
  static void of(byte[] input, Supplier<BinaryModel> opening) {
    TimeLimit.run(
        input,
        () -> {
          BinaryModel model;
          try {
            model = opening.get();
          } catch (BinaryException expected) {
            // The one way in which a damaged file may be refused. What was opened is weighed.
            return;
          }
          check(model);
        });
  }

  private static void check(BinaryModel model) {
    coversFile(model);
    for (Dimension dimension : List.of(Dimensions.SYMBOL, Dimensions.SECTION, Dimensions.CRATE)) {
      addsUp(model, dimension);
    }
    addsUp(model, Dimensions.IMAGE, Dimensions.SEGMENT, Dimensions.KIND);
    addsUp(model, Dimensions.MODULE, Dimensions.FUNCTION);
    if (model.attribution().partition().spanCount() % 16 == 0) {
      // Its rules take longer to set up than all else here; some files are enough.
      addsUp(model, Dimensions.CATEGORY);
    }
    long step = Math.max(1, model.fileSize() / 16);
    for (long offset = 0; offset < model.fileSize(); offset += step) {
      expect(model.explainOffset(offset).isPresent(), "no explanation of offset " + offset);
    }
    for (BinaryImage image : model.file().images()) {
      for (int row = 0; row < Math.min(8, image.symbols().count()); row++) {
        model.explainAddress(image.symbols().address(row));
      }
    }
    if (model.file().hasBytes()) {
      nodesFit(model);
    }
    SizeTree tree = model.bySymbol();
    expect(new SizeDiff(tree, tree).delta().fileSize() == 0, "differs from itself");
  }

  private static void nodesFit(BinaryModel model) {
    ReferenceGraph graph = ReferenceGraph.of(model.attribution());
    long bytes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      bytes = Math.addExact(bytes, graph.fileSize(node));
    }
    expect(bytes <= model.fileSize(), "nodes of " + bytes + " bytes in " + model.fileSize());
  }

  private static void coversFile(BinaryModel model) {
    Partition partition = model.attribution().partition();
    long at = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      expect(partition.start(span) == at, "span " + span + " begins at " + partition.start(span));
      at += partition.fileSize(span);
    }
    expect(at == model.fileSize(), "the last span ends at " + at + " of " + model.fileSize());
  }

  private static void addsUp(BinaryModel model, Dimension... dimensions) {
    addsUp(model.by(dimensions).rows(), model.fileSize(), model.memorySize(), "the file");
  }

  private static void addsUp(List<SizeRow> rows, long fileSize, long memorySize, String above) {
    long file = 0;
    long memory = 0;
    for (SizeRow row : rows) {
      file = Math.addExact(file, row.fileSize());
      memory = Math.addExact(memory, row.memorySize());
      if (!row.rows().isEmpty()) {
        addsUp(row.rows(), row.fileSize(), row.memorySize(), row.label());
      }
    }
    expect(file == fileSize, "rows of " + above + " are " + file + " bytes, not " + fileSize);
    expect(memory == memorySize, "rows of " + above + " have " + memory + ", not " + memorySize);
  }

  private static void expect(boolean isTrue, String otherwise) {
    if (!isTrue) {
      throw new AssertionError(otherwise);
    }
  }
}
