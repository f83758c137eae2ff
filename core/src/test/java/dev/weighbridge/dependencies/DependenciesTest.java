package dev.weighbridge.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.cargo.CargoFixture;
import dev.weighbridge.cargo.CargoPackage;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependenciesTest {
  @TempDir private static Path folder;

  private static BinaryModel model() throws IOException {
    return CargoFixture.open(folder, CargoFixture.file("metadata.json"));
  }

  /** The bytes of each crate by its name, as a table of crates has them. */
  private static Map<String, Long> crateSizes(BinaryModel model) {
    Map<String, Long> sizes = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.CRATE).rows()) {
      sizes.put(row.label(), row.fileSize());
    }
    return sizes;
  }

  @Test
  void bytesOfVersionsAddUpToTheFile() throws IOException {
    BinaryModel model = model();
    for (var dimension : List.of(Dimensions.CRATE_VERSION, Dimensions.DEPENDENCY)) {
      long sum = model.by(dimension).rows().stream().mapToLong(SizeRow::fileSize).sum();
      assertThat(sum).isEqualTo(model.fileSize());
    }
    Map<String, Long> crates = crateSizes(model);
    for (SizeRow row : model.by(Dimensions.CRATE_VERSION).rows()) {
      switch (row.label()) {
        case "leaf 0.9.1" -> assertThat(row.fileSize()).isEqualTo(crates.get("leaf"));
        case "dup 1.0.0 or 2.0.0" -> assertThat(row.fileSize()).isEqualTo(crates.get("dup"));
        default -> assertThat(row.label()).doesNotStartWith("dup").isNotEqualTo("leaf");
      }
    }
  }

  @Test
  void whatOnlyADependencyBringsIsWhatAnIndependentScriptSays() throws IOException {
    BinaryModel model = model();
    Map<String, Long> crates = crateSizes(model);
    ConfigTable truth =
        ConfigTable.json("truth.json", Files.readString(CargoFixture.file("truth.json")))
            .table("directRanked")
            .orElseThrow();
    Dependencies dependencies = Dependencies.of(model.query());
    assertThat(dependencies.direct().stream().map(Dependency::label).sorted())
        .containsExactlyElementsOf(truth.keys().stream().sorted().toList());
    for (Dependency one : dependencies.direct()) {
      List<String> only = truth.table(one.label()).orElseThrow().texts("only");
      assertThat(one.onlyPackages().stream().map(PackageSize::label).sorted())
          .containsExactlyElementsOf(only);
      long bytes = 0;
      for (String label : only) {
        // Names do not tell versions of dup from each other.
        String name = label.substring(0, label.indexOf(' ')).replace('-', '_');
        bytes += name.equals("dup") ? 0 : crates.getOrDefault(name, 0L);
      }
      assertThat(one.onlySize()).as(one.label()).isEqualTo(bytes);
    }
  }

  @Test
  void allPlacesAddUpToTheFile() throws IOException {
    for (Pricing pricing : Pricing.values()) {
      BinaryModel model = model();
      Dependencies all = Dependencies.of(model.query().withPricing(pricing));
      long sum =
          all.ownSize()
              + all.direct().stream().mapToLong(Dependency::onlySize).sum()
              + all.sharedSize()
              + all.standardSize()
              + all.unknown().stream().mapToLong(PackageSize::fileSize).sum()
              + all.nativeSize()
              + all.otherSize();
      assertThat(sum).isEqualTo(model.fileSize());
    }
  }

  @Test
  void featuresVersionsAndWhatLeftNothingAreTold() throws IOException {
    Dependencies dependencies = Dependencies.of(model().query());
    OptionalDependency shapes = dependencies.optional().get(0);
    assertThat(shapes.of()).isEqualTo("app 0.3.0");
    assertThat(shapes.features()).containsExactly("fancy");
    assertThat(shapes.onlySize()).isEqualTo(dependencies.direct().get(0).onlySize());
    assertThat(dependencies.versions().stream().map(PackageVersion::path))
        .containsExactly(
            List.of("app 0.3.0", "text-kit 1.2.3", "dup 1.0.0"), List.of("app 0.3.0", "dup 2.0.0"));
    assertThat(dependencies.ambiguous())
        .extracting(PackageSize::label)
        .containsExactly("dup 1.0.0 or 2.0.0");
    assertThat(dependencies.absent().stream().map(one -> one.label() + " " + one.why().key()))
        .containsExactly(
            "unused-dep 7.0.0 no-bytes",
            "derive-it 0.2.0 macro",
            "maker 0.5.0 build",
            "plugin 0.0.1 other-member");
    assertThat(dependencies.linked().packages().stream().map(CargoPackage::name))
        .doesNotContain("derive-it");
  }

  @Test
  void aProgramWithoutNamesSaysThatItHasNone() throws IOException {
    BinaryModel model = BinaryModel.open(CargoFixture.program("app-auditable", folder));
    Dependencies dependencies = Dependencies.of(model.query());
    assertThat(dependencies.isNamed()).isFalse();
    assertThat(dependencies.absent().stream().map(one -> one.why().key()))
        .containsOnly("build")
        .hasSize(2);
  }
}
