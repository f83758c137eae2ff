package dev.weighbridge.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.tree.SizeRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * One program in ELF, Mach-O, PE and Wasm: the same source, compiler and settings, so what is told
 * of it must agree wherever the target is no reason for a difference. The reasons that are stand
 * beside each comparison; the bands are what was measured, rounded up.
 */
class FormatTwinsTest {
  private static final String ELF = "j2c-aarch64";
  private static final String MACHO_ARM = "macho/j2c-arm64-chained";
  private static final String MACHO_X64 = "j2c-x64-all";
  private static final String PE = "j2c-gnu196-dwarf.exe";
  private static final String WASM = "j2c-196-all.wasm";
  private static final List<String> ALL = List.of(ELF, MACHO_ARM, MACHO_X64, PE, WASM);

  /** All but Wasm, where nothing can be told of the stack, so that std has no backtraces. */
  private static final List<String> WITH_BACKTRACES = List.of(ELF, MACHO_ARM, MACHO_X64, PE);

  private static BinaryModel open(String name, CratePolicy policy) {
    return TwinFiles.open(name, OpenOptions.DEFAULT.withCratePolicy(policy));
  }

  /** Bytes of code by label, rows without code left out. */
  private static Map<String, Long> code(BinaryModel model, Dimension dimension) {
    Map<String, Long> code = new TreeMap<>();
    for (SizeRow row : model.by(dimension).rows()) {
      if (row.fileSize(Kind.CODE) > 0) {
        code.put(row.label(), row.fileSize(Kind.CODE));
      }
    }
    return code;
  }

  private static Map<String, Long> crates(String name) {
    return code(open(name, CratePolicy.RESPONSIBLE), Dimensions.CRATE);
  }

  private static Set<String> cratesOfOrigin(String name, CrateOrigin origin) {
    BinaryModel model = open(name, CratePolicy.RESPONSIBLE);
    CrateTable table = Crates.of(model.attribution(), CratePolicy.RESPONSIBLE);
    Set<String> withCode = code(model, Dimensions.CRATE).keySet();
    Set<String> names = new TreeSet<>();
    for (int row = 0; row < table.count(); row++) {
      Crate crate = table.crate(row);
      if (crate.origin() == origin && withCode.contains(table.label(row))) {
        names.add(crate.name());
      }
    }
    return names;
  }

  @Test
  void allHaveTheSameCratesOfTheUser() {
    for (String file : ALL) {
      assertThat(cratesOfOrigin(file, CrateOrigin.USER)).as(file).containsExactly("j2c");
    }
  }

  @Test
  void allHaveTheSameCratesOfTheStandardLibrary() {
    for (String file : ALL) {
      assertThat(cratesOfOrigin(file, CrateOrigin.STANDARD))
          .as(file)
          .contains("__rustc", "alloc", "core", "std");
    }
    for (String file : WITH_BACKTRACES) {
      assertThat(cratesOfOrigin(file, CrateOrigin.STANDARD))
          .as(file)
          .contains("addr2line", "gimli", "object", "rustc_demangle");
    }
    // Wasm has no system to ask for memory.
    assertThat(ALL).filteredOn(file -> crates(file).containsKey("dlmalloc")).containsExactly(WASM);
    // Only ELF compresses debug information.
    assertThat(ALL)
        .filteredOn(file -> crates(file).containsKey("miniz_oxide"))
        .containsExactly(ELF);
    // Darwin and Wasm need none of it; the others move memory or do atomic operations by calls.
    assertThat(ALL)
        .filteredOn(file -> crates(file).getOrDefault("compiler_builtins", 0L) > 1_000)
        .containsExactly(ELF, PE);
  }

  @Test
  void nobodysAndNativeCodeIsWhatTheTargetAdds() {
    // MinGW's start files and the unwinder of GCC, of which its linker names the objects.
    Map<String, Long> largest =
        Map.of(ELF, 800L, MACHO_ARM, 0L, MACHO_X64, 0L, PE, 8_000L, WASM, 166L);
    for (String file : ALL) {
      Set<String> natives = cratesOfOrigin(file, CrateOrigin.NATIVE);
      Map<String, Long> code = crates(file);
      long bytes = code.getOrDefault("[no name]", 0L);
      for (String crate : natives) {
        bytes += crate.equals("[outlined code]") ? 0 : code.get(crate);
      }
      assertThat(bytes).as(file + " " + natives).isLessThanOrEqualTo(largest.get(file));
    }
    // The linker of MinGW cuts names of objects; none may pose as a crate of its own.
    assertThat(crates(PE)).doesNotContainKeys("", "compiler_built");
  }

  /** On one machine the program's own code is nearly the same, whatever the format. */
  @Test
  void programsOfOneMachineHaveTheSameCodeOfTheUser() {
    assertThat(ratio(MACHO_X64, PE, "j2c")).isCloseTo(1, within(0.03));
    // LLVM outlines more on Darwin, where 11,384 bytes of 173,004 are no longer in functions.
    assertThat(ratio(MACHO_ARM, ELF, "j2c")).isCloseTo(1, within(0.07));
    assertThat(ratio(MACHO_ARM, ELF, "rustc_demangle")).isCloseTo(1, within(0.02));
    assertThat(ratio(MACHO_X64, PE, "rustc_demangle")).isCloseTo(1, within(0.05));
    assertThat(ratio(MACHO_X64, PE, "addr2line")).isCloseTo(1, within(0.05));
    assertThat(ratio(MACHO_ARM, ELF, "addr2line")).isCloseTo(1, within(0.05));
  }

