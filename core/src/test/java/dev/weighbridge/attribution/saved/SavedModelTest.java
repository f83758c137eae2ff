package dev.weighbridge.attribution.saved;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Claim;
import dev.weighbridge.attribution.Explanation.Outcome;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class SavedModelTest {
  /** Behind the signature; the length of a version below 128. */
  private static final int VERSION_AT = 8;

  @TempDir private Path folder;

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm")
        .flatMap(folder -> FixtureFolder.binaries(folder).stream())
        .filter(name -> !name.endsWith(".pdb"));
  }

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static byte[] save(BinaryModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.save(out);
    return out.toByteArray();
  }

  private BinaryModel load(byte[] saved) throws IOException {
    return BinaryModel.open(Files.write(folder.resolve("saved"), saved));
  }

  private static String csv(BinaryModel model, Dimension... dimensions) throws IOException {
    StringBuilder text = new StringBuilder();
    RowSelection all = new RowSelection(0, Optional.empty(), RowOrder.FILE_SIZE);
    new SizeReport(model.file(), model.by(dimensions), all).write(OutputFormat.CSV, text);
    return text.toString();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = SavedModelTest.class.getResourceAsStream("/diff/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyDimensionSaysTheSameOfASavedModel(String fixture) throws IOException {
    BinaryModel model = open(fixture);
    byte[] saved = save(model);
    BinaryModel loaded = load(saved);
    assertThat(loaded).coversFileExactly();
    assertThat(loaded.memorySize()).isEqualTo(model.memorySize());
    assertThat(loaded.format() + loaded.machine()).isEqualTo(model.format() + model.machine());
    assertThat(loaded.diagnostics()).isEqualTo(model.diagnostics());
    for (Dimension dimension : Dimensions.ofModels()) {
      assertThat(csv(loaded, dimension, Dimensions.SYMBOL))
          .isEqualTo(csv(model, dimension, Dimensions.SYMBOL));
    }
    sameSpans(loaded.attribution(), model.attribution());
    assertThat(save(loaded)).as("saved again").isEqualTo(saved);
    assertThat(save(open(fixture))).as("saved a second time").isEqualTo(saved);
  }

  private static void sameSpans(Attribution one, Attribution other) {
    assertThat(one.partition().spanCount()).isEqualTo(other.partition().spanCount());
    int[] owners = new int[one.partition().spanCount()];
    for (int span = 0; span < owners.length; span++) {
      assertThat(one.partition().start(span)).isEqualTo(other.partition().start(span));
      assertThat(one.partition().basis(span)).isEqualTo(other.partition().basis(span));
      assertThat(one.partition().evidencePair(span))
          .isEqualTo(other.partition().evidencePair(span));
      assertThat(one.address(span)).isEqualTo(other.address(span));
      owners[span] = one.partition().owner(span);
      assertThat(one.owners().text(owners[span]))
          .isEqualTo(other.owners().text(other.partition().owner(span)));
    }
    assertThat(one.bodies().of(owners)).isEqualTo(other.bodies().of(owners));
  }

  @Test
  void isAFractionOfTheFile() throws IOException {
    assertThat(save(open("elf/c-static-musl")).length)
        .isLessThan((int) (open("elf/c-static-musl").fileSize() / 4));
  }

  @Test
  void hasNoBytes() throws IOException {
    BinaryModel loaded = load(save(open("elf/c-x64")));
    assertThat(loaded.file().hasBytes()).isFalse();
    assertThat(loaded.file().bytes().length()).isZero();
    assertThat(loaded.file().as(SavedModel.class).orElseThrow().version())
        .isEqualTo(SavedModel.VERSION);
    assertThat(open("elf/c-x64").file().hasBytes()).isTrue();
  }

  @Test
  void debugInformationIsNotSaved() throws IOException {
    BinaryModel loaded = load(save(open("elf/c-x64-g-dwarf5")));
    for (Dimension dimension : Dimensions.all()) {
      if (!Dimensions.ofModels().contains(dimension)) {
        assertThatThrownBy(() -> loaded.by(dimension))
            .isInstanceOf(UnsupportedBinaryException.class)
            .hasMessageContaining("c-x64-g-dwarf5");
      }
    }
  }

  @Test
  void whoRefersToWhatIsNotSaved() throws IOException {
    Attribution loaded = load(save(open("elf/c-x64"))).attribution();
    assertThatThrownBy(() -> ReferenceGraph.of(loaded))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("found a saved model, which has none");
  }

  @Test
  void whatWonAByteIsKeptThoughNobodyCanBeAskedAgain() throws IOException {
    BinaryModel model = open("elf/c-x64");
    BinaryModel loaded = load(save(model));
    for (long offset = 0; offset < model.fileSize(); offset += 97) {
      Claim before = won(model.explainOffset(offset).orElseThrow());
      Claim after = won(loaded.explainOffset(offset).orElseThrow());
      assertThat(after.evidence()).isEqualTo(before.evidence());
      if (before.evidence() != Evidence.FORMAT) {
        assertThat(after.text()).isEqualTo(before.text());
      }
    }
  }

  private static Claim won(Explanation explanation) {
    return explanation.claims().stream()
        .filter(claim -> claim.outcome() == Outcome.WON)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void versionOneIsStillRead() throws IOException {
    BinaryModel loaded = load(resource("c-x64-v1.wbmodel"));
    String expected = new String(resource("c-x64-v1.csv"), StandardCharsets.UTF_8);
    assertThat(loaded.file().as(SavedModel.class).orElseThrow().version()).isEqualTo(1);
    assertThat(csv(loaded, Dimensions.SECTION, Dimensions.SYMBOL)).isEqualTo(expected);
  }

  @Test
  void aLaterVersionIsRefusedByName() throws IOException {
    byte[] saved = save(open("elf/c-x64"));
    saved[VERSION_AT] = SavedModel.VERSION + 1;
    assertThatThrownBy(() -> SavedModelReader.read(Bytes.of(saved)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("found " + (SavedModel.VERSION + 1));
  }

  @Test
  void chunksOfUnknownTagsArePassedOver() throws IOException {
    byte[] saved = save(open("elf/c-x64"));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(saved, 0, VERSION_AT + 1);
    changed.write("NEWS\3abc".getBytes(StandardCharsets.US_ASCII));
    changed.write(saved, VERSION_AT + 1, saved.length - VERSION_AT - 1);
    assertThatThrownBy(() -> SavedModelReader.read(Bytes.of(changed.toByteArray())))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void aChangedByteIsNoticed() throws IOException {
    byte[] saved = save(open("elf/c-x64"));
    for (int at = VERSION_AT; at < saved.length; at++) {
      byte before = saved[at];
      saved[at] ^= 0x10;
      byte[] changed = saved;
      assertThatThrownBy(() -> SavedModelReader.read(Bytes.of(changed)))
          .as("byte %d", at)
          .isInstanceOf(BinaryException.class);
      saved[at] = before;
    }
  }

  @Test
  void aTruncatedModelIsNoticed() throws IOException {
    byte[] saved = save(open("wasm/" + firstWasm()));
    for (int length = VERSION_AT; length < saved.length; length += 7) {
      Bytes cut = Bytes.of(saved).slice(0, length);
      assertThatThrownBy(() -> SavedModelReader.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(BinaryException.class);
    }
  }

  private static String firstWasm() {
    return FixtureFolder.binaries("wasm").get(0).substring("wasm/".length());
  }

  /** The checksum would catch these; without it the numbers themselves must. */
  @Test
  void noDamageThrowsAnythingElse() throws IOException {
    Random random = new Random(8);
    for (String fixture : List.of("elf/c-x64", "elf/util.o")) {
      byte[] saved = save(open(fixture));
      for (int round = 0; round < 4_000; round++) {
        byte[] changed = saved.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
          changed[VERSION_AT + random.nextInt(saved.length - VERSION_AT)] =
              (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        }
        try {
          SavedModelReader.read(Bytes.of(changed));
        } catch (BinaryException e) {
          assertThat(e).hasMessageContaining("expected");
        }
      }
    }
  }

  @Test
  void aMachineWithoutANameIsDamage() throws IOException {
    byte[] saved = save(open("elf/c-x64"));
    String text = new String(saved, StandardCharsets.ISO_8859_1);
    int length = text.indexOf("\u0006x86_64");
    saved[length] = 0;
    assertThatThrownBy(() -> SavedModelReader.read(Bytes.of(saved)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("expected the name of a machine, found an empty text");
  }
}
