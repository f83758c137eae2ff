package dev.weighbridge.formats.internal.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts of real files, to the byte. */
class DwarfFactsTest {
  static List<String> programs() {
    return DwarfPrograms.names();
  }

  private static Map<String, Long> numbers(List<String> lines) {
    Map<String, Long> found = new TreeMap<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      found.put(line.substring(space + 1), Long.valueOf(line.substring(0, space)));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void units(String name) {
    Truth truth = DwarfPrograms.truth(name);
    UnitTable units = DwarfPrograms.of(name).units();
    List<String> expected = new ArrayList<>();
    for (String line : truth.part("units")) {
      String[] columns = line.split("\\|", -1);
      expected.add(String.join("|", columns[0], columns[4], columns[7], columns[8], columns[9]));
    }
    List<String> actual = new ArrayList<>();
    for (int unit = 0; unit < units.count(); unit++) {
      actual.add(
          String.join(
              "|",
              unit + "",
              units.version(unit) + "",
              units.name(unit),
              units.directory(unit),
              units.producer(unit)));
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** Where several units claim code, the first has it, so that the sum is right. */
  @ParameterizedTest
  @MethodSource("programs")
  void codeOfUnits(String name) {
    AddressMap code = DwarfPrograms.of(name).units().code();
    Map<String, Long> actual = new TreeMap<>();
    for (int range = 0; range < code.count(); range++) {
      assertThat(code.start(range)).isLessThan(code.end(range));
      if (range > 0) {
        assertThat(code.start(range)).isGreaterThanOrEqualTo(code.end(range - 1));
      }
      actual.merge(code.row(range) + "", code.end(range) - code.start(range), Long::sum);
    }
    Map<String, Long> expected = new TreeMap<>();
    for (String line : DwarfPrograms.truth(name).part("code")) {
      expected.put(line.split(" ")[0], Long.valueOf(line.split(" ")[1]));
    }
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void codeOfSources(String name) {
    LineTable lines = DwarfPrograms.of(name).lines();
    Map<String, Long> actual = new TreeMap<>();
    long noLine = 0;
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        long size = lines.end(run, row) - lines.start(run, row);
        assertThat(size).isPositive();
        assertThat(lines.rowAt(lines.start(run, row))).isEqualTo(row);
        actual.merge(lines.sources().path(lines.file(row)), size, Long::sum);
        noLine += lines.line(row) == 0 ? size : 0;
      }
    }
    Truth truth = DwarfPrograms.truth(name);
    assertThat(actual).isEqualTo(numbers(truth.part("sources"))).isNotEmpty();
    assertThat(truth.part("no line")).containsExactly(noLine + "");
  }

  private static String nameOf(FunctionNames functions, int function) {
    String linkage = functions.linkageName(function);
    return linkage.isEmpty() ? functions.qualifiedName(function) : linkage;
  }

  private static String withoutQualified(String line) {
    return line.substring(0, line.indexOf('|'));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void functionsOnTheirOwn(String name) {
    InlineTable inlines = DwarfPrograms.of(name).inlines();
    Map<String, Long> actual = new TreeMap<>();
    for (int range = 0; range < inlines.code().count(); range++) {
      int scope = inlines.code().row(range);
      if (!inlines.isInlined(scope)) {
        String function = nameOf(inlines.functions(), inlines.function(scope));
        long size = inlines.code().end(range) - inlines.code().start(range);
        actual.merge(function, size, Long::sum);
      }
    }
    List<String> expected =
        DwarfPrograms.truth(name).part("functions").stream()
            .map(DwarfFactsTest::withoutQualified)
            .toList();
    assertThat(actual).isEqualTo(numbers(expected)).isNotEmpty();
  }

  /** Places, innermost bytes, and bytes with what was inlined in turn, not counted twice. */
  @ParameterizedTest
  @MethodSource("programs")
  void inlinedFunctions(String name) {
    InlineTable inlines = DwarfPrograms.of(name).inlines();
    FunctionNames functions = inlines.functions();
    Map<String, long[]> sums = new TreeMap<>();
    for (int scope = 0; scope < inlines.count(); scope++) {
      if (inlines.isInlined(scope)) {
        String function = nameOf(functions, inlines.function(scope));
        long[] sum = sums.computeIfAbsent(function, f -> new long[3]);
        sum[0]++;
        sum[2] += isInItself(inlines, scope, function) ? 0 : inlines.inclusiveSize(scope);
      }
    }
    AddressMap code = inlines.code();
    for (int range = 0; range < code.count(); range++) {
      if (inlines.isInlined(code.row(range))) {
        String function = nameOf(functions, inlines.function(code.row(range)));
        sums.get(function)[1] += code.end(range) - code.start(range);
      }
    }
    List<String> actual = new ArrayList<>();
    sums.forEach((f, sum) -> actual.add(sum[0] + " " + sum[1] + " " + sum[2] + " " + f));
    assertThat(actual)
        .containsExactlyInAnyOrderElementsOf(
            DwarfPrograms.truth(name).part("inlined").stream()
                .map(DwarfFactsTest::withoutQualified)
                .toList());
  }

  private static boolean isInItself(InlineTable inlines, int scope, String function) {
    for (int at = inlines.parent(scope); at >= 0; at = inlines.parent(at)) {
      if (inlines.isInlined(at)
          && nameOf(inlines.functions(), inlines.function(at)).equals(function)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void debugBytes(String name) {
    DebugBytes bytes = DwarfPrograms.of(name).bytes();
    Map<String, String> actual = new TreeMap<>();
    Map<String, long[]> strings = new TreeMap<>();
    for (int section = 0; section < bytes.sections().size(); section++) {
      Map<Integer, Long> owners = new TreeMap<>();
      long[] kinds = new long[3];
      long at = 0;
      for (int r = bytes.firstRange(section); r < bytes.firstRange(section + 1); r++) {
        assertThat(bytes.start(r)).isEqualTo(at).isLessThan(bytes.end(r));
        at = bytes.end(r);
        long size = at - bytes.start(r);
        int owner = bytes.owner(r);
        kinds[owner >= 0 ? 0 : owner == DebugBytes.SHARED ? 1 : 2] += size;
        if (owner >= 0) {
          owners.merge(owner, size, Long::sum);
        }
      }
      StringBuilder line = new StringBuilder(at + " " + kinds[2]);
      owners.forEach((owner, size) -> line.append(" " + owner + "=" + size));
      actual.put(bytes.sections().get(section), line.toString());
      strings.put(bytes.sections().get(section), kinds);
    }
    Truth truth = DwarfPrograms.truth(name);
    for (String line : truth.part("strings")) {
      String[] columns = line.split(" ");
      boolean isSplit = name.endsWith(".dwp");
      long[] kinds = strings.get(columns[0] + (isSplit ? ".dwo" : ""));
      assertThat(kinds[0] + " " + kinds[1] + " " + kinds[2])
          .as(columns[0])
          .isEqualTo(columns[1] + " " + columns[2] + " " + columns[3]);
    }
    for (String line : truth.part("debug")) {
      String[] columns = line.split(" ", 5);
      boolean isOfStrings = columns[0].matches("\\.debug_(line_)?str(\\.dwo)?");
      boolean isOther = columns[0].startsWith(".gnu") || columns[0].endsWith("gdb_scripts");
      if (!isOfStrings && !isOther) {
        String owners = columns.length > 4 ? " " + columns[4] : "";
        assertThat(actual.get(columns[0]))
            .as(columns[0])
            .isEqualTo(columns[1] + " " + columns[2] + owners);
      }
    }
  }

  /** Nothing is wrong with these files. */
  @ParameterizedTest
  @MethodSource("programs")
  void nothingIsWrong(String name) {
    DebugInformation debug = DwarfPrograms.of(name);
    assertThat(debug.units().count()).isPositive();
    assertThat(debug.lines().runCount()).isPositive();
    assertThat(debug.inlines().count()).isPositive();
    assertThat(debug.bytes().sections()).isNotEmpty();
    assertThat(debug.diagnostics()).isEmpty();
  }
}