  @Test
  void sharesOfCratesAgreeAcrossFormats() {
    for (String crate : List.of("j2c", "alloc", "addr2line", "gimli", "rustc_demangle")) {
      double elf = share(ELF, crate);
      for (String file : WITH_BACKTRACES) {
        assertThat(share(file, crate)).as(crate + " in " + file).isCloseTo(elf, within(0.03));
      }
    }
  }

  private static double ratio(String one, String other, String crate) {
    return (double) crates(one).get(crate) / crates(other).get(crate);
  }

  private static double share(String file, String crate) {
    Map<String, Long> code = crates(file);
    long total = code.values().stream().mapToLong(Long::longValue).sum();
    return (double) code.get(crate) / total;
  }

  /** Its functions and generics have the same names in every format. */
  @Test
  void allHaveTheSameFunctionsOfTheUser() {
    Set<String> expected = functions(ELF).keySet();
    assertThat(expected).contains("j2c::run", "<j2c::parser::Parser>::object").hasSize(14);
    for (String file : ALL) {
      assertThat(functions(file).keySet()).as(file).isEqualTo(expected);
    }
    // No function is larger than twice what it is in another format of the same machine.
    functions(MACHO_X64)
        .forEach((name, size) -> isWithin(name, size, functions(PE).get(name), 1.37));
    functions(MACHO_ARM)
        .forEach((name, size) -> isWithin(name, size, functions(ELF).get(name), 1.16));
  }

  private static void isWithin(String name, long one, long other, double factor) {
    assertThat((double) Math.max(one, other) / Math.min(one, other))
        .as("%s: %d and %d bytes", name, one, other)
        .isLessThanOrEqualTo(factor);
  }

  private static Map<String, Long> functions(String file) {
    Map<String, Long> functions = new TreeMap<>();
    BinaryModel model = open(file, CratePolicy.DEFINING);
    for (SizeRow crate : model.by(Dimensions.CRATE, Dimensions.GENERIC).rows()) {
      for (SizeRow row : crate.label().equals("j2c") ? crate.rows() : List.<SizeRow>of()) {
        if (row.fileSize(Kind.CODE) > 0) {
          functions.put(row.label(), row.fileSize(Kind.CODE));
        }
      }
    }
    return functions;
  }

  /** What does not depend on the system is for the same purposes in all of them. */
  @Test
  void categoriesAgree() {
    Map<String, Double> bands =
        Map.of(
            "float formatting", 1.35,
            "formatting", 1.45,
            "Debug impls", 1.5,
            "drop glue", 1.4,
            "program code", 1.5,
            "panic machinery", 1.55);
    Map<String, Map<String, Long>> all = new TreeMap<>();
    for (String file : ALL) {
      all.put(file, code(TwinFiles.open(file), Dimensions.CATEGORY));
    }
    bands.forEach(
        (category, factor) -> {
          for (String one : ALL) {
            for (String other : ALL) {
              long size = all.get(one).get(category);
              isWithin(category + " of " + one, size, all.get(other).get(category), factor);
            }
          }
        });
    assertThat(all.get(MACHO_ARM).get("outlined code")).isEqualTo(11_384);
    assertThat(all.get(MACHO_ARM)).doesNotContainKey("C and C++ code");
  }

  /**
   * A program database after link-time optimisation names one module that holds everything: what
   * has no name in it must not be the program's, which is what its module would say.
   */
  @Test
  void aMergedModuleGivesNobodysCodeToTheProgram() {
    Map<String, Long> publics = withDatabase("j2c-msvc-x64-all");
    assertThat(publics.get("j2c")).isLessThan(500);
    assertThat(publics.get("[no name]")).isGreaterThan(94_000);
    // With the program's own debug information its functions are known, at opt-level 3.
    for (String file : List.of("j2c-msvc-arm64", "j2c-msvc-x86")) {
      Map<String, Long> own = withDatabase(file);
      assertThat(own.get("j2c")).as(file).isBetween(20_000L, 45_000L);
      assertThat(own.get("[no name]")).as(file).isGreaterThan(90_000);
      assertThat(own).as(file).containsKeys("core", "alloc").doesNotContainKey("[C/C++]");
    }
  }

  private static Map<String, Long> withDatabase(String name) {
    SideFile database = new SideFile(name, Bytes.of(TwinFiles.array("pdb/" + name + ".pdb")));
    Bytes image = Bytes.of(TwinFiles.array("pe/" + name + ".exe"));
    BinaryFile file = FormatRegistry.installed().read(name + ".exe", image, SideFiles.of(database));
    return code(BinaryModel.of(file, OpenOptions.DEFAULT), Dimensions.CRATE);
  }
}
