package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files with several images; right is what {@code lipo -detailed_info} tells of them. */
class NamesInImagesTest {
  private static final BinaryModel UNIVERSAL =
      BinaryModel.of(
          "universal", Fixtures.bytes("described/macho-universal-unordered"), OpenOptions.DEFAULT);

  private static List<String> labels(BinaryModel model, Dimension dimension) {
    return model.by(dimension).rows().stream().map(SizeRow::label).toList();
  }

  @Test
  void theTitleTellsVariantsOfOneArchitectureApart() {
    assertThat(UNIVERSAL.file().machine()).isEqualTo("x86_64+aarch64+arm64e");
  }

  @Test
  void aSectionOfEachImageIsARowWithItsImage() {
    assertThat(labels(UNIVERSAL, Dimensions.SECTION))
        .contains("__text (x86_64)", "__text (arm64)", "__text (arm64e)")
        .doesNotContain("__text");
    assertThat(labels(UNIVERSAL, Dimensions.SEGMENT))
        .contains("__TEXT #0 rx (x86_64)", "__TEXT #0 rx (arm64)", "__TEXT #0 rx (arm64e)");
  }

  @Test
  void anArchiveIsNotNamedInItsRows() {
    BinaryModel model =
        BinaryModel.of("libfix.a", Fixtures.bytes("ar/libfix.a"), OpenOptions.DEFAULT);
    assertThat(labels(model, Dimensions.SECTION))
        .contains(".symtab (prog_with_a_rather_long_name.o)")
        .noneMatch(label -> label.contains("libfix.a"));
  }

  @Test
  void aNameOfOneImageStaysAsItIs() {
    BinaryModel model = BinaryModel.of("c", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    assertThat(labels(model, Dimensions.SECTION)).contains(".text", ".rodata");
  }

  @Test
  void aSavedModelSaysTheSame(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    UNIVERSAL.save(saved);
    Path file = Files.write(folder.resolve("universal.model"), saved.toByteArray());
    BinaryModel again = BinaryModel.open(file);
    assertThat(again.file().machine()).isEqualTo("x86_64+aarch64+arm64e");
    assertThat(labels(again, Dimensions.SECTION)).isEqualTo(labels(UNIVERSAL, Dimensions.SECTION));
  }
}
