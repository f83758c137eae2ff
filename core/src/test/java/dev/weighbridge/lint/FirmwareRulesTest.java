package dev.weighbridge.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.lint.facts.FileRole;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for images of small devices; figures are those of their linker maps and of rebuilds. */
class FirmwareRulesTest {
  private static final List<String> RULES =
      List.of(
          "bare-panic-formatting",
          "bare-float-printing",
          "bare-unwind-tables",
          "memory-functions",
          "core-copies",
          "section-order",
          "region-holes");

  private static Map<String, Finding> findings(LintResult result) {
    Map<String, Finding> findings = new TreeMap<>();
    for (Finding finding : result.findings()) {
      if (RULES.contains(finding.rule().id())) {
        findings.put(finding.rule().id(), finding);
      }
    }
    return findings;
  }

  private static Map<String, Finding> findings(String build, String settings) {
    LintConfig config = LintConfig.parse("t", settings);
    return findings(Linter.installed().with(config).lint(Builds.open(build).attribution()));
  }

  @Test
  void anImageWithAllOfIt() {
    Map<String, Finding> found =
        findings("rules/device.elf.xz", "[rules.section-order]\nmin-bytes = 1\n");
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "bare-float-printing",
            "bare-unwind-tables",
            "memory-functions",
            "core-copies",
            "section-order",
            "region-holes");
  }

  /** Sections as readelf shows them: .ARM.extab and .ARM.exidx; 4,064 bytes go in a rebuild. */
  @Test
  void tablesThatNothingReadsGoWithTheirUnwinder() {
    Finding finding = findings("rules/device.elf.xz", "").get("bare-unwind-tables");
    assertThat(finding.places().subList(0, 2))
        .extracting(FindingPlace::label, FindingPlace::fileSize)
        .containsExactly(tuple(".ARM.extab", 24L), tuple(".ARM.exidx", 200L));
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.COMPUTED);
    assertThat(finding.saving().bytes()).isBetween(3_800L, 4_064L);
  }

  /** Who would read them is known by name alone. */
  @Test
  void withoutNamesNothingIsSaidOfTables() {
    LintResult report = Builds.lint("rules/device-stripped.elf.xz");
    assertThat(findings(report)).doesNotContainKey("bare-unwind-tables");
    assertThat(report.undecided()).anyMatch(one -> one.rule().id().equals("bare-unwind-tables"));
  }

  /** Holes are the differences of addresses that readelf shows. */
  @Test
  void holesAreBetweenSections() {
    Finding finding = findings("rules/device.elf.xz", "").get("region-holes");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .contains("56 bytes before .text, aligned to 64")
        .anyMatch(label -> label.endsWith("before .table, aligned to 2,048"));
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.UPPER_BOUND);
  }

  /**
   * {@code .tdata} lies in flash before {@code .data}; where {@code .info} lies, 988 bytes behind
   * that at a multiple of 16, the script fixes.
   */
  @Test
  void holesAreThoseOfAlignment() {
    Finding finding =
        findings("firmware/unloaded.elf", "[rules.region-holes]\nmin-bytes = 1\n")
            .get("region-holes");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .containsExactly("1 byte before .tdata, aligned to 4");
    assertThat(finding.message()).isEqualTo("1 byte of flash between sections hold nothing");
  }

  /** Sizes are those that nm shows. */
  @Test
  void variantsOfMemcpyAreOneFamily() {
    Finding finding = findings("rules/device.elf.xz", "").get("memory-functions");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .containsExactly("memcpy", "__aeabi_memcpy");
    assertThat(finding.saving().bytes()).isEqualTo(20);
  }

  /** The parameters are those of RTABI32 4.3.4: an alias of memset would fill by the wrong byte. */
  @Test
  void onlyFunctionsOfTheSameParametersAreAlike() {
    assertThat(Builds.lint("rules/memory.elf").findings())
        .filteredOn(finding -> finding.rule().id().equals("memory-functions"))
        .extracting(finding -> finding.fix().get(0))
        .containsExactlyInAnyOrder(
            "void __aeabi_memset4(void *, size_t, int)"
                + " __attribute__((alias(\"__aeabi_memset\")));",
            "void __aeabi_memclr4(void *, size_t) __attribute__((alias(\"__aeabi_memclr\")));",
            "void *__aeabi_memmove(void *, const void *, size_t)"
                + " __attribute__((alias(\"memmove\")));   /* likewise the others */");
  }

  @Test
  void twoCopiesOfALibraryForTwoCores() {
    Finding finding = findings("rules/device.elf.xz", "").get("core-copies");
    assertThat(finding.message()).startsWith(".text and .core1 hold the same 4 functions");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .containsExactlyInAnyOrder("core1_filter", "core1_mix", "core1_scale", "core1_clip");
  }

  /** 4,824 bytes go with a handler that prints nothing; the bodies of callers stay as they are. */
  @Test
  void formattingThatOnlyPanicsBringIn() {
    Map<String, Finding> found = findings("rules/panic.elf.xz", "");
    Finding finding = found.get("bare-panic-formatting");
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.COMPUTED);
    assertThat((double) finding.saving().bytes() / 4_824).isBetween(0.95, 1.05);
  }

  /** A section that is only reserved is no hole, and images without such things get no advice. */
  @ParameterizedTest
  @CsvSource({"thumb1", "thumb2", "arm", "rv32", "rv64", "blink-v0"})
  void soundImagesGetNone(String image) {
    assertThat(findings("firmware/" + image + ".elf", "")).isEmpty();
  }

  /**
   * Nothing of it is stored elsewhere than it runs; a table of vectors has one of several names.
   */
  @ParameterizedTest
  @CsvSource({
    ".vector_table, FIRMWARE",
    ".interrupts, FIRMWARE",
    ".intvecs, FIRMWARE",
    ".v, PROGRAM"
  })
  void whatHasATableOfVectorsIsFirmware(String section, FileRole role) {
    byte[] file = Fixtures.array("firmware/blink-v0.elf");
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headers = words.getInt(28); // e_phoff
    for (int row = 0; row < words.getShort(44); row++) {
      int header = headers + 32 * row;
      words.putInt(header + 12, words.getInt(header + 8)); // p_paddr, p_vaddr
    }
    int name = new String(file, ISO_8859_1).indexOf(".vector_table");
    Arrays.fill(file, name, name + ".vector_table".length(), (byte) 0);
    System.arraycopy(section.getBytes(ISO_8859_1), 0, file, name, section.length());
    BinaryModel model = BinaryModel.of("blink", Bytes.of(file), OpenOptions.DEFAULT);
    assertThat(FileRole.of(model.attribution())).isEqualTo(role);
  }

  /** What an operating system loads is none of their business, be it without a loader. */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-release", "elf/c-x64", "elf/libfix.so", "elf/c-riscv64"})
  void ordinaryProgramsGetNone(String program) {
    assertThat(findings(program, "[rules.region-holes]\nmin-bytes = 1\n")).isEmpty();
  }

  /** A header that says nonsense costs the advice, not the answer. */
  @Test
  void aDamagedImageIsStillAnswered() {
    Bytes sound = Fixtures.bytes("firmware/thumb2.elf");
    for (int at = 28; at < 52; at += 4) {
      byte[] damaged = new byte[(int) sound.length()];
      sound.copy(0, damaged, 0, damaged.length);
      damaged[at] = (byte) 0xF7;
      damaged[at + 1] = (byte) 0xFF;
      try {
        BinaryModel model = BinaryModel.of("t", Bytes.of(damaged), OpenOptions.DEFAULT);
        assertThat(Linter.installed().lint(model.attribution()).findings()).isNotNull();
      } catch (BinaryException e) {
        assertThat(e.structure()).isNotEmpty();
      }
    }
  }
}
