package dev.weighbridge;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.shipped.Shipping;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that UPX has packed, as they are in the file and as what is inside. */
class PackedProgramTest {
  private static final OpenOptions UNPACKING = OpenOptions.DEFAULT.withUnpacking(true);

  private static final List<Measure> MEASURES = List.of(Measures.SHIPPED, Measures.FILE);

  @TempDir private Path folder;

  static Stream<String> fixtures() {
    return FixtureFolder.binaries("upx").stream();
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("app"), content);
  }

  private static Map<String, Long> rows(SizeTree tree, Measure measure) {
    Map<String, Long> rows = new TreeMap<>();
    for (SizeRow row : tree.rows()) {
      rows.merge(row.label(), row.value(measure), Long::sum);
    }
    return rows;
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void rowsInsideAddUpToThePackedFile(String fixture) throws IOException {
    byte[] file = Fixtures.array(fixture);
    BinaryModel model = BinaryModel.open(write(file), UNPACKING);
    assertThat(model).coversFileExactly();
    for (Dimension dimension : List.of(Dimensions.SECTION, Dimensions.SYMBOL, Dimensions.KIND)) {
      SizeTree tree = model.by(List.of(dimension), MEASURES);
      assertThat(sum(rows(tree, Measures.SHIPPED))).isEqualTo(file.length);
      assertThat(sum(rows(tree, Measures.FILE))).isEqualTo(model.file().fileSize());
      assertThat(rows(tree, Measures.SHIPPED)).containsKeys("[UPX stub]", "[UPX headers]");
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theFileItselfIsPackedDataAndWhatUnpacksThem(String fixture) throws IOException {
    BinaryModel model = BinaryModel.open(write(Fixtures.array(fixture)), OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    assertThat(model.isPacked()).isTrue();
    assertThat(model.file().diagnostics())
        .filteredOn(diagnostic -> diagnostic.structure().startsWith("UPX"))
        .isEmpty();
    SizeTree tree = model.by(List.of(Dimensions.SYMBOL), List.of(Measures.FILE));
    Map<String, Long> rows = rows(tree, Measures.FILE);
    assertThat(sum(rows)).isEqualTo(model.file().fileSize());
    assertThat(rows).containsKeys("[UPX stub]", "[UPX headers]", "[UPX-packed data]");
    Map<String, Long> kinds = rows(model.by(List.of(Dimensions.KIND)), Measures.FILE);
    assertThat(kinds.get("[" + Kind.CODE.key() + "]")).isEqualTo(rows.get("[UPX stub]"));
  }

  /** Symbols of the program before it was packed, by readelf; its packed data are one span. */
  @Test
  void functionsAreThoseInside() throws IOException {
    BinaryModel model = BinaryModel.open(write(Fixtures.array("upx/c-x64-nrv2e")), UNPACKING);
    BinaryModel original = BinaryModel.of("app", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    List<Dimension> by = List.of(Dimensions.SYMBOL);
    Map<String, Long> inside = rows(model.by(by, MEASURES), Measures.FILE);
    inside.keySet().removeIf(label -> label.startsWith("[UPX"));
    assertThat(inside)
        .isEqualTo(rows(original.by(by, List.of(Measures.FILE)), Measures.FILE))
        .containsKey("main");
  }

  @Test
  void aPackedFileCanBeToldBesideTheProgram() throws IOException {
    Shipping shipping = Shipping.as(write(Fixtures.array("upx/c-x64-nrv2e")));
    BinaryModel model = BinaryModel.of("app", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    SizeTree tree =
        model.withShipping(shipping).by(List.of(Dimensions.SECTION), List.of(Measures.SHIPPED));
    assertThat(sum(rows(tree, Measures.SHIPPED))).isEqualTo(7_232);
    BinaryModel other = BinaryModel.of("app", Fixtures.bytes("elf/c-i686"), OpenOptions.DEFAULT);
    assertThatThrownBy(
            () ->
                other
                    .withShipping(shipping)
                    .by(List.of(Dimensions.SECTION), List.of(Measures.SHIPPED)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("expected the 21416 bytes of the weighed file, packed")
        .hasMessageContaining("found 16992 bytes packed");
  }

  /** Of a packer that nobody knows, packed bytes are no functions; its stub may be. */
  @Test
  void packedBytesOfAnotherPackerAreNoFunctions() throws IOException {
    byte[] file = Fixtures.array("upx/c-mingw-x64-strip-lzma.exe");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    file[text.indexOf("UPX!")] = 'X';
    BinaryModel model = BinaryModel.open(write(file), UNPACKING);
    Map<String, Long> rows = rows(model.by(List.of(Dimensions.SYMBOL)), Measures.FILE);
    assertThat(rows.get("[packed or encrypted]")).isBetween(17_000L, 17_969L);
    rows.keySet().removeIf(label -> !label.startsWith("[function"));
    assertThat(sum(rows)).isLessThan(3_600);
  }

  /** What cannot be trusted is no code, and is said once. */
  @Test
  void aDamagedOneIsWhatItIsInTheFile() throws IOException {
    byte[] file = Fixtures.array("upx/c-x64-nrv2e");
    file[1_000] ^= 1;
    BinaryModel model = BinaryModel.open(write(file), UNPACKING);
    assertThat(model).coversFileExactly();
    assertThat(model.file().fileSize()).isEqualTo(file.length);
    assertThat(model.file().diagnostics()).hasSize(1);
    assertThat(rows(model.by(List.of(Dimensions.SYMBOL)), Measures.FILE))
        .containsKeys("[UPX stub]", "[UPX-packed data]");
  }

  @Test
  void oneWithoutItsHeaderIsPackedDataAllTheSame() throws IOException {
    byte[] file = Fixtures.array("upx/c-x64-nrv2e");
    file[file.length - 10] ^= 1;
    BinaryModel model = BinaryModel.open(write(file), UNPACKING);
    assertThat(model.file().diagnostics())
        .singleElement()
        .returns("UPX header", Diagnostic::structure)
        .returns("none that is sound", Diagnostic::found);
    assertThat(rows(model.by(List.of(Dimensions.KIND)), Measures.FILE)).containsEntry("[code]", 0L);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void damagedOnesAreWeighedOrRefused(String fixture) {
    Mutations.of("packed-" + fixture.replace('/', '-'), Fixtures.array(fixture))
        .check(4, this::weigh);
  }

  @SuppressWarnings("EmptyCatch")
  private void weigh(Bytes file) {
    byte[] array = new byte[(int) file.length()];
    file.copy(0, array, 0, array.length);
    try {
      BinaryModel model = BinaryModel.open(write(array), UNPACKING);
      assertThat(model).coversFileExactly();
      model.by(List.of(Dimensions.SECTION), List.of(Measures.FILE));
    } catch (BinaryException expected) {
      // The one way in which a damaged file may be refused.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a packed program has beside what is inside is of no library, and so of no version. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void whatIsOutsideHasNoVersion(String fixture) throws IOException {
    Path packed = write(Fixtures.array(fixture));
    SizeTree tree = BinaryModel.open(packed, UNPACKING).by(List.of(Dimensions.LIBRARY), MEASURES);
    assertThat(tree.rows()).map(SizeRow::version).containsOnly("");
  }
}
