package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One program built for several systems has about the same crates. */
class CrateTwinsTest {
  private static final Set<Kind> CONTENT = EnumSet.of(Kind.CODE, Kind.RODATA, Kind.DATA);

  /** Share of the bytes of a program by crate. */
  private static Map<String, Double> shares(BinaryModel model) {
    Map<String, Double> shares = new TreeMap<>();
    double total = model.byCrate().only(CONTENT).fileSize();
    for (SizeRow row : model.byCrate().only(CONTENT).rows()) {
      shares.put(row.label(), row.fileSize() / total);
    }
    return shares;
  }

  @Test
  void machOHasTheCratesOfElf() {
    Map<String, Double> elf = shares(new LinkedProgram("j2c-release").model());
    Map<String, Double> macho = shares(new LinkedProgram("j2c-arm64").model());
    for (String crate : Set.of("j2c", "std", "alloc", "rustc_demangle")) {
      assertThat(macho.get(crate))
          .as(crate)
          .isBetween(elf.get(crate) - 0.06, elf.get(crate) + 0.06);
    }
    assertThat(macho.getOrDefault("[no name]", 0.0)).isLessThan(0.02);
    assertThat(macho.getOrDefault("[C/C++]", 0.0)).isLessThan(0.02);
  }

  @Test
  void minGwHasTheCratesOfElf() {
    Map<String, Double> elf = shares(new LinkedProgram("j2c-release").model());
    Map<String, Double> pe = shares(new LinkedProgram("j2c-gnu163.exe").model());
    for (String crate : Set.of("alloc", "rustc_demangle", "gimli")) {
      assertThat(pe.get(crate)).as(crate).isBetween(elf.get(crate) - 0.06, elf.get(crate) + 0.06);
    }
    assertThat(pe).containsKeys("j2c", "core", "std", "addr2line", "object", "[C runtime]");
    assertThat(pe.getOrDefault("[no name]", 0.0)).isLessThan(0.02);
  }

  /** The linker map says, by the object of each function: bytes of code without their sizes. */
  @Test
  void wasmHasTheCratesOfItsLinkerMap() {
    Map<String, Long> mapped =
        Map.of("core", 44_033L, "j2c", 25_984L, "std", 18_232L, "alloc", 2_791L, "dlmalloc", 97L);
    BinaryModel model =
        BinaryModel.of(
            "j2c-196.wasm",
            Fixtures.bytes("wasm/j2c-196.wasm"),
            OpenOptions.DEFAULT.withCratePolicy(CratePolicy.INSTANTIATING));
    Map<String, Long> code = new TreeMap<>();
    for (SizeRow row : model.byCrate().rows()) {
      code.put(row.label(), row.fileSize(Kind.CODE));
      if (row.label().equals("[C/C++]")) {
        assertThat(row.fileSize(Kind.RODATA) + row.fileSize(Kind.DATA)).isZero();
      }
    }
    mapped.forEach(
        (crate, bytes) ->
            assertThat(code.get(crate)).as(crate).isBetween(bytes * 99 / 100, bytes * 101 / 100));
  }
}
