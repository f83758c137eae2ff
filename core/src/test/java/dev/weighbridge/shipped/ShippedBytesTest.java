package dev.weighbridge.shipped;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.PageData;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows cost in compressed files, against decoders that count bits. */
class ShippedBytesTest {
  private static final List<Measure> SHIPPED = List.of(Measures.SHIPPED);

  @TempDir private Path folder;

  /** The program that the streams are of, as the JDK restores it. */
  private static BinaryModel app() throws IOException {
    byte[] stream = Fixtures.array("streams/app.gz");
    byte[] app = new GZIPInputStream(new ByteArrayInputStream(stream)).readAllBytes();
    return BinaryModel.of("app", Bytes.of(app), OpenOptions.DEFAULT);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private BinaryModel shippedAs(String stream) throws IOException {
    return app().withShipping(Shipping.as(write(stream, Fixtures.array("streams/" + stream))));
  }

  private static SizeRow row(List<SizeRow> rows, String label) {
    return rows.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app-members.gz", "app-frames.zst", "app-bcj.xz", "app.br"})
  void sectionsCostWhatMakesThem(String stream) throws IOException {
    SizeTree tree = shippedAs(stream).by(List.of(Dimensions.SECTION), SHIPPED);
    assertThat(tree.value(Measures.SHIPPED)).isEqualTo(Fixtures.array("streams/" + stream).length);
    for (String line : Fixtures.lines("streams/costs.txt")) {
      String[] fields = line.split(" ", -1);
      boolean isRow = fields[4].startsWith(".") || fields[4].equals("[frame]");
      if (fields[0].equals(stream) && isRow && !fields[3].equals("0.0")) {
        long found = row(tree.rows(), fields[4]).value(Measures.SHIPPED);
        assertThat((double) found).as(line).isCloseTo(Double.parseDouble(fields[3]), within(1.0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip:1", "xz"})
  void rowsAddUpHoweverTheyAreGrouped(String words) throws IOException {
    BinaryModel model = app().withShipping(Shipping.compressed(words));
    assertThat(model).addsUpBy(Dimensions.CRATE, Dimensions.SYMBOL);
    assertThat(model).addsUpBy(SHIPPED, Dimensions.KIND, Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(model).addsUpBy(SHIPPED, Dimensions.FUNCTION, Dimensions.CATEGORY);
  }

  @Test
  void theFrameIsARowOfItsOwnOnEveryLevel() throws IOException {
    List<Measure> measures = List.of(Measures.FILE, Measures.SHIPPED);
    SizeTree tree = shippedAs("app.gz").by(List.of(Dimensions.SECTION, Dimensions.KIND), measures);
    SizeRow frame = row(tree.rows(), "[frame]");
    assertThat(frame.value(Measures.SHIPPED)).isEqualTo(18);
    assertThat(frame.fileSize()).isZero();
    assertThat(frame.count()).isZero();
    assertThat(frame.symbol()).isEmpty();
    assertThat(frame.rows()).extracting(SizeRow::label).containsExactly("[frame]");
    assertThat(frame.rows().get(0).value(Measures.SHIPPED)).isEqualTo(18);
    SizeTree code = tree.only(Set.of(Kind.CODE));
    assertThat(code.rows()).extracting(SizeRow::label).doesNotContain("[frame]");
    assertThat(code.value(Measures.SHIPPED)).isEqualTo(tree.value(Measures.SHIPPED, Kind.CODE));
  }

  @Test
  void changesAddUpToTheChangeOfTheCompressedFiles() throws IOException {
    SizeDiff diff =
        shippedAs("app.zst").since(shippedAs("app.gz"), List.of(Dimensions.SECTION), SHIPPED);
    assertThat(diff.delta().value(Measures.SHIPPED)).isEqualTo(44_130 - 46_981);
    long sum = 0;
    for (DiffRow row : diff.rows()) {
      sum += row.after().minus(row.before()).value(Measures.SHIPPED);
      assertThat(row.formerLabel()).isEmpty();
    }
    assertThat(sum).isEqualTo(44_130 - 46_981);
    assertThat(diff.rows()).extracting(DiffRow::label).containsOnlyOnce("[frame]");
  }

  @Test
  void aSavedModelKeepsWhatWasShipped() throws IOException {
    BinaryModel model = shippedAs("app.gz");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.save(out, SHIPPED);
    BinaryModel saved = BinaryModel.of("saved", Bytes.of(out.toByteArray()), OpenOptions.DEFAULT);
    SizeTree kept = saved.by(List.of(Dimensions.SYMBOL), SHIPPED);
    SizeTree tree = model.by(List.of(Dimensions.SYMBOL), SHIPPED);
    assertThat(kept.value(Measures.SHIPPED)).isEqualTo(46_981);
    assertThat(kept.rows())
        .extracting(row -> row.label() + row.value(Measures.SHIPPED))
        .isEqualTo(
            tree.rows().stream().map(row -> row.label() + row.value(Measures.SHIPPED)).toList());
  }

  @Test
  void everyReportSaysHowItTravels() throws IOException {
    BinaryModel model = shippedAs("app.gz");
    List<Measure> measures = List.of(Measures.SHIPPED, Measures.FILE);
    SizeTree tree = model.by(List.of(Dimensions.SECTION), measures);
    SizeReport report = new SizeReport(model.file(), tree, RowSelection.ALL);
    assertThat(report.text(OutputFormat.TEXT))
        .contains("app.gz, gzip, 46,981 bytes, 55.73 % of the file\nWhat occurs first in it pays");
    assertThat(report.text(OutputFormat.JSON))
        .contains("\"measures\":{\"shipped\":46981}")
        .contains("\"shippedSize\":46981,\"frame\":18");
    assertThat(report.text(OutputFormat.CSV)).contains("[frame],18,0,");
    PageData page = PageData.of(report.text(OutputFormat.HTML));
    assertThat(page.sums("shipped", "section")).containsEntry("[frame]", 18L);
    assertThat(page.json().list("notes").toString()).contains("What occurs first");
  }

  @Test
  void refusesWhatIsNoCompressedFileOfIt() throws IOException {
    BinaryModel model = app();
    assertThatThrownBy(() -> model.by(List.of(Dimensions.SECTION), SHIPPED))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage(
            "app: shipped: expected the compressed file, or a way to compress, found neither");
    assertThatThrownBy(() -> Shipping.as(write("empty.gz", new byte[0])))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith("found an empty file");
    assertThatThrownBy(() -> Shipping.as(write("text.gz", new byte[] {65, 66, 67, 68, 69, 70, 71})))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith(
            "a file compressed by gzip, zstd or xz, a .br, or a program packed by UPX, found"
                + " another file");
    byte[] whole = Fixtures.array("streams/app.xz");
    Path cut = write("cut.xz", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(
            () -> model.withShipping(Shipping.as(cut)).by(List.of(Dimensions.KIND), SHIPPED))
        .isInstanceOf(MalformedBinaryException.class);
    Path other = write("other.gz", Fixtures.array("streams/fixed.gz"));
    assertThatThrownBy(
            () -> model.withShipping(Shipping.as(other)).by(List.of(Dimensions.KIND), SHIPPED))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith(
            "expected the 84296 bytes of the weighed file, compressed, found the end after 8000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip:", "gzip:0", "gzip:10", "zstd", "brotli:11", "xz:-1", "GZIP"})
  void refusesWaysThatItCannotCompressIn(String words) {
    assertThatThrownBy(() -> Shipping.compressed(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found '" + words + "'");
  }
}
