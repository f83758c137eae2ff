package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.RootReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencePathsTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");

  private static Attribution open(String name) throws IOException {
    return BinaryModel.open(FOLDER.resolve(name)).attribution();
  }

  private static ReferencePaths to(Attribution attribution, String name) {
    return ReferencePaths.to(attribution, new NodeFinder(attribution).named(name)[0]);
  }

  private static String text(Attribution attribution, ReferencePath path) {
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    return String.join(" ", path.steps().stream().map(step -> graph.text(step.node())).toList());
  }

  @Test
  void eachReferrerThatIsNeededGivesOneWay() throws IOException {
    Attribution file = open("elf-x64.elf");
    ReferencePaths paths = to(file, "called");
    assertThat(paths.shortest(9))
        .extracting(path -> text(file, path))
        .containsExactly("start called", "start table in_table_two called");
    assertThat(paths.count()).isEqualTo(2);
    assertThat(paths.shortest(1)).hasSize(1);
    assertThat(paths.shortest(9).get(0).reason()).isEqualTo(RootReason.ENTRY_POINT);
    assertThat(paths.notNeeded()).isEmpty();
  }

  /** A way to odd through even would lead through odd itself. */
  @Test
  void aCycleGivesNoWay() throws IOException {
    Attribution file = open("elf-x64.elf");
    ReferencePaths paths = to(file, "odd");
    assertThat(paths.shortest(9)).extracting(path -> text(file, path)).containsExactly("start odd");
    assertThat(paths.notNeeded()).hasSize(1);
  }

  @Test
  void whatIsNeededItselfHasAWayOfOneStep() throws IOException {
    Attribution file = open("elf-x64.elf");
    List<ReferencePath> paths = to(file, "exported").shortest(9);
    assertThat(paths).hasSize(1);
    assertThat(paths.get(0).reason()).isEqualTo(RootReason.EXPORT);
    assertThat(paths.get(0).steps()).hasSize(1);
    assertThat(paths.get(0).steps().get(0).fileOffset()).isEqualTo(-1);
  }

  @Test
  void whatIsNotNeededHasNoWay() throws IOException {
    Attribution file = open("elf-x64.elf");
    ReferencePaths paths = to(file, "chain_end");
    assertThat(paths.count()).isZero();
    assertThat(paths.shortest(9)).isEmpty();
    assertThat(ReferenceGraph.of(file).text(paths.notNeeded()[0])).isEqualTo("chain_middle");
  }

  /** A call of Wasm is the byte 0x10 and the number of a function. */
  @Test
  void aStepSaysWhereTheReferenceIs() {
    BinaryModel model = HandMadeModule.model();
    ReferencePaths paths = to(model.attribution(), "e");
    assertThat(paths.shortest(9))
        .extracting(path -> text(model.attribution(), path))
        .containsExactly("a b d e");
    long place = paths.shortest(1).get(0).steps().get(3).fileOffset();
    assertThat(model.file().bytes().u8(place)).isEqualTo(0x10);
    assertThat(model.file().bytes().u8(place + 1)).isEqualTo(4);
    assertThat(paths.notNeeded()).hasSize(1);
  }

  /** A call of x86-64 is 0xE8 and a distance of four bytes from its end. */
  @Test
  void aStepOfMachineCodeIsItsCall() throws IOException {
    Attribution file = open("elf-x64.elf");
    ReferencePath path = to(file, "odd").shortest(1).get(0);
    ReferencePath.Step call = path.steps().get(1);
    assertThat(file.file().bytes().u8(call.fileOffset())).isEqualTo(0xE8);
    long target = call.address() + 5 + file.file().bytes().i32(call.fileOffset() + 1);
    assertThat(target).isEqualTo(new NodeFinder(file).address(call.node()));
  }
}
