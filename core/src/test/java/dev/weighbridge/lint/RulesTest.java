package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.lint.facts.CompressedShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on real files whose facts other tools tell, and on described ones. */
class RulesTest {
  private static Optional<Finding> finding(List<Finding> findings, String rule) {
    return findings.stream().filter(finding -> finding.rule().id().equals(rule)).findFirst();
  }

  private static Finding finding(String build, String rule) {
    return finding(Builds.lint(build).findings(), rule).orElseThrow();
  }

  /**
   * Sizes and places of sections are those that readelf -S, llvm-objdump -h or the manifest say.
   */
  @ParameterizedTest
  @CsvSource({
    "elf/c-zstd-debug, strip-debug, 5",
    "elf/libfix.so, strip-symbols, 2",
    "elf/c-x64, section-padding, 2",
    "macho/j2c-arm64-chained, page-rounding, 2",
    "wasm/c-wasm32-relocs.wasm, wasm-zero-data, 1",
    "wasm/tiny-196-dwarf.wasm, strip-debug, 1",
    "wasm/j2c-196.wasm, wasm-sections, 2",
    "wasm/j2c-196.wasm, identical-functions, 1",
    "wasm/j2c-196.wasm, fmt-in-tiny, 1",
    "pe/j2c-msvc-x86.exe, pe-base-relocations, 1",
    "pe/libfix.dll, strip-debug, 1",
    "pe/libfix.dll, unreferenced-code, 5"
  })
  void ruleFiresWithEvidenceInsideTheFile(String build, String rule, int leastEvidence) {
    Finding finding = finding(build, rule);
    assertThat(finding.places()).hasSizeGreaterThanOrEqualTo(leastEvidence);
    long fileSize = Builds.open(build).fileSize();
    assertThat(finding.saving().bytes()).isBetween(1L, fileSize);
    for (FindingPlace places : finding.places()) {
      assertThat(places.fileOffset() + places.fileSize()).isLessThanOrEqualTo(fileSize);
    }
  }

