package dev.weighbridge;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than any heap or array. */
class LargeFilesTest {
  private static final int MILLION = 1_000_000;

  @TempDir private Path folder;

  /** Weighs a file in a process of its own: {@code Small FILE}. */
  static final class Small {
    private Small() {}

    public static void main(String[] args) throws IOException {
      SizeTree tree = BinaryModel.open(Path.of(args[0])).bySymbol();
      int shown = RowSelection.DEFAULT.of(tree).size();
      System.out.println(tree.fileSize() + " " + tree.rows().size() + " " + shown);
    }
  }

  @Test
  void aMillionSymbolsFitIn256Mebibytes() throws IOException, InterruptedException {
    Path file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code(".text", 0x1000, Content.hole(16L * MILLION)))
            .symbols(MILLION, i -> ElfSymbolRow.function("function" + i, 1, 0x1000 + 16L * i, 16))
            .writeTo(folder.resolve("million"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // Others do not move large arrays: what fits would depend on when they collect.
                "-XX:+UseSerialGC",
                "-Xmn16m",
                "-cp",
                System.getProperty("java.class.path"),
                Small.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).trim();
    Assertions.assertThat(process.waitFor()).isZero();
    String[] figures = said.split(" ", -1);
    Assertions.assertThat(Long.parseLong(figures[0])).isEqualTo(file.toFile().length());
    Assertions.assertThat(Integer.parseInt(figures[1])).isGreaterThan(MILLION);
    Assertions.assertThat(figures[2]).isEqualTo("21");
  }

  @Test
  void fiveGibibytesOfNothingAreWeighed() throws IOException {
    long size = 5L << 30;
    Path file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.data(".data", 0x10000, Content.hole(size)))
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[] {1, 2, 3})))
            .writeTo(folder.resolve("huge"));
    BinaryModel model = BinaryModel.open(file);
    assertThat(model).coversFileExactly();
    Assertions.assertThat(model.bySection().rows().get(0).fileSize()).isEqualTo(size);
  }
}
