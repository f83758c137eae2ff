package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.demangle.ItaniumDemangler;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import dev.weighbridge.inlines.CallSite;
import dev.weighbridge.inlines.InlinedFunction;
import dev.weighbridge.inlines.Inlines;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dimensions make of debug information, against what other tools say of real files. */
class DebugDimensionsTest {
  /** Alignment between functions is of a unit or a line if that is told of it. */
  private static final Set<Kind> CODE = EnumSet.of(Kind.CODE, Kind.PADDING);

  static List<String> programs() {
    String names =
        "c-x64-g-dwarf2 c-x64-g-dwarf4 cpp-x64-g-types tomb-lld-v4 tomb-lld-v5 "
            + "tomb-bfd-gcc tomb-gold-v4 icf-gold icf-lld hotcold-gcc bbsections-clang "
            + "types-v5 lto-gcc lto-clang gdbindex-lld debugnames-lld dwarf64-clang zstd-lld "
            + "linetables-clang mixed-versions art.exe art.wasm split-v4 split-v5 dwz-one "
            + "libart.dSYM app-full-v5-v0-zlib app-full-v4-dwz-zlib";
    return List.of(names.split(" ", -1));
  }

  private static BinaryModel model(String name) {
    return switch (name) {
      case "split-v4" ->
          model(
              name,
              name + "-paint.dwo",
              name + "-frame.dwo",
              name + "-start.dwo",
              name + "-parse.dwo");
      case "split-v5" -> model(name, name + ".dwp");
      case "dwz-one" -> model(name, "dwz-common.debug");
      case "libart.dSYM" -> model("libart.dylib", name);
      default -> model(name, new String[0]);
    };
  }

