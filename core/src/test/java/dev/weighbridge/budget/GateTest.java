package dev.weighbridge.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final BinaryModel C = open("elf/c-x64");
  private static final BinaryModel CPP = open("elf/cpp-x64");

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static SizeBudget budget(String toml) {
    return SizeBudget.parse("budget.toml", toml);
  }

  private static Verdict only(BudgetCheck check) {
    assertThat(check.verdicts()).hasSize(1);
    return check.verdicts().get(0);
  }

  private static long symbols(String part) {
    return CPP.bySymbol().rows().stream()
        .filter(row -> row.label().contains(part))
        .mapToLong(SizeRow::fileSize)
        .sum();
  }

  @Test
  void aPatternIsTheSumOfItsRows() {
    SizeBudget budget = budget("[limits.symbol]\n\"/fix::Ring/\" = 1");
    Verdict verdict = only(BudgetCheck.of(Gate.of(budget), CPP.query()));
    assertThat(verdict.actual()).isEqualTo(symbols("fix::Ring")).isGreaterThan(500);
    assertThat(verdict.movers()).allMatch(mover -> mover.label().contains("fix::Ring"));
    Limit absent = Limit.size(LimitSubject.matching(Dimensions.SYMBOL, "^fix::"), 0);
    assertThat(BudgetCheck.of(Gate.of(SizeBudget.EMPTY.withLimit(absent)), C.query()).passes())
        .isTrue();
    assertThat(BudgetCheck.of(Gate.of(SizeBudget.EMPTY.withLimit(absent)), CPP.query()).passes())
        .isFalse();
    assertThat(BudgetCheck.of(Gate.of(budget), C.query()).passes()).as("misspelt").isFalse();
  }

  /** Stripped, a program may have anything without its name; it tells its sections all the same. */
  @Test
  void absenceIsLeftOpenWhereAFileCannotTell() {
    SizeBudget budget =
        budget(
            """
            [limits.symbol]
            "/^panic/" = "0 B"
            [limits.crate]
            serde = { allowed = "9 KiB", optional = true }
            [limits.source]
            "main.c" = "0 B"
            [limits.section]
            ".nope" = "0 B"
            """);
    BudgetCheck stripped = BudgetCheck.of(Gate.of(budget), open("elf/c-split").query());
    assertThat(only(stripped).subject().label()).isEqualTo(".nope");
    assertThat(stripped.unchecked())
        .map(BudgetCheck.Unchecked::message)
        .containsExactly(
            "symbol /^panic/: limited, but most code of the file has no names",
            "crate serde: limited, but most code of the file has no names",
            "source main.c: limited, but nothing tells of which source its code is");
    BudgetCheck named = BudgetCheck.of(Gate.of(budget), C.query());
    assertThat(named.verdicts())
        .map(verdict -> verdict.subject().name())
        .contains("symbol", "crate");
    LocalDate late = LocalDate.of(2027, 1, 1);
    SizeBudget expired = budget("[limits.symbol]\nx = { allowed = '0 B', expires = 2026-12-31 }\n");
    assertThat(BudgetCheck.of(Gate.of(expired).on(late), open("elf/c-split").query()).passes())
        .as("expired")
        .isFalse();
  }

  /** To strip a program must not break the limit on its names; a word that is no kind does. */
  @Test
  void aKindThatAFileHasNothingOfIsNotMisspelt() {
    SizeBudget budget = budget("[limits.kind]\ndebug = '9 KiB'\ndebgu = '9 KiB'\n");
    List<Verdict> verdicts = BudgetCheck.of(Gate.of(budget), C.query()).verdicts();
    assertThat(verdicts).map(Verdict::isPresent).containsExactly(false, false);
    assertThat(verdicts).map(Verdict::passes).containsExactly(true, false);
  }

  @Test
  void whatIsNoPatternNamesItself() {
    assertThatThrownBy(() -> budget("[limits.symbol]\n\"/a(/\" = 1"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "budget.toml: line 2: limits.symbol./a(/: expected a regular expression between the"
                + " slashes (Unclosed group), found /a(/");
  }

  @Test
  void aLimitExpires() {
    Gate gate =
        Gate.of(
            budget(
                "[limits]\n"
                    + "file = { allowed = \"1 MiB\", reason = \"release\", expires = 2027-01-31"
                    + " }"));
    assertThat(BudgetCheck.of(gate, C.query()).passes()).isTrue();
    assertThat(BudgetCheck.of(gate.on(LocalDate.of(2027, 1, 31)), C.query()).passes()).isTrue();
    Verdict late = only(BudgetCheck.of(gate.on(LocalDate.of(2027, 2, 1)), C.query()));
    assertThat(late.passes()).isFalse();
    assertThat(late.message())
        .isEqualTo("file: 16,992 bytes, allowed 1,048,576 bytes: expired on 2027-01-31");
    assertThat(late.limit().terms().reason()).isEqualTo("release");
  }

  @Test
  void aBrokenLimitShowsWhatGrew() {
    Gate gate = Gate.of(budget("[limits.section]\n\".text\" = 1")).since(C.query());
    List<Mover> movers = only(BudgetCheck.of(gate, CPP.query())).movers();
    assertThat(movers).hasSize(5);
    assertThat(movers.get(0).label()).isEqualTo("main");
    assertThat(movers)
        .isSortedAccordingTo((one, other) -> Long.compare(other.change(), one.change()));
    assertThat(movers.get(1).before()).hasValue(0);
    Gate alone = Gate.of(budget("[limits]\nsymbols = 1"));
    assertThat(only(BudgetCheck.of(alone, C.query())).movers().get(0).before()).isEmpty();
    assertThat(only(BudgetCheck.of(alone.since(CPP.query()), C.query())).movers()).isNotEmpty();
  }

  @Test
  void growthOverAHistoryNeedsOne() {
    BudgetCheck check =
        BudgetCheck.of(
            Gate.of(budget("[trend]\nbuilds = 20\nfile = [\"1 %\", \"4 KiB\"]")), C.query());
    assertThat(check.passes()).isTrue();
    assertThat(check.unchecked()).hasSize(2);
    assertThat(check.unchecked().get(0).message())
        .isEqualTo("file: growth is limited, but no history was given");
    assertThatThrownBy(() -> budget("[trend]\nfile = 1"))
        .hasMessage(
            "budget.toml: line 1: trend.builds: expected how many builds to look back, 1 or more,"
                + " found none");
  }

  @Test
  void limitsWithRoomAreTightened() {
    String text =
        """
        # ours
        [limits]
        file = "20 KiB"     # all of it
        normalised = "1 MiB"\r
        symbols = 1_500

        [limits.section]
        ".text"  =  { reason = "a = 5, allowed = 7", allowed = '2 KB' } # hot
        '*' = 99999
        ".gone" = { allowed = "1 KB", optional = true }
        ".data" = 1
        [limits.kind.names]
        allowed = "1 MB"
        [growth]
        file = "1 %"
        """;
    SizeBudget budget = budget(text);
    BudgetCheck check = BudgetCheck.of(Gate.of(budget), CPP.query());
    long normalised = check.verdicts().get(1).actual();
    long symbols = check.verdicts().get(2).actual();
    long names = CPP.byKind().fileSize(Kind.NAMES);
    // readelf -SW: 18,400 bytes in all, of which is .text 0x63d; padding is the largest row.
    assertThat(check.tightened())
        .isEqualTo(
            text.replace("20 KiB", "18 KiB")
                .replace("\"1 MiB\"", "\"" + normalised + " B\"")
                .replace("1_500", Long.toString(symbols))
                .replace("2 KB", "1597 B")
                .replace("99999", Long.toString(check.verdicts().get(4).actual()))
                .replace("1 MB", names + " B"));
    SizeBudget tight = budget(check.tightened());
    assertThat(BudgetCheck.of(tight, CPP.query()).tightened()).isEqualTo(check.tightened());
  }

  @Test
  void theUnitStaysWhereLittleIsLost() {
    SizeBudget budget = budget("[limits]\nmemory = \"1 GiB\"\nfile = \"19KB\"");
    BudgetCheck check = BudgetCheck.of(Gate.of(budget), CPP.query());
    assertThat(check.tightened()).isEqualTo("[limits]\nmemory = \"6 KiB\"\nfile = \"18400B\"");
  }

  @Test
  void whatCannotBeTightenedNamesItself() {
    SizeBudget budget = budget("[limits]\nsection = { \".text\" = 9000, \".data\" = 9000 }");
    BudgetCheck check = BudgetCheck.of(Gate.of(budget), CPP.query());
    assertThatThrownBy(() -> check.tightened())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("budget.toml: line 2: expected a limit in a line of its own");
  }

  /** Keys with dots, with escapes, and behind the mark that some editors begin a text with. */
  @Test
  void limitsAreTightenedHoweverTheirKeysAreWritten() {
    String text =
        "\uFEFF"
            + String.join(
                "\n",
                List.of(
                    "limits.file = '600 KiB'",
                    "[limits.section]",
                    "\"/^\\\\.text$/\" = 9000",
                    "\"\\u002edata\".allowed = 9001"));
    BudgetCheck check = BudgetCheck.of(Gate.of(budget(text)), CPP.query());
    long data = check.verdicts().get(2).actual();
    assertThat(check.verdicts()).map(one -> one.limit().terms().line()).containsExactly(1, 3, 4);
    assertThat(check.tightened())
        .isEqualTo(
            text.replace("600 KiB", "18 KiB")
                .replace("9000", "1597")
                .replace("9001", Long.toString(data)));
  }

  /** Other numbers and texts that TOML has are limits, too, but nothing rewrites a part of them. */
  @Test
  void figuresOfOtherFormsAreRefusedWhole() {
    for (String figure : List.of("0x100000", "0o10000000", "'''1 MiB'''", "\"\"\"1 MiB\"\"\"")) {
      BudgetCheck check =
          BudgetCheck.of(Gate.of(budget("[limits]\nfile = " + figure)), CPP.query());
      assertThat(check.passes()).isTrue();
      assertThatThrownBy(() -> check.tightened())
          .isInstanceOf(ConfigException.class)
          .hasMessageStartingWith("budget.toml: line 2: expected a limit in a line of its own");
    }
  }

  @Test
  void tablesAndListsWithoutALimitAreRefused() {
    for (String text :
        List.of("[limits]\nfile = {}", "[growth]\nfile = []", "[growth.section]\n\".text\" = []")) {
      assertThatThrownBy(() -> budget(text))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("line 2")
          .hasMessageContaining("expected a size");
    }
  }

  /** Functions without names are called by their addresses, which change where others grow. */
  @Test
  void rowsWithoutNamesGrowOverWhatTheyWere() {
    BinaryModel before = unnamed(64);
    BinaryModel after = unnamed(96);
    assertThat(before.bySymbol().rows()).map(SizeRow::label).contains("[function 0x1040]");
    assertThat(after.bySymbol().rows()).map(SizeRow::label).contains("[function 0x1060]");
    SizeBudget budget = budget("[growth.symbol]\n\"*\" = \"0 B\"");
    assertThat(BudgetCheck.of(budget, after.query(), before.query()).broken())
        .map(one -> one.subject().label())
        .contains("[function 0x1000]")
        .doesNotContain("[function 0x1060]");
  }

  /** Two functions, the first of some size, that only unwind records tell. */
  private static BinaryModel unnamed(int size) {
    byte[] code = new byte[size + 64];
    Arrays.fill(code, 0, size, (byte) 0x90);
    Arrays.fill(code, size, code.length, (byte) 0x50);
    ByteWriter frames = new ByteWriter(ByteOrder.LITTLE_ENDIAN);
    // A CIE of version 1, and behind each length what its record is about.
    frames.u32(12).u32(0).u8(1, 0, 1, 0x78, 16, 0, 0, 0);
    frames.u32(20).u32(20).u64(0x1000).u64(size);
    frames.u32(20).u32(44).u64(0x1000 + size).u64(64).u32(0);
    return BinaryModel.of(
        "described",
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .machine(62, 0)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(code)))
            .section(ElfSectionRow.data(".eh_frame", 0x2000, Content.of(frames.array())))
            .bytes(),
        OpenOptions.DEFAULT);
  }
}
