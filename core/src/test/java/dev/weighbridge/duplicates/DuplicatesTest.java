package dev.weighbridge.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.bodies.CodeFile;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final String SIXTEEN = "00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF";
  private static final String ZEROS = "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00";

  private static List<String> names(BinaryModel model, EqualBodies bodies, int row) {
    return IntStream.range(0, bodies.copyCount(row))
        .mapToObj(i -> model.attribution().owners().text(bodies.owner(row, i)))
        .toList();
  }

  @Test
  void functionsAreGroupedByTheirBytes() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("one", "31 C0 C3")
            .function("call", "E8 00 01 02 03 C3")
            .function("two", "31 C0 C3")
            .function("other", "E8 00 01 02 04 C3")
            .function("three", "31 C0 C3")
            .weighed();
    EqualBodies identical = model.duplicates().identicalFunctions();
    assertThat(identical.count()).isEqualTo(1);
    assertThat(names(model, identical, 0)).containsExactly("one", "two", "three");
    assertThat(identical.saving()).isEqualTo(6);
    EqualBodies masked = model.duplicates().maskedFunctions();
    assertThat(masked.count()).isEqualTo(2);
    assertThat(names(model, masked, 0)).as("same saving, first in the file").contains("one");
    assertThat(names(model, masked, 1)).containsExactly("call", "other");
    assertThat(masked.saving()).isEqualTo(12);
  }

  @Test
  void dataIsNotGroupedIfItIsShortOrOneValue() {
    BinaryModel model =
        new CodeFile("x86_64")
            .data("a", SIXTEEN)
            .data("short", "01 02 03")
            .data("zero", ZEROS)
            .data("b", SIXTEEN)
            .data("brief", "01 02 03")
            .data("nought", ZEROS)
            .weighed();
    EqualBodies data = model.duplicates().identicalData();
    assertThat(data.count()).isEqualTo(1);
    assertThat(names(model, data, 0)).containsExactly("a", "b");
    assertThat(data.saving()).isEqualTo(16);
  }

  @Test
  void cratesOfOneNameAreToldApartByTheirNumbers() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("_RNvCs1_4dupe1f", "31 C0 C3")
            .function("_RNvCs2_4dupe1f", "31 C0 90 C3")
            .function("_RNvCs2_4dupe1g", "90 C3")
            .function("_RNvCs3_4once1f", "90 90 C3")
            .data("paths", bytes("x/registry/src/i-1/dupe-1.2.3/src/lib.rs"))
            .data("more", bytes("/vendor/dupe-0.9.0/a.rs/vendor/once-1.0.0/b.rs"))
            .weighed();
    List<CrateCopies> crates = model.duplicates().crates();
    assertThat(crates).hasSize(1);
    CrateCopies dupe = crates.get(0);
    assertThat(dupe.name()).isEqualTo("dupe");
    assertThat(dupe.versions()).containsExactly("0.9.0", "1.2.3");
    assertThat(dupe.copies()).extracting(CrateCopies.Copy::fileSize).containsExactly(6L, 3L);
    assertThat(dupe.saving()).isEqualTo(3);
  }

  /** Both slices hold the crates of one program, each compiled for itself. */
  @Test
  void slicesOfAUniversalFileAreNoDuplicates() {
    BinaryModel model =
        BinaryModel.of(
            "tiny-universal", Fixtures.bytes("macho/tiny-universal"), OpenOptions.DEFAULT);
    assertThat(model.file().images()).hasSize(2);
    assertThat(model.duplicates().crates()).isEmpty();
  }

  @Test
  void legacyNamesBesideOthersAreNoFurtherCopy() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("_RNvCs1_4dupe1f", "31 C0 C3")
            .function("_ZN4dupe1g17h0123456789abcdefE", "90 C3")
            .weighed();
    assertThat(model.duplicates().crates()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
