package org.example.weighing;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Weighs and lints the files named, with a dimension and two rules of its own. */
public final class WeighFiles {
  private static final Set<String> OWN_RULES = Set.of("large-function", "mostly-padding");

  private WeighFiles() {}

  /** Prints a few lines for each file. */
  public static void main(String[] files) throws IOException {
    System.out.println(place(WeighFiles.class) + ", " + place(BinaryModel.class));
    Linter linter = Linter.installed().and(List.of(new LargeFunction()));
    for (String file : files) {
      weigh(Path.of(file), linter);
    }
  }

  private static void weigh(Path file, Linter linter) throws IOException {
    BinaryModel model = BinaryModel.open(file);
    System.out.printf(
        "%s: %s %s, %d bytes%n",
        file.getFileName(), model.format(), model.machine(), model.fileSize());
    for (SizeRow row : model.bySymbol().rows()) {
      if (row.label().endsWith("tiny_main")) {
        System.out.printf("  %s: %d bytes of code%n", row.label(), row.fileSize(Kind.CODE));
      }
    }
    for (SizeRow row : rows(file, model, Dimensions.CRATE)) {
      if (row.label().equals("tiny")) {
        System.out.printf("  crate tiny: %d bytes of code%n", row.fileSize(Kind.CODE));
      }
    }
    for (SizeRow row : rows(file, model, new Loaded())) {
      System.out.printf("  %s: %d bytes%n", row.label(), row.fileSize());
    }
    for (Finding finding : linter.lint(model.attribution()).findings()) {
      if (OWN_RULES.contains(finding.rule().id())) {
        System.out.printf("  %s: %s%n", finding.rule().id(), finding.message());
      }
    }
  }

  /** The rows of a dimension, which must sum to the size that the file system tells. */
  private static List<SizeRow> rows(Path file, BinaryModel model, Dimension dimension)
      throws IOException {
    List<SizeRow> rows = model.by(dimension).rows();
    long sum = rows.stream().mapToLong(SizeRow::fileSize).sum();
    if (sum != Files.size(file)) {
      throw new AssertionError(
          file + " by " + dimension.name() + ": expected " + Files.size(file) + ", found " + sum);
    }
    return rows;
  }

  private static String place(Class<?> type) {
    Module module = type.getModule();
    return module.isNamed() ? "module " + module.getName() : "class path";
  }
}
