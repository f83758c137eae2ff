package dev.weighbridge;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are weighed to the last byte, or refused; whatever is asked of them. */
@DamagesFiles
class ModelMutationsTest {
  static Stream<String> fixtures() {
    return Stream.concat(LawsTest.fixtures(), FixtureFolder.binaries("dwarf").stream());
  }

  static List<String> databases() {
    return FixtureFolder.binaries("pdb");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void weighsDamagedFiles(String fixture) {
    Mutations.Result result =
        Mutations.of(fixture, Fixtures.array(fixture)).check(ModelMutationsTest::weigh);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void weighsCutFiles(String fixture) {
    byte[] file = Fixtures.array(fixture);
    Mutations.Result result =
        Mutations.of(fixture, file)
            .checkTruncations(ModelMutationsTest::weigh, borders(fixture, Bytes.of(file)));
    assertThat(result.count()).isGreaterThan(Mutations.seededCount());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void weighsWithDamagedDatabases(String database) {
    Bytes image = Fixtures.bytes(FixtureFolder.imageOf(database));
    Mutations.Result result =
        Mutations.of(database, Fixtures.array(database)).check(pdb -> weigh(image, pdb));
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }

  @Test
  void weighsWhatOnceFailed() {
    assertThat(Mutations.replays(ModelMutationsTest::weigh)).isNotNegative();
  }

  private static void weigh(Bytes file) {
    weigh(BinaryModel.of("mutant", file, OpenOptions.DEFAULT));
  }

  private static void weigh(Bytes image, Bytes database) {
    SideFiles files = SideFiles.of(new SideFile("mutant.pdb", database));
    BinaryFile file = FormatRegistry.installed().read("image.exe", image, files);
    weigh(BinaryModel.of(file, OpenOptions.DEFAULT));
  }

  private static void weigh(BinaryModel model) {
    assertThat(model).coversFileExactly();
    addsUp(model.bySymbol());
    addsUp(model.bySection());
    addsUp(model.by(Dimensions.IMAGE, Dimensions.SEGMENT, Dimensions.KIND));
    addsUp(model.by(List.of(Dimensions.UNIT, Dimensions.LINE), List.of(Measures.DEBUG)));
    addsUp(model.by(Dimensions.SOURCE, Dimensions.INLINE));
    long step = Math.max(1, model.fileSize() / 40);
    for (long offset = 0; offset < model.fileSize(); offset += step) {
      assertThat(model.explainOffset(offset)).isPresent();
    }
    for (BinaryImage image : model.file().images()) {
      for (int row = 0; row < Math.min(20, image.symbols().count()); row++) {
        model.explainAddress(image.symbols().address(row));
      }
    }
  }

  private static void addsUp(SizeTree tree) {
    long sum = 0;
    for (SizeRow row : tree.rows()) {
      sum = Math.addExact(sum, row.fileSize());
    }
    assertThat(sum).isEqualTo(tree.fileSize());
  }

  /** Where headers, sections and segments of a sound file start and end: the places to cut it. */
  private static long[] borders(String name, Bytes bytes) {
    LongStream.Builder places = LongStream.builder();
    BinaryFile file = FormatRegistry.installed().read(name, bytes);
    headers(file.container(), places);
    for (BinaryImage image : file.images()) {
      headers(image.structures(), places);
      for (int row = 0; row < image.sections().count(); row++) {
        Section section = image.sections().row(row);
        places.add(section.fileStart()).add(section.fileEnd());
      }
      for (int row = 0; row < image.segments().count(); row++) {
        Segment segment = image.segments().row(row);
        places.add(segment.fileStart()).add(segment.fileEnd());
      }
    }
    return places.build().sorted().distinct().toArray();
  }

  private static void headers(StructureTable structures, LongStream.Builder places) {
    structures.stream()
        .filter(s -> s.kind() == Kind.HEADERS)
        .forEach(s -> places.add(s.fileStart()).add(s.fileEnd()));
  }
}
