package dev.weighbridge.report.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageChange;
import dev.weighbridge.packages.PackageTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownChangeTest {
  @TempDir private Path folder;

  private ShownChange whole() throws IOException {
    return ShownChange.of(PackageChange.of(tree("app-docker.tar"), tree("app-oci.tar")));
  }

  private PackageTree tree(String name) throws IOException {
    Path file = Files.write(folder.resolve(name), Fixtures.array("packages/" + name));
    return PackageModel.open(file).by(List.of(Dimensions.ENTRY), List.of(Measures.FILE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 100})
  void rowsSumToTheWholeHoweverManyAreShown(int limit) throws IOException {
    ShownChange whole = whole();
    List<ShownChange> rows = whole.rows(limit);
    Measure file = Measures.FILE;
    assertThat(rows.stream().mapToLong(row -> row.before(file)).sum())
        .isEqualTo(whole.before(file));
    assertThat(rows.stream().mapToLong(row -> row.after(file)).sum()).isEqualTo(whole.after(file));
  }

  @Test
  void theLargestIsShownAndTheOthersAreOneRow() throws IOException {
    List<ShownChange> rows = whole().rows(1);
    assertThat(rows).hasSizeBetween(2, 3);
    assertThat(rows.get(0).label()).doesNotStartWith("[");
  }
}
