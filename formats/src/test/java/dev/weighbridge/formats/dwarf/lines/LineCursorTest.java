package dev.weighbridge.formats.dwarf.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineCursorTest {
  static List<String> linked() {
    return DwarfFixture.linked();
  }

  /** The programs of a file in the order of their section, each once. */
  private static List<LineProgram> programs(DwarfFixture fixture) {
    Diagnostics diagnostics = new Diagnostics();
    TreeMap<Long, LineProgram> programs = new TreeMap<>();
    for (int row = 0; row < fixture.dwarf().units().count(); row++) {
      DwarfUnit unit = fixture.dwarf().unit(row);
      Optional<LineProgram> program = LineProgram.of(unit, diagnostics);
      program.ifPresent(p -> programs.put(p.header().start(), p));
      assertThat(program.isPresent()).isEqualTo(unit.lineProgram() >= 0);
    }
    assertThat(diagnostics.list()).isEmpty();
    return List.copyOf(programs.values());
  }

  private static List<String> rows(LineProgram program) {
    List<String> lines = new ArrayList<>();
    LineCursor row = program.rows();
    while (row.next()) {
      String start = Long.toHexString(row.address()) + " " + row.line() + " " + row.column();
      String end = (row.isStatement() ? " is_stmt" : "") + (row.isEndOfSequence() ? " end" : "");
      lines.add(start + " " + row.file() + " " + row.discriminator() + end);
    }
    assertThat(row.defect()).isEmpty();
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-x64-g-dwarf2", "cpp-x64-g-types", "tomb-lld-v5"})
  void runsProgramsAsOthersDo(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    List<String> expected = new ArrayList<>();
    for (String line : fixture.truth().part("rows")) {
      String[] columns = line.split("  | ");
      String flags = line.contains(" is_stmt") ? " is_stmt" : "";
      String end = line.contains("end_sequence") ? " end" : "";
      expected.add(String.join(" ", List.of(columns).subList(0, 5)) + flags + end);
    }
    List<String> actual = new ArrayList<>();
    programs(fixture).forEach(program -> actual.addAll(rows(program)));
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("linked")
  void readsSequences(String name) {
    for (LineProgram program : programs(DwarfFixture.of(name))) {
      int rows = 0;
      LineCursor cursor = program.rows();
      LineSequence sequence = new LineSequence();
      while (sequence.read(cursor)) {
        assertThat(sequence.isAscending()).isTrue();
        assertThat(sequence.count()).isPositive();
        assertThat(sequence.end(sequence.count() - 1)).isEqualTo(sequence.end());
        for (int row = 0; row < sequence.count(); row++) {
          assertThat(program.files().has(sequence.file(row))).isTrue();
        }
        rows += sequence.count() + 1;
      }
      assertThat(rows(program)).hasSize(rows);
    }
  }
}