  private static BinaryModel model(String name, String... sideFiles) {
    SideFile[] beside = new SideFile[sideFiles.length];
    for (int i = 0; i < beside.length; i++) {
      beside[i] = new SideFile(sideFiles[i], Fixtures.bytes("dwarf/" + sideFiles[i]));
    }
    SideFiles files = SideFiles.of(beside);
    BinaryFile file = FormatRegistry.installed().read(name, Fixtures.bytes("dwarf/" + name), files);
    files.requireUseOfGiven();
    return BinaryModel.of(file, OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  private static Truth truth(String name) {
    return Truth.of("dwarf/" + name);
  }

  private static Map<String, Long> code(BinaryModel model, Dimension by) {
    Map<String, Long> rows = new TreeMap<>();
    for (SizeRow row : model.by(by).only(CODE).rows()) {
      rows.merge(row.label(), row.fileSize(), Long::sum);
    }
    rows.keySet().removeIf(label -> label.startsWith("[") && !label.endsWith("units]"));
    return rows;
  }

  /** What the units of a fixture are called, by their numbers. */
  private static Map<String, String> unitNames(Truth truth) {
    Map<String, String> names = new HashMap<>();
    for (String line : truth.part("units")) {
      String[] columns = line.split("\\|", -1);
      String name = columns[7].replaceFirst(".*/registry/src/[^/]*/", "");
      String other = columns[6].contains("type") ? "[type units]" : "[partial units]";
      names.put(columns[0], name.isEmpty() ? other : name);
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void unitsHaveTheCodeThatOthersSay(String name) {
    Truth truth = truth(name);
    Map<String, String> names = unitNames(truth);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : truth.part("code")) {
      String[] columns = line.split(" ", -1);
      expected.merge(names.get(columns[0]), Long.valueOf(columns[1]), Long::sum);
    }
    assertThat(code(model(name), Dimensions.UNIT)).isEqualTo(expected).isNotEmpty();
  }

  /** Names are told by several units at once, so sections of names are left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64-g-dwarf2",
        "cpp-x64-g-types",
        "tomb-lld-v5",
        "tomb-bfd-gcc",
        "hotcold-gcc",
        "types-v5",
        "lto-gcc",
        "gdbindex-lld",
        "debugnames-lld",
        "mixed-versions",
        "art.exe",
        "art.wasm",
        "split-v4",
        "split-v5"
      })
  void unitsHaveTheDebugBytesThatOthersSay(String name) {
    Truth truth = truth(name);
    Map<String, String> names = unitNames(truth);
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (String line : truth.part("debug")) {
      String[] columns = line.split(" ", -1);
      Map<String, Long> ofSection = new TreeMap<>();
      for (int column = 4; column < columns.length; column++) {
        String[] share = columns[column].split("=", -1);
        ofSection.merge(names.get(share[0]), Long.valueOf(share[1]), Long::sum);
      }
      if (!columns[0].endsWith("str") && !ofSection.isEmpty()) {
        expected.put(columns[0], ofSection);
      }
    }
    Map<String, Map<String, Long>> actual = new TreeMap<>();
    SizeTree tree = model(name).by(Dimensions.SECTION, Dimensions.UNIT);
    for (SizeRow section : tree.only(EnumSet.of(Kind.DEBUG)).rows()) {
      Map<String, Long> ofSection = new TreeMap<>();
      for (SizeRow unit : section.rows()) {
        if (names.containsValue(unit.label())) {
          ofSection.put(unit.label(), unit.fileSize());
        }
      }
      if (!section.label().endsWith("str") && !ofSection.isEmpty()) {
        actual.put(section.label(), ofSection);
      }
    }
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  /** What is compressed is shared out in proportion, so that sections are still what they are. */
  @ParameterizedTest
  @ValueSource(strings = {"zstd-lld", "app-full-v5-v0-zlib", "app-full-v4-dwz-zlib"})
  void compressedBytesAreSharedToTheLastOne(String name) {
    Map<String, String> names = unitNames(truth(name));
    Map<String, long[]> plain = new TreeMap<>();
    for (String line : truth(name).part("debug")) {
      String[] columns = line.split(" ", -1);
      Map<String, Long> byName = new TreeMap<>();
      for (int column = 4; column < columns.length; column++) {
        String[] share = columns[column].split("=", -1);
        byName.merge(names.get(share[0]), Long.valueOf(share[1]), Long::sum);
      }
      long largest = byName.isEmpty() ? 0 : Collections.max(byName.values());
      plain.put(columns[0], new long[] {Long.parseLong(columns[1]), largest});
    }
    SizeTree tree = model(name).by(Dimensions.SECTION, Dimensions.UNIT);
    for (SizeRow section : tree.only(EnumSet.of(Kind.DEBUG)).rows()) {
      long[] sizes = plain.get(section.label());
      if (section.label().equals(".debug_info")) {
        long shares = section.rows().stream().mapToLong(SizeRow::fileSize).sum();
        assertThat(shares).isEqualTo(section.fileSize());
        double expected = (double) sizes[1] / sizes[0];
        double found = (double) section.rows().get(0).fileSize() / section.fileSize();
        assertThat(found).isCloseTo(expected, within(0.001));
      }
    }
  }

  static Stream<String> withOwnDebugBytes() {
    return programs().stream().filter(name -> !name.equals("libart.dSYM"));
  }

  @Test
  void sideFilesOfOtherBuildsAreRefused() {
    assertThatThrownBy(() -> model("split-v4", "split-v5-paint.dwo"))
        .hasMessageContaining("expected split units: unit 493f1b1862d4e990")
        .hasMessageContaining("found unit f7412919f2facbf8 of another build");
    assertThatThrownBy(() -> model("libart.dylib", "libart.dylib"))
        .hasMessageContaining("dSYM file: debug information, found none");
    assertThatThrownBy(() -> model("dwz-one", "split-v4.dwp")).hasMessageContaining("split units");
    assertThatThrownBy(() -> model("c-x64-g-dwarf4", "dwz-common.debug"))
        .hasMessageContaining("build id ");
  }

  /** What {@code readelf --debug-dump=info} lists of the debug file. */
  @Test
  void separateDebugFilesTellOfTheProgramThatTheyBelongTo() {
    SideFile debug = new SideFile("c-split.debug", Fixtures.bytes("elf/c-split.debug"));
    BinaryFile file =
        FormatRegistry.installed()
            .read("c-split", Fixtures.bytes("elf/c-split"), SideFiles.of(debug));
    BinaryModel model = BinaryModel.of(file, OpenOptions.DEFAULT);
    assertThat(code(model, Dimensions.UNIT)).containsOnlyKeys("prog.c", "util.c");
    assertThat(file.images().get(0).debug().units().file(0)).isEqualTo(1);
    assertThat(model.by(List.of(Dimensions.UNIT), List.of(Measures.DEBUG)).value(Measures.DEBUG))
        .isEqualTo(model.byKind().fileSize(Kind.DEBUG));
  }

  /** The code of a unit has what the file holds about it; what is about no code stays apart. */
  @ParameterizedTest
  @MethodSource("withOwnDebugBytes")
  void debugBytesAreMeasuredWhereTheirCodeIs(String name) {
    BinaryModel model = model(name);
    Map<String, Long> lying = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.UNIT).only(EnumSet.of(Kind.DEBUG)).rows()) {
      lying.put(row.label(), row.fileSize());
    }
    Map<String, Long> measured = new TreeMap<>();
    for (SizeRow row : model.by(List.of(Dimensions.UNIT), List.of(Measures.DEBUG)).rows()) {
      if (row.value(Measures.DEBUG) > 0) {
        measured.put(row.label(), row.value(Measures.DEBUG));
      }
    }
    assertThat(measured).isEqualTo(lying).isNotEmpty();
    SizeTree sections = model.by(List.of(Dimensions.KIND), List.of(Measures.DEBUG));
    assertThat(sections.value(Measures.DEBUG, Kind.CODE)).isPositive();
    assertThat(sections.value(Measures.DEBUG)).isEqualTo(sections.fileSize(Kind.DEBUG));
  }

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

  private static final Pattern ROW = Pattern.compile("([0-9a-f]+) (\\d+) \\d+ \\d+ .*");

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

  /** Inlined functions by all their places, the others by what is left in them. */
  @ParameterizedTest
  @MethodSource("programs")
  void functionsHaveTheInlinedCodeThatOthersSay(String name) {
    Map<String, Long> inlined = new TreeMap<>();
    Map<String, Long> onTheirOwn = new TreeMap<>();
    for (String line : truth(name).part("inlined")) {
      String[] columns = line.split(" ", 4);
      if (!columns[1].equals("0")) {
        inlined.merge(demangled(columns[3]), Long.valueOf(columns[1]), Long::sum);
      }
    }
    for (String line : truth(name).part("functions")) {
      int space = line.indexOf(' ');
      String function = demangled(line.substring(space + 1));
      onTheirOwn.merge(function, Long.valueOf(line.substring(0, space)), Long::sum);
    }
    Map<String, Long> actual = code(model(name), Dimensions.INLINE);
    // Symbols of the same name cover alignment, and code that debug information says nothing of.
    Set<String> alsoSymbols = new HashSet<>(onTheirOwn.keySet());
    // A linker that folds functions leaves the code to the symbol of either.
    alsoSymbols.addAll(List.of("same_body_1(int)", "same_body_2(int)"));
    inlined.forEach(
        (function, size) -> {
          if (alsoSymbols.contains(function)) {
            assertThat(actual.get(function)).isGreaterThanOrEqualTo(size);
          } else {
            assertThat(actual).containsEntry(function, size);
          }
        });
  }

  /** Places, innermost bytes, and bytes with what was inlined in turn. */
  @ParameterizedTest
  @MethodSource("programs")
  void inlinedFunctionsCostWhatOthersSay(String name) {
    Map<String, long[]> expected = new TreeMap<>();
    for (String line : truth(name).part("inlined")) {
      String[] columns = line.split(" ", 4);
      long[] sum = expected.computeIfAbsent(demangled(columns[3]), f -> new long[3]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += Long.parseLong(columns[i]);
      }
    }
    Inlines inlines = model(name).inlines();
    Map<String, long[]> actual = new TreeMap<>();
    for (InlinedFunction function : inlines.functions()) {
      if (function.siteCount() > 0) {
        long[] sum = {function.siteCount(), function.inlinedSize(), function.inclusiveSize()};
        actual.put(function.label(), sum);
        List<CallSite> sites = inlines.callSites(function.label());
        assertThat(sites).hasSize(function.siteCount());
        assertThat(sites.stream().mapToLong(CallSite::ownSize).sum())
            .isEqualTo(function.inlinedSize());
      }
    }
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((function, sum) -> assertThat(sum).isEqualTo(expected.get(function)));
  }

  private static String demangled(String names) {
    String linkage = names.substring(0, names.indexOf('|'));
    String qualified = names.substring(names.indexOf('|') + 1);
    return RustDemangler.tryDemangle(linkage)
        .map(text -> linkage.startsWith("_ZN") ? withArguments(text, qualified) : text)
        .orElseGet(() -> ItaniumDemangler.demangle(linkage));
  }

  /** A legacy name of Rust with the type arguments of the function, if it has none of its own. */
  private static String withArguments(String text, String qualified) {
    int open = qualified.endsWith(">") ? qualified.length() - 1 : 0;
    for (int depth = 1; open > 0 && depth > 0; ) {
      char c = qualified.charAt(--open);
      boolean isArrow = c == '>' && qualified.charAt(open - 1) == '-';
      depth += c == '<' ? -1 : c == '>' && !isArrow ? 1 : 0;
    }
    return open == 0 || text.endsWith(">") ? text : text + qualified.substring(open);
  }

  /** The last function of each path is the innermost one, the first that of the symbol. */
  @ParameterizedTest
  @ValueSource(strings = {"tomb-lld-v5", "types-v5", "split-v5", "app-full-v5-v0-zlib"})
  void pathsOfInlinedCallsLeadFromTheSymbolToTheInnermost(String name) {
    BinaryModel model = model(name);
    Map<String, Long> byLast = new TreeMap<>();
    Map<String, Long> byFirst = new TreeMap<>();
    code(model, Dimensions.INLINED_BY)
        .forEach(
            (path, size) -> {
              String[] functions = path.split(" > ", -1);
              byLast.merge(functions[functions.length - 1], size, Long::sum);
              byFirst.merge(functions[0], size, Long::sum);
            });
    assertThat(byLast).isEqualTo(code(model, Dimensions.INLINE)).isNotEmpty();
    assertThat(byFirst).isEqualTo(code(model, Dimensions.inlinedBy(1)));
    assertThat(byFirst).isEqualTo(code(model, Dimensions.SYMBOL));
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

  @Test
  void filesWithoutDebugInformationHaveOneRow() {
    BinaryModel model =
        BinaryModel.of("x", Fixtures.bytes("elf/c-nosections"), OpenOptions.DEFAULT);
    for (Dimension dimension : List.of(Dimensions.UNIT, Dimensions.SOURCE, Dimensions.LINE)) {
      assertThat(model.by(dimension).only(EnumSet.of(Kind.CODE)).rows())
          .extracting(SizeRow::label)
          .containsExactly("[no debug info]");
    }
  }

  /**
   * Code of the units whose paths lie in the folders of a crate, as the truth has them. The
   * function {@code main}, 46 bytes by nm, is of no unit; the compiler writes it for the program.
   */
  @Test
  void librariesAreToldByTheFoldersOfUnits() {
    Truth truth = truth("app-full-v5-v0-zlib");
    Map<String, String> names = unitNames(truth);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : truth.part("code")) {
      String[] columns = line.split(" ", -1);
      String name = names.get(columns[0]);
      String library =
          name.startsWith("vendor/minizlib/")
              ? "minizlib"
              : name.startsWith("ringbuf-")
                  ? "ringbuf " + name.substring("ringbuf-".length(), name.indexOf('/'))
                  : name.replaceFirst(".*/@/", "").replaceFirst("\\..*", "");
      expected.merge(library, Long.valueOf(columns[1]), Long::sum);
    }
    expected.merge("app", 46L, Long::sum);
    assertThat(code(model("app-full-v5-v0-zlib"), Dimensions.LIBRARY))
        .isEqualTo(expected)
        .containsKeys("memchr", "minizlib", "ringbuf 0.1.3", "ringbuf 0.2.0", "app");
  }

  @Test
  void languagesAreThoseThatUnitsState() {
    Map<String, Long> languages = code(model("mixed-versions"), Dimensions.LANGUAGE);
    assertThat(languages).containsOnlyKeys("C++14", "C++", "C11").containsEntry("C11", 267L);
  }
}
