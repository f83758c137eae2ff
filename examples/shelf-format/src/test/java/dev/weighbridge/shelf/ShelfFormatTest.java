package dev.weighbridge.shelf;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format is found, its rows are right, the laws hold, and damage does no harm. */
class ShelfFormatTest {
  /** Two items of 10 and 20 bytes; the first has two bytes of padding behind it. */
  private static byte[] shelf() {
    ByteWriter file = new ByteWriter().u32(0x464C_4853).u32(2);
    file.u32(40).u32(10).text("apples").padTo(24);
    file.u32(52).u32(20).text("pears").padTo(40);
    byte[] apples = new byte[10];
    Arrays.fill(apples, (byte) 'a');
    byte[] pears = new byte[20];
    Arrays.fill(pears, (byte) 'p');
    return file.raw(apples).align(4).raw(pears).array();
  }

  private static BinaryModel weigh(Bytes file) {
    return BinaryModel.of("fruit.shelf", file, OpenOptions.DEFAULT);
  }

  @Test
  void weighsWhatThePageShows(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("fruit.shelf"), shelf());
    BinaryModel model = BinaryModel.open(file);
    SizeReport report =
        new SizeReport(model.file(), model.by(Dimensions.SYMBOL), RowSelection.DEFAULT);
    String text = report.text(OutputFormat.TEXT);
    String page = Files.readString(Path.of("..", "..", "docs", "adding-a-format.md"));
    assertThat(page).contains("```text\n" + text + "```\n");
  }

  @Test
  void obeysTheLaws() {
    BinaryModel model = weigh(Bytes.of(shelf()));
    assertThat(model).coversFileExactly();
    for (Dimension dimension : Dimensions.all()) {
      assertThat(model).addsUpBy(dimension, Dimensions.SYMBOL);
    }
  }

  @Test
  void saysWhatIsWrong() {
    byte[] file = shelf();
    file[4] = 9;
    assertThat(weigh(Bytes.of(file)).diagnostics())
        .extracting(defect -> defect.sentence())
        .contains("shelf.count at 0x4: expected at most 4, found 9");
    assertThatThrownBy(() -> weigh(Bytes.of(Arrays.copyOf(shelf(), 5))))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("shelf.header at 0x0: expected 8 bytes, found 5 bytes");
  }

  @Test
  void survivesDamage() {
    Mutations mutations = Mutations.of("fruit.shelf", shelf());
    mutations.check(file -> assertThat(weigh(file)).coversFileExactly());
    mutations.checkTruncations(file -> assertThat(weigh(file)).coversFileExactly(), 8, 40);
  }
}
