package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.FileModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory is a package of its files. */
class FolderTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void fill() throws IOException {
    root = Files.createDirectories(folder.resolve("app"));
    Files.createDirectories(root.resolve("bin/empty"));
    Files.write(root.resolve("bin/c-x64"), Fixtures.array("elf/c-x64"));
    Files.write(root.resolve("bin/again"), Fixtures.array("elf/c-x64"));
    Files.write(root.resolve("tiny.wasm"), Fixtures.array("wasm/j2c-196.wasm"));
    Files.writeString(root.resolve("readme"), "a text");
    Files.createSymbolicLink(root.resolve("link"), Path.of("bin/c-x64"));
  }

  private static Map<String, Long> rows(PackageModel model, Dimension by) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (SizeRow row : model.by(by).rows()) {
      rows.merge(row.label(), row.value(PackageMeasures.SHIPPED), Long::sum);
    }
    return rows;
  }

  @Test
  void eachFileHasItsSize() throws IOException {
    PackageModel model = PackageModel.open(root);
    long program = Files.size(root.resolve("bin/c-x64"));
    long module = Files.size(root.resolve("tiny.wasm"));
    assertThat(model.format()).isEqualTo("directory");
    assertThat(model.shippedSize()).isEqualTo(2 * program + module + 6);
    Map<String, Long> entries = rows(model, Dimensions.ENTRY);
    assertThat(entries)
        .containsEntry("bin/c-x64", program)
        .containsEntry("bin/again", program)
        .containsEntry("tiny.wasm", module)
        .containsEntry("readme", 6L);
    assertThat(entries.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(model.shippedSize());
    assertThat(model.entries().count()).isEqualTo(7);
    assertThat(model.diagnostics()).isEmpty();
  }

  @Test
  void binariesInItAreOpened() throws IOException {
    PackageModel model = PackageModel.open(root);
    PackageTree tree =
        model.by(List.of(Dimensions.ENTRY, Dimensions.SYMBOL), List.of(Measures.FILE));
    SizeRow program =
        tree.rows().stream().filter(row -> row.label().equals("bin/c-x64")).findFirst().get();
    assertThat(program.rows()).extracting(SizeRow::label).contains("main");
    assertThat(model.duplicates()).hasSize(1);
  }

  @Test
  void anyFileOfItMayBeGivenAsAModel() throws IOException {
    assertThat(FileModel.open(root, OpenOptions.DEFAULT).packed()).isPresent();
    assertThat(PackageModel.recognises(root)).isFalse();
  }

  @Test
  void aFileThatChangesIsTold() throws IOException {
    PackageModel model = PackageModel.open(root);
    Files.writeString(root.resolve("readme"), "another text");
    assertThatThrownBy(() -> model.by(Dimensions.ENTRY))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("readme: expected the 6 bytes that it had, found 12");
  }
}