  @Test
  void evidenceOfStrippingAreTheSectionsThatReadelfShows() {
    Finding finding = finding("j2c-release", "strip-symbols");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .containsExactly(".symtab", ".strtab");
    assertThat(finding.places()).extracting(FindingPlace::fileSize).containsExactly(29280L, 91107L);
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.EXACT);
    assertThat(finding.fix()).containsExactly("[profile.release]", "strip = true");
  }

  /** Eight functions each, as their linkers say; see the tests of the graph. */
  @ParameterizedTest
  @CsvSource({
    "graph/elf-x64.elf, --gc-sections",
    "graph/macho-arm64.macho, -dead_strip",
    "graph/pe-x64.exe, /OPT:REF",
    "graph/wasm32.wasm, --remove-unused-module-elements"
  })
  void whatNothingLeadsToIsLeftOutByTheLinkerOfTheFormat(String build, String option) {
    LintConfig config = LintConfig.parse("t", "[rules.unreferenced-code]\nmin-bytes = 1\n");
    LintResult report = Linter.installed().with(config).lint(Builds.open(build).attribution());
    Finding finding = finding(report.findings(), "unreferenced-code").orElseThrow();
    assertThat(finding.message()).contains("8 functions");
    assertThat(String.join("\n", finding.fix())).contains(option);
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .anyMatch(l -> l.endsWith("cycle_two"));
  }

  @Test
  void ofAMachineWhoseCodeIsNotReadNothingIsSaid() {
    LintResult report = Builds.lint("pe/j2c-msvc-x86.exe");
    assertThat(finding(report.findings(), "unreferenced-code")).isEmpty();
    assertThat(report.undecided())
        .anySatisfy(open -> assertThat(open.rule().id()).isEqualTo("unreferenced-code"));
  }

  @Test
  void panicLocationsAreThoseOfTheRelocations() {
    // 39 paths end with .rs in strings -n 5 of the build without location details: none here.
    assertThat(finding(Builds.lint("j2c-bs-all-immediate").findings(), "panic-locations"))
        .isEmpty();
    Finding finding = finding("j2c-strip", "panic-locations");
    assertThat(finding.message()).contains("295 panic locations with 63 file names");
    assertThat(finding.places()).allSatisfy(e -> assertThat(e.label()).endsWith(".rs"));
  }

  /** Each pair is one program with and without what the rule is about. */
  @ParameterizedTest
  @CsvSource({
    "hash-style, rules/hash-both.so, rules/hash-gnu.so, 24",
    "build-paths, rules/paths.so, rules/paths-remapped.so, 40",
    "pe-debug-directory, rules/pdb-path.exe, rules/pdb-name.exe, 37"
  })
  void firesOnTheRealFileThatLacksItsAdvice(String rule, String bad, String good, long bytes) {
    Finding finding = finding(bad, rule);
    assertThat(finding.saving().bytes()).isEqualTo(bytes);
    assertThat(finding(Builds.lint(good).findings(), rule)).isEmpty();
  }

  @Test
  void evidenceOfRealFilesIsWhereReadelfAndStringsShowIt() {
    // readelf -S: .hash at 0x158 of 0x18 bytes.
    assertThat(finding("rules/hash-both.so", "hash-style").places())
        .containsExactly(new FindingPlace(".hash", 0x158, 0x18));
    // strings -t d: the path starts a longer literal, and is one by itself.
    Finding paths = finding("rules/paths.so", "build-paths");
    assertThat(paths.message()).isEqualTo("1 path of the build machine in 40 bytes");
    assertThat(paths.places())
        .extracting(FindingPlace::label)
        .containsExactly("/tmp/demo/src/lib.rs");
    assertThat(finding("rules/pdb-path.exe", "pe-debug-directory").message())
        .endsWith("C:\\Users\\builder\\tiny\\target\\release\\tiny.pdb");
  }

  /** The compiler bundles jemalloc, the package manager does not. */
  @Test
  @RequiresNative("rustc")
  void theAllocatorOfTheCompilerIsFound() throws IOException {
    Path root = Path.of(NativeTool.lines("rustc", "--print", "sysroot").get(0), "bin");
    assertThat(finding(lint(root.resolve("rustc")), "bundled-allocator")).isPresent();
    assertThat(finding(lint(root.resolve("cargo")), "bundled-allocator")).isEmpty();
  }

  private static List<Finding> lint(Path file) throws IOException {
    return Linter.installed().lint(BinaryModel.open(file).attribution()).findings();
  }

  @Test
  void buildPathsAreFoundInConstants() {
    String constants = "xx/home/alice/app/src/main.rsyy/rustc/0123/library/std/src/lib.rs";
    Finding finding = finding(Described.program(constants).findings(), "build-paths").orElseThrow();
    assertThat(finding.places())
        .containsExactly(new FindingPlace("/home/alice/app/src/main.rs", 66, 27));
    assertThat(finding(Described.program("/home/ and /tmp/ are folders").findings(), "build-paths"))
        .isEmpty();
  }

  @Test
  void allocatorsAreKnownByTheirMessages() {
    Finding finding =
        finding(Described.program("<jemalloc>: Error in malloc").findings(), "bundled-allocator")
            .orElseThrow();
    assertThat(finding.message()).isEqualTo("the allocator jemalloc is in the program");
    assertThat(finding.places().get(0).fileOffset()).isEqualTo(64);
  }

  @Test
  void packedFilesAreKnownByTheirHeaders() {
    assertThat(finding("upx/c-x64-nrv2e", "upx-packed").places())
        .containsExactly(FindingPlace.spread("UPX-packed data", 3_979));
    assertThat(finding(Described.program("..UPX!..").findings(), "upx-packed")).isEmpty();
  }

  @Test
  void largeConstantsAreNamed() {
    Described program = Described.program("x".repeat(70_000)).symbol("TABLE", 0, 66_000);
    Finding finding = finding(program.findings(), "large-constants").orElseThrow();
    assertThat(finding.message()).isEqualTo("TABLE holds 66,000 bytes of data");
    assertThat(finding.places()).containsExactly(new FindingPlace("TABLE", 64, 66_000));
  }

  @Test
  void duplicateDataIsCounted() {
    String half = "0123456789abcdef".repeat(100);
    Described program =
        Described.program(half + half + "library/std/src/")
            .symbol("ONE", 0, 1600)
            .symbol("TWO", 1600, 1600);
    Finding finding = finding(program.findings(), "duplicate-data").orElseThrow();
    assertThat(finding.saving().bytes()).isEqualTo(1600);
  }

  @Test
  void debugBuildsAreKnownByTheirChecks() {
    String one = "unsafe precondition(s) violated: ptr::read requires ";
    String other = "unsafe precondition(s) violated: slice::get requires ";
    String text = one + other + "attempt to add with overflow /rustc/0";
    Finding finding = finding(Described.program(text).findings(), "debug-build").orElseThrow();
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    Finding lone = finding(Described.program(one + "/rustc/0").findings(), "debug-build").get();
    assertThat(lone.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding(Builds.lint("j2c-release").findings(), "debug-build")).isEmpty();
  }

  @Test
  void rulesForRustKeepSilentOnOtherPrograms() {
    assertThat(Builds.lint("elf/cpp-x64").findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("section-padding", "strip-symbols");
    assertThat(Builds.lint("elf/cpp-x64").undecided()).isEmpty();
    // No relocation (readelf -r) and no instruction (objdump -d) has the address of one of these.
    LintConfig all = LintConfig.parse("t", "[rules.unreferenced-code]\nmin-bytes = 1\n");
    LintResult result = Linter.installed().with(all).lint(Builds.open("elf/cpp-x64").attribution());
    assertThat(finding(result.findings(), "unreferenced-code").orElseThrow().message())
        .contains("13 functions");
  }

  @Test
  void objectFilesAreNotPrograms() {
    assertThat(Builds.lint("elf/util.o").findings()).isEmpty();
    assertThat(Builds.lint("elf/generic-v0.o").findings())
        .extracting(finding -> finding.rule().id())
        .doesNotContain("strip-symbols", "lto", "opt-size", "pack-relocations");
  }

  @Test
  void whatCannotBeKnownIsSaid() {
    LintResult report = Builds.lint("wasm/j2c-196-Oz-stripped.wasm");
    assertThat(report.undecided())
        .extracting(open -> open.rule().id())
        .contains("lto", "opt-size", "prebuilt-std");
    assertThat(report.findings())
        .extracting(finding -> finding.rule().id())
        .doesNotContain("lto", "opt-size", "prebuilt-std", "wasm-opt");
  }

  @Test
  void compressionIsMeasured() {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    assertThat(CompressedShare.of(Bytes.of(noise))).isBetween(0.99, 1.02);
    byte[] text = "the same words again ".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
    assertThat(CompressedShare.of(Bytes.of(text))).isLessThan(0.01);
    Finding finding =
        finding(Described.program("the same words again ".repeat(60_000)).findings(), "compression")
            .orElseThrow();
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.ESTIMATED);
  }
}
