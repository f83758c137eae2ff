package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.LinkedProgram.Placed;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries of C without debug information, as the linker's map tells them. */
class LibraryEvidenceTest {
  private static final Set<String> LIBRARIES = Set.of("libbz2", "zlib");

  /** Of a library's code so much must be told, per cent. */
  private static final long LEAST = 95;

  @ParameterizedTest
  @ValueSource(strings = {"libraries-gnu", "libraries-lld"})
  void tellsNoCodeOfAnotherLibrary(String name) {
    LinkedProgram program = new LinkedProgram(name);
    BinaryModel model = program.model();
    List<Placed> placed = program.placed();
    CrateTable crates = Crates.of(model.attribution(), CratePolicy.DEFINING);
    Partition partition = model.attribution().partition();
    long told = 0;
    long all = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kind(span) == Kind.CODE) {
        int row = crates.ofSpan(span, Pricing.FULL);
        String crate = row < 0 ? "" : crates.crate(row).name();
        String truth = truth(placed, model.attribution().address(span));
        long size = partition.end(span) - partition.start(span);
        if (LIBRARIES.contains(crate)) {
          assertThat(crate).as("%s at %s", name, partition.start(span)).isEqualTo(truth);
          told += size;
        }
        all += LIBRARIES.contains(truth) ? size : 0;
      }
    }
    assertThat(told * 100).isGreaterThan(all * LEAST);
  }

  @Test
  void tellsLibrariesByNamesWhereNoUnitIsKnown() {
    byte[] file = new LinkedProgram("libraries-gnu").withoutFiles();
    BinaryModel model = BinaryModel.of("program", Bytes.of(file), OpenOptions.DEFAULT);
    CrateTable crates = Crates.of(model.attribution(), CratePolicy.DEFINING);
    Set<String> names = new HashSet<>();
    for (int row = 0; row < crates.count(); row++) {
      names.add(crates.crate(row).name());
    }
    assertThat(names).containsAll(LIBRARIES);
  }

  private static String truth(List<Placed> placed, long address) {
    return placed.stream()
        .filter(one -> address >= one.address() && address < one.address() + one.size())
        .map(Placed::crate)
        .findFirst()
        .orElse("");
  }
}
