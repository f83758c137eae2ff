package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sources and lines weigh, against what other tools say of real files. */
class SourceDimensionsTest extends DebugPrograms {
  private static final Pattern ROW = Pattern.compile("([0-9a-f]+) (\\d+) \\d+ \\d+ .*");

  @ParameterizedTest
  @MethodSource("programs")
  void sourcesHaveTheCodeThatOthersSay(String name) {
    List<Long> expected = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (String line : truth(name).part("sources")) {
      expected.add(Long.valueOf(line.substring(0, line.indexOf(' '))));
      paths.add(line);
    }
    Map<String, Long> actual = code(model(name), Dimensions.SOURCE);
    List<Long> sizes = new ArrayList<>(actual.values());
    Collections.sort(expected);
    Collections.sort(sizes);
    assertThat(sizes).isEqualTo(expected).isNotEmpty();
    actual.forEach(
        (path, size) ->
            assertThat(paths).anyMatch(line -> line.startsWith(size + " ") && line.endsWith(path)));
  }

  /** Each row is of one file and one function, and they add up to those of both. */
  @ParameterizedTest
  @MethodSource("programs")
  void linesOfFunctionsAreOfOneFileAndOneFunction(String name) {
    Map<String, Long> expected = new TreeMap<>();
    SizeTree both = model(name).by(Dimensions.SOURCE, Dimensions.INLINE).only(CODE);
    for (SizeRow source : both.rows()) {
      boolean isTold = !source.label().startsWith("[");
      for (SizeRow function : source.rows()) {
        String row = isTold ? source.label() + ":" + function.label() : source.label();
        expected.merge(row, function.fileSize(), Long::sum);
      }
    }
    expected.keySet().removeIf(label -> label.startsWith("["));
    assertThat(code(model(name), Dimensions.LINE_FUNCTION)).isEqualTo(expected).isNotEmpty();
  }

  /** Rows that {@code llvm-dwarfdump --debug-line} prints, each about the code up to the next. */
  @Test
  void linesHaveTheCodeBetweenTheRowsOfOtherTools() {
    Map<String, Long> expected = new TreeMap<>();
    long start = -1;
    String line = "";
    for (String text : truth("c-x64-g-dwarf2").part("rows")) {
      Matcher row = ROW.matcher(text);
      if (row.matches()) {
        long address = Long.parseLong(row.group(1), 16);
        if (start >= 0 && address > start) {
          expected.merge(line, address - start, Long::sum);
        }
        start = text.contains("end_sequence") ? -1 : address;
        line = row.group(2);
      }
    }
    Map<String, Long> actual = new TreeMap<>();
    code(model("c-x64-g-dwarf2"), Dimensions.LINE)
        .forEach(
            (label, size) ->
                actual.merge(label.substring(label.lastIndexOf(':') + 1), size, Long::sum));
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void foldersOfSourcesAreATree() {
    BinaryModel model = model("app-full-v5-v0-zlib");
    SizeTree tree = new SizeTree(Query.of(model.attribution()), Dimensions.parse("source:1-2"));
    SizeRow library = row(tree.only(CODE).rows(), "library");
    assertThat(library.rows())
        .extracting(SizeRow::label)
        .contains("library/core", "library/alloc")
        .allMatch(label -> label.startsWith("library/"));
    assertThat(row(tree.only(CODE).rows(), "memchr-2.5.0").fileSize()).isPositive();
  }

  private static SizeRow row(List<SizeRow> rows, String label) {
    return rows.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }
}
