package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice fits the tools that made a file, and would neither break the file nor do nothing. */
class AdviceTest {
  private static Optional<Finding> finding(LintResult result, String rule) {
    return result.findings().stream().filter(f -> f.rule().id().equals(rule)).findFirst();
  }

  private static String advice(Finding finding) {
    return String.join("\n", finding.fix()) + "\n" + finding.remedy().help();
  }

  /** Cells of the table of rules that are common: the rule speaks, in the words of the tools. */
  @ParameterizedTest
  @CsvSource({
    "advisor/j2c-release.xz, strip-symbols, strip = true",
    "elf/c-x64, strip-symbols, strip --strip-all",
    "elf/c-x64-g-dwarf5, strip-debug, objcopy --only-keep-debug",
    "elf/cpp-x64, section-padding, -z,noseparate-code",
    "pe/c-mingw-x86.exe, strip-symbols, mingw32-strip",
    "pe/libfix.dll, strip-debug, mingw32-strip",
    "pe/libfix.dll, unreferenced-code, --gc-sections",
    "wasm/c-wasm32-relocs.wasm, wasm-zero-data, wasm-opt",
    "wasm/j2c-196.wasm, wasm-opt, wasm-opt -Oz",
    "rules/hash-both.so, hash-style, --hash-style=gnu",
    "rules/pdb-path.exe, pe-debug-directory, /PDBALTPATH",
    "origin/ada.xz, strip-symbols, strip --strip-all",
    "origin/dldc.xz, strip-symbols, strip --strip-all",
    "origin/nim.xz, section-padding, -z,noseparate-code",
    "origin/assemblyscript.wasm.xz, strip-symbols, asc"
  })
  void theRemedyIsThatOfTheToolchain(String build, String rule, String words) {
    Finding finding = finding(Builds.lint(build), rule).orElseThrow();
    assertThat(advice(finding)).contains(words);
  }

  /** Cells of the table where a rule keeps silent: there its advice would break or do nothing. */
  @ParameterizedTest
  @CsvSource({
    "elf/c-split.debug, strip-debug strip-symbols compression",
    "macho/tiny-arm64.dSYM, strip-debug strip-symbols page-rounding",
    "elf/util.o, strip-debug strip-symbols unreferenced-code section-padding",
    "ar/libfix.a, strip-debug strip-symbols unreferenced-code identical-functions",
    "pe/tiny-uefi.efi, strip-debug strip-symbols unreferenced-code pe-base-relocations",
    "elf/tiny-thumbv7em, pack-relocations section-padding hash-style",
    "elf/c-static-musl, pack-relocations",
    "origin/ada.xz, unreferenced-code identical-functions",
    "origin/dldc.xz, unreferenced-code lto opt-size panic-unwind",
    "pe/c-mingw-x86.exe, identical-functions pe-debug-directory",
    "wasm/j2c-component.wasm, wasm-opt wasm-zero-data identical-functions",
    "macho/tiny-arm64-g, page-rounding"
  })
  void whereARuleDoesNotFitItIsSilent(String build, String rules) {
    assertThat(Builds.lint(build).findings())
        .extracting(finding -> finding.rule().id())
        .doesNotContain(rules.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf/c-x64-g-dwarf5",
        "elf/cpp-x64",
        "elf/cpp-dwz",
        "elf/c-aarch64",
        "elf/c-s390x",
        "elf/libfix.so",
        "elf/c-static-musl",
        "macho/libfix-arm64.dylib",
        "macho/old-x64",
        "pe/c-mingw-x86.exe",
        "pe/cpp-mingw-x64.exe",
        "pe/c-msvc-x64.exe",
        "pe/libfix.dll",
        "wasm/c-wasm32-relocs.wasm",
        "wasm/c-simd-eh.wasm",
        "graph/wasm32.wasm",
        "graph/macho-x64.macho",
        "graph/pe-x64.exe",
        "graph/elf-x64.elf",
        "origin/ada.xz",
        "origin/fortran.xz",
        "origin/dldc.xz",
        "origin/nim.xz",
        "origin/assemblyscript.wasm.xz"
      })
  void noTextOfCargoIsOnAFileWithoutRust(String build) {
    LintConfig config = LintConfig.parse("t", "[rules.unreferenced-code]\nmin-bytes = 1\n");
    Linter linter = Linter.installed().with(config);
    for (Finding finding : linter.lint(Builds.open(build).attribution()).findings()) {
      String text = advice(finding) + finding.remedy().since() + finding.remedy().tradeOff();
      assertThat(text)
          .as(finding.rule().id())
          .doesNotContainIgnoringCase("cargo")
          .doesNotContain("[profile", "RUSTFLAGS", "rust-lang", "Rust");
    }
  }

  /** GNU strip writes 4,408 of 11,832 bytes of such a file: what was appended is gone. */
  @Test
  void strippingAProgramWithAnArchiveBehindItIsNotAdvised() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(Fixtures.array("elf/c-x64"));
    file.write(new byte[] {'P', 'K', 3, 4});
    file.write("the members of an archive".getBytes(StandardCharsets.US_ASCII));
    Bytes bytes = Bytes.of(file.toByteArray());
    BinaryModel model = BinaryModel.of("app", bytes, OpenOptions.DEFAULT);
    Finding finding =
        finding(Linter.installed().lint(model.attribution()), "strip-symbols").orElseThrow();
    assertThat(finding.message()).contains("only before 29 bytes were appended (appended: ZIP)");
    assertThat(finding.fix().get(0)).startsWith("# do not strip this file");
    assertThat(finding.places()).extracting(FindingPlace::label).contains("appended: ZIP");
  }

  /** {@code upx --help} of version 4.2 lists what it packs. */
  @ParameterizedTest
  @CsvSource({"advisor/j2c-release.xz, true", "macho/j2c-arm64-chained, false"})
  void upxIsAdvisedWhereItPacks(String build, boolean packs) {
    LintConfig config = LintConfig.parse("t", "[rules.compression]\nmin-file = 1\n");
    LintResult result = Linter.installed().with(config).lint(Builds.open(build).attribution());
    Finding finding = finding(result, "compression").orElseThrow();
    assertThat(advice(finding).contains("upx")).isEqualTo(packs);
  }

  @Test
  void everyRuleHasItsPlaceInTheTable() {
    List<String> ids = new ArrayList<>();
    Linter.installed().rules().forEach(rule -> ids.add(rule.info().id()));
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }
}
