package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionTablesTest {
  private static final long FUNCTION = 0x5000;

  /**
   * Each row: a table followed by three bytes that are not its own, and its true length.
   *
   * <p>The first three are of the Rust compiler's own library, the others written after GCC's.
   */
  @ParameterizedTest
  @CsvSource({
    // No types: the call sites end it.
    "ff ff 01 04 00 bc 02 00 | 00 00 00, 8",
    // A type, the action that names it, and no specification.
    "ff 9b 0d 01 04 05 06 07 01 01 00 00 00 00 00 00 | 00 00 00, 16",
    // Action -1 names the empty specification behind the type base: one more byte.
    "ff 9b 09 01 05 92 13 0e 00 01 7f 00 00 | 00 00 00, 13",
    // The same, with a specification of two types: 01 02 00.
    "ff 9b 09 01 05 92 13 0e 00 01 7f 00 01 02 00 | 00 00 00, 15",
    // Actions without types, whose last record is all zero.
    "ff ff 01 04 01 02 03 01 00 00 | 11 00 00, 10",
    // Call sites of four bytes each: udata4.
    "ff ff 03 0d 01 00 00 00 02 00 00 00 00 00 00 00 00 | 00 00 00, 17",
    // A landing pad base of its own.
    "03 00 60 00 00 ff 01 04 00 02 05 00 | 00 00 00, 12",
  })
  void findsTheTrueEnd(String bytes, int length) {
    Diagnostics diagnostics = new Diagnostics();
    ExceptionTables tables = read(bytes, diagnostics);
    assertThat(tables.fileEnd(0)).isEqualTo(length);
    assertThat(diagnostics.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Each cut or twisted somewhere else.
    "ff",
    "ff ff 01 7f 00",
    "ff ff 01 ff ff ff ff ff ff ff ff 7f",
    "ff 9b ff ff 7f 01 04 01 02 03 00",
    "ff ff 01 04 01 02 03 70 00 00 11 11 11",
    "ff ff 01 04 01 02 03 01 80 80 80 80 80",
    "ff 9b 08 01 04 01 02 03 01 41 00 11 11 11",
  })
  void givesAllToATableThatCannotBeRead(String bytes) {
    Diagnostics diagnostics = new Diagnostics();
    ExceptionTables tables = read(bytes, diagnostics);
    assertThat(tables.fileEnd(0)).isEqualTo(tables.section().fileEnd());
    assertThat(diagnostics.list()).hasSize(1);
    assertThat(tables.callSites(0)).hasSizeLessThan(2);
  }

  @Test
  void readsCallSites() {
    ExceptionTables tables = read("ff ff 01 08 00 10 00 00 10 05 40 01", new Diagnostics());
    assertThat(tables.callSites(0))
        .containsExactly(
            new CallSite(0x5000, 0x5010, -1, 0), new CallSite(0x5010, 0x5015, 0x5040, 1));
    ExceptionTables other = read("03 00 60 00 00 ff 01 04 00 02 05 00", new Diagnostics());
    assertThat(other.callSites(0)).containsExactly(new CallSite(0x5000, 0x5002, 0x6005, 0));
  }

  @Test
  void readsTheTableOfARealFile() {
    ElfFile elf = ElfFile.of(Fixtures.bytes("elf/cpp-x64"));
    Diagnostics diagnostics = new Diagnostics();
    UnwindTables tables = UnwindTables.read(ElfUnwindSections.of(elf), diagnostics);
    ExceptionTables exceptions = tables.exceptionTables().get(0);
    assertThat(exceptions.count()).isEqualTo(1);
    assertThat(exceptions.fileStart(0)).isEqualTo(exceptions.section().fileStart());
    assertThat(exceptions.fileEnd(0)).isEqualTo(exceptions.section().fileEnd());
    FrameDescriptionEntry owner =
        tables.ehFrames().get(0).fdes().filter(fde -> fde.lsda() != -1).findFirst().orElseThrow();
    assertThat(exceptions.function(0)).isEqualTo(owner.pcBegin());
    List<CallSite> sites = exceptions.callSites(0);
    assertThat(sites).isNotEmpty();
    assertThat(sites)
        .allMatch(site -> site.start() >= owner.pcBegin())
        .allMatch(site -> site.end() <= owner.pcBegin() + owner.pcLength())
        .anyMatch(site -> site.landingPad() > owner.pcBegin());
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void givesASharedTableToTheFirstFunction() {
    FrameWriter out = new FrameWriter().cie("zLR", 0x03, 0x03);
    for (int i = 0; i < 3; i++) {
      int back = out.position() + 4;
      long begin = 0x5000 + 0x10L * i;
      long table = i < 2 ? 0x9004 : 0x9000;
      out.record(body -> body.u32(back).u32(begin).u32(0x10).uleb128(4).u32(table));
    }
    ByteWriter data = new ByteWriter().raw(bytes("ff ff 01 00 ff ff 01 00"));
    UnwindSection section = section(data);
    UnwindTables tables = UnwindTables.read(List.of(section, out.section()), new Diagnostics());
    assertThat(tables.exceptionTables().get(0).stream())
        .containsExactly(
            new ExceptionTables.Table(0, 0, 4, 0x5020), new ExceptionTables.Table(1, 4, 8, 0x5000));
  }

  private static ExceptionTables read(String bytes, Diagnostics diagnostics) {
    ByteWriter out = new ByteWriter().raw(bytes(bytes));
    return ExceptionTables.read(
        section(out), new long[] {0x9000}, new long[] {FUNCTION}, diagnostics);
  }

  private static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text.replaceAll("[ |]", ""));
  }

  private static UnwindSection section(ByteWriter out) {
    return new UnwindSection(
        ".gcc_except_table",
        Role.EXCEPTION_TABLES,
        out.bytes(),
        0,
        out.size(),
        0x9000,
        PointerRules.linked(8));
  }
}
