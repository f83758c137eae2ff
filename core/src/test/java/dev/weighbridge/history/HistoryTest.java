package dev.weighbridge.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.shipped.Shipping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final BinaryModel C = open("elf/c-x64");
  private static final BinaryModel CPP = open("elf/cpp-x64");

  @TempDir Path folder;
  private Path path;
  private HistoryFile file;

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  @BeforeEach
  void place() {
    path = folder.resolve("history.jsonl");
    file = HistoryFile.at(path);
  }

  private static HistoryEntry build(BinaryModel model, int day) {
    return HistoryEntry.of(model.query(), "app", "c" + day, DAY.plusSeconds(86_400L * day));
  }

  /** A build that is known by its size only. */
  private static HistoryEntry plain(String name, int day, long size, Map<String, Long> crates) {
    Instant time = DAY.plusSeconds(86_400L * day);
    return new HistoryEntry(
        "c" + day,
        time,
        name,
        "ELF x86_64",
        size,
        0,
        OptionalLong.empty(),
        Map.of(),
        Map.of(),
        crates,
        Map.of());
  }

  @Test
  void aBuildIsALineThatReadsBack() throws IOException {
    assertThat(file.add(build(C, 2))).isTrue();
    assertThat(file.add(build(CPP, 1))).isTrue();
    assertThat(file.add(build(C, 2))).as("the very same").isFalse();
    assertThat(Files.readAllLines(path))
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "{\"schema\":\"weighbridge/history/1\",\"commit\":\"c2\","
                + "\"time\":\"2026-01-03T00:00:00Z\",\"file\":\"app\",\"target\":\"ELF x86_64\","
                + "\"fileSize\":16992,\"memorySize\":");
    assertThat(file.read().builds()).containsExactly(build(CPP, 1), build(C, 2));
  }

  @Test
  void figuresAreThoseOfTheModel() {
    HistoryEntry build = build(CPP, 0);
    assertThat(build.fileSize()).isEqualTo(18_400);
    assertThat(build.kinds().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(18_400);
    assertThat(build.sections().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(18_400);
    assertThat(build.figure(HistoryFigure.parse("kind=code")))
        .hasValue(CPP.byKind().fileSize(Kind.CODE));
    assertThat(build.figure(HistoryFigure.parse("section=.text"))).hasValue(1_597);
    assertThat(build.figure(HistoryFigure.parse("section=padding"))).isPresent();
    assertThat(build.figure(HistoryFigure.parse("normalised")))
        .hasValue(18_400 - CPP.byKind().fileSize(Kind.PADDING));
    assertThat(build.figure(HistoryFigure.parse("section=.gone"))).hasValue(0);
    assertThat(build.figure(HistoryFigure.parse("crate=core"))).as("no Rust").isEmpty();
  }

  /**
   * What GNU ld prints of its regions, FLASH 1312 and RAM 2880 bytes, and what zlib makes of it.
   */
  @Test
  void regionsAndWhatTravelsAreKeptWhereTheyAreTold() throws IOException {
    byte[] bytes = Fixtures.array("firmware/thumb2.elf");
    Deflater zlib = new Deflater(Deflater.BEST_COMPRESSION, true);
    zlib.setInput(bytes);
    zlib.finish();
    long gzip = zlib.deflate(new byte[bytes.length]) + 18L;
    zlib.end();
    OpenOptions told =
        OpenOptions.DEFAULT
            .withMemoryMap(
                MemoryMap.of(
                    MemoryMap.parse("FLASH=0x08000000+512K"),
                    MemoryMap.parse("RAM=0x20000000+128K")))
            .withShipping(Shipping.compressed("gzip"));
    BinaryModel model = BinaryModel.of("fw", Bytes.of(bytes), told);
    HistoryEntry build = build(model, 0);
    assertThat(build.regions()).isEqualTo(Map.of("FLASH", 1_312L, "RAM", 2_880L));
    assertThat(build.figure(HistoryFigure.parse("shipped"))).hasValue(gzip);
    assertThat(build.figure(HistoryFigure.parse("region=FLASH"))).hasValue(1_312);
    assertThat(build.figure(HistoryFigure.parse("region=CCM"))).isEmpty();
    file.add(build);
    assertThat(file.read().builds()).containsExactly(build);
    Files.writeString(path, Files.readString(path).replace("\"FLASH\":1312", "\"FLASH\":1300"));
    Gate gate =
        Gate.of(
                SizeBudget.parse(
                    "b.toml",
                    """
                    [trend]
                    builds = 20
                    shipped = "0 B"
                    [trend.region]
                    FLASH = "11 B"
                    RAM = "0 B"
                    """))
            .over(file.read());
    assertThat(BudgetCheck.of(gate, model.query()).verdicts())
        .map(verdict -> verdict.subject().label() + " " + verdict.passes())
        .containsExactly(" true", "FLASH false", "RAM true");
    assertThat(build(C, 0).regions()).isEmpty();
    assertThat(build(C, 0).shippedSize()).isEmpty();
  }

  @Test
  void onlyTheLargestRowsAreKept() {
    Map<String, Long> many = new LinkedHashMap<>();
    many.put("a", 5L);
    many.put(HistoryEntry.OTHERS, 3L);
    HistoryEntry build = plain("app", 0, 8, many);
    assertThat(build.figure(HistoryFigure.parse("crate=a"))).hasValue(5);
    assertThat(build.figure(HistoryFigure.parse("crate=b"))).isEmpty();
  }

  /** As a union merge of git and {@code sort -u} make them. */
  @Test
  void mergingTwoBranchesLosesNoLine() throws IOException {
    Path other = folder.resolve("other.jsonl");
    for (int day : new int[] {0, 1, 3}) {
      file.add(plain("app", day, 100 + day, Map.of()));
    }
    for (int day : new int[] {0, 2}) {
      HistoryFile.at(other).add(plain("app", day, 100 + day, Map.of()));
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(other));
    lines.addAll(Files.readAllLines(path));
    Files.write(path, lines);
    assertThat(file.read().builds())
        .map(HistoryEntry::commit)
        .containsExactly("c0", "c1", "c2", "c3");
    Files.write(path, lines.stream().sorted().distinct().toList());
    assertThat(file.read().builds())
        .map(HistoryEntry::fileSize)
        .containsExactly(100L, 101L, 102L, 103L);
  }

  @Test
  void aLastLineWithoutAnEndIsKept() throws IOException {
    file.add(plain("app", 0, 1, Map.of()));
    Files.writeString(path, Files.readString(path).strip());
    file.add(plain("app", 1, 2, Map.of()));
    assertThat(Files.readAllLines(path)).hasSize(2);
    Files.writeString(path, Files.readString(path).replace("\n", "\r\n\r\n"));
    assertThat(file.read().builds()).hasSize(2);
  }

  @Test
  void whatIsNoHistoryIsRefusedAndKept() throws IOException {
    HistoryEntry build = plain("app", 0, 1, Map.of());
    refuse("# Notes\n", "line 1: expected well-formed JSON, found ");
    refuse("[1]\n", "line 1: expected one object of JSON, found a value");
    refuse("{\"schema\":\"weighbridge/size/1\"}", "line 1: schema: expected weighbridge/history/1");
    Files.delete(path);
    file.add(build);
    String sound = Files.readString(path);
    refuse(sound + "<<<<<<< HEAD\n", "line 2: expected well-formed JSON, found ");
    refuse(sound + sound.substring(0, 60), "line 2: expected well-formed JSON, found ");
    refuse(sound.replace("2026-01-01T00:00:00Z", "today"), "line 1: time: expected a time such as");
    refuse(sound.replace(":1,", ":-1,"), "line 1: fileSize: expected a whole number of 0 or more");
    refuse("{" + "\"a\":1,".repeat(300_000), "line 1: expected well-formed JSON");
    Files.write(path, new byte[] {'{', (byte) 0xff});
    assertThatThrownBy(file::read)
        .hasMessageContaining("expected a build as JSON, found other bytes");
    Files.delete(path);
    assertThatThrownBy(file::read).hasMessageEndingWith("expected a history, found nothing there");
    assertThatThrownBy(HistoryFile.at(folder)::read).hasMessageEndingWith("found a directory");
  }

  private void refuse(String text, String message) throws IOException {
    Files.writeString(path, text);
    assertThatThrownBy(() -> file.add(plain("other", 9, 1, Map.of())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
    assertThat(path).hasContent(text);
  }

  @Test
  void aTrendGoesFromBuildToBuild() {
    History history =
        History.of(
            List.of(
                plain("app", 2, 130, Map.of("a", 4L)),
                plain("tool", 1, 7, Map.of()),
                plain("app", 0, 100, Map.of("a", 1L)),
                plain("app", 1, 90, Map.of())));
    assertThat(history.programs()).hasSize(2);
    Trend all = Trend.of(history, "app", "ELF x86_64", HistoryFigure.FILE, 0);
    assertThat(all.points()).map(Trend.Point::change).containsExactly(0L, -10L, 40L);
    assertThat(all.change()).isEqualTo(30);
    Trend last = Trend.of(history, "app", "ELF x86_64", HistoryFigure.FILE, 2);
    assertThat(last.points()).map(Trend.Point::change).containsExactly(-10L, 40L);
    Trend crate = Trend.of(history, "app", "ELF x86_64", HistoryFigure.parse("crate=a"), 0);
    assertThat(crate.points()).as("the build without crates").hasSize(2);
    assertThat(Trend.of(history, "app", "PE", HistoryFigure.FILE, 0).points()).isEmpty();
  }

  private static BudgetCheck check(String toml, History history) {
    SizeBudget budget = SizeBudget.parse("budget.toml", toml);
    return BudgetCheck.of(Gate.of(budget).over(history.series("app", "ELF x86_64")), CPP.query());
  }

  @Test
  void growthIsCountedOverBuilds() {
    History history = History.of(List.of(build(C, 0), build(CPP, 1)));
    BudgetCheck over = check("[trend]\nbuilds = 2\nfile = \"8.28 %\"", history);
    assertThat(over.passes()).isFalse();
    assertThat(over.verdicts().get(0).before()).hasValue(16_992);
    assertThat(over.verdicts().get(0).message())
        .isEqualTo(
            "file: 18,400 bytes, 1,408 more than before, allowed 8.28 % more over 2 builds: 2"
                + " bytes too many");
    assertThat(over.verdicts().get(0).movers().get(0).label()).isEqualTo(".strtab");
    assertThat(check("[trend]\nbuilds = 1\nfile = 0", history).passes()).as("the last").isTrue();
    assertThat(check("[trend]\nbuilds = 9\n[trend.section]\n\".text\" = 479", history).passes())
        .isFalse();
    assertThat(check("[trend]\nbuilds = 9\n[trend.kind]\n\"*\" = \"2 KiB\"", history).passes())
        .isTrue();
  }

  @Test
  void whatAHistoryDoesNotKeepIsNotChecked() {
    History history = History.of(List.of(build(C, 0)));
    BudgetCheck check =
        check(
            "[trend]\nbuilds = 2\n[trend.symbol]\nmain = 1\n[trend.memory.section]\n\"*\" = 1",
            history);
    assertThat(check.verdicts()).isEmpty();
    assertThat(check.unchecked().get(0).reason()).isEqualTo("the history does not keep it");
    assertThat(check.unchecked().get(1).reason()).startsWith("the history does not keep ");
    BudgetCheck none = check("[trend]\nbuilds = 2\nfile = 1", History.of(List.of()));
    assertThat(none.unchecked().get(0).reason())
        .isEqualTo("the history has no build of this program");
  }
}
