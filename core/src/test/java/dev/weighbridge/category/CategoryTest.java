package dev.weighbridge.category;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.testing.NamedCode;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoryTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = CategoryTest.class.getResourceAsStream("/panic/" + name)) {
      return stream.readAllBytes();
    }
  }

  private static Map<String, Long> categories(BinaryModel model) {
    assertThat(model).addsUpBy(Dimensions.CATEGORY);
    Map<String, Long> sizes = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.CATEGORY).rows()) {
      sizes.put(row.label(), row.fileSize());
    }
    return sizes;
  }

  private static Map<String, Long> ofFixture(String fixture) {
    return categories(BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT));
  }

  /** A number of {@code places.truth.txt}, which readelf's list of relocations gave. */
  private static long truth(String what) throws IOException {
    String text = new String(resource("places.truth.txt"), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.startsWith(what + " "))
        .mapToLong(line -> Long.parseLong(line.substring(what.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void panicLocationsAreThoseThatRelocationsTell() throws IOException {
    BinaryModel model = BinaryModel.of("places", Bytes.of(resource("places")), OpenOptions.DEFAULT);
    DataMarks marks = DataMarks.of(model.attribution());
    assertThat(marks.count(DataMark.PANIC_LOCATION)).isEqualTo(truth("records"));
    assertThat(marks.count(DataMark.PANIC_PATH)).isEqualTo(truth("paths"));
    assertThat(categories(model))
        .containsEntry("panic locations", 24 * truth("records"))
        .containsEntry("panic location paths", truth("path bytes"));
  }

  @Test
  void wasmHasSixteenBytesForEachAndNoRelocations() {
    assertThat(ofFixture("wasm/j2c-196.wasm"))
        .containsEntry("panic locations", 16 * 112L)
        .containsEntry("panic location paths", 2322L);
  }

  @Test
  void aStandardLibraryThatAbortsAtOnceHasNone() {
    Map<String, Long> sizes = ofFixture("elf/j2c-bs-all-immediate-sym");
    assertThat(sizes).doesNotContainKeys("panic locations", "panic location paths");
    assertThat(sizes.getOrDefault("panic machinery", 0L)).isLessThan(100);
    assertThat(sizes).doesNotContainKey("backtrace symboliser");
    assertThat(sizes).doesNotContainKey("other");
  }

  @Test
  void damagedFilesAreStillWhole() {
    byte[] whole = Fixtures.array("elf/j2c-bs-all-immediate-sym");
    for (int seed = 1; seed <= 20; seed++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 200; i++) {
        damaged[0x400 + (int) ((seed * 7919L + i * 104729L) % (whole.length - 0x400))] ^= 0x55;
      }
      BinaryModel model = BinaryModel.of("damaged", Bytes.of(damaged), OpenOptions.DEFAULT);
      assertThat(model).addsUpBy(Dimensions.CATEGORY, Dimensions.MODULE);
    }
  }

  @Test
  void namesTellTheCategory() {
    Map<String, Long> counts =
        NamedCode.symbols(
            NamedCode.model(
                    "_RNvNtC4core9panicking9panic_fmt",
                    "_RNvXC4mineNtB2_3RowNtNtC4core3fmt5Debug3fmt",
                    "_RNvXC4mineNtB2_3RowNtNtC4core3fmt7Display3fmt",
                    "_RINvNtC4core3ptr13drop_in_placeNtC4mine3RowE",
                    "_ZN4core3ptr42drop_in_place$LT$alloc..string..String$GT$17h0123456789abcdefE",
                    "_RNvNtNtNtC4core3num7flt2dec8strategy1f",
                    "rust_eh_personality",
                    "_start",
                    "malloc",
                    "_RNCNvC4mine4main0",
                    "_RNvXC4mineNtB2_3RowNtNtC5serde3ser9Serialize9serialize",
                    "_RNvNtC9hashbrown3raw4grow",
                    "_RNvC4mine4work",
                    "qsort_r")
                .by(Dimensions.CATEGORY));
    assertThat(counts)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("panic machinery", 1L),
                    Map.entry("Debug impls", 1L),
                    Map.entry("formatting", 1L),
                    Map.entry("drop glue", 2L),
                    Map.entry("float formatting", 1L),
                    Map.entry("unwinding", 1L),
                    Map.entry("startup", 1L),
                    Map.entry("allocator", 1L),
                    Map.entry("iterators and closures", 1L),
                    Map.entry("serde", 1L),
                    Map.entry("hash tables", 1L),
                    Map.entry("program code", 1L),
                    Map.entry("C and C++ code", 1L))));
  }
}
