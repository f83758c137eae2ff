package dev.weighbridge.report.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.SpanReport;
import dev.weighbridge.tree.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code size} says in JSON is what a script sums up from the lines of {@code spans}: two ways
 * through the product that share nothing behind the partition.
 */
class SizeAgainstSpansTest {
  private static final RowSelection ALL = RowSelection.ALL;

  /** A line of the spans, as the header names its fields. */
  private record Span(
      long start,
      long end,
      String kind,
      String basis,
      String section,
      String owner,
      String subject,
      String crate) {

    static Span of(List<String> fields) {
      assertThat(fields).hasSize(9);
      return new Span(
          Long.parseLong(fields.get(0)),
          Long.parseLong(fields.get(1)),
          fields.get(3),
          fields.get(4),
          name(fields.get(5)),
          name(fields.get(6)),
          name(fields.get(7)),
          name(fields.get(8)));
    }

    /** The name that a field stands for: fields are safe for spreadsheets and terminals. */
    private static String name(String field) {
      String safe = field.startsWith("'") ? field.substring(1) : field;
      return Pattern.compile("\\\\u\\{(\\p{XDigit}+)}")
          .matcher(safe)
          .replaceAll(c -> Character.toString(Integer.parseInt(c.group(1), 16)));
    }

    long fileSize() {
      return end - start;
    }

    String payer() {
      return subject.equals("-1") ? owner : subject;
    }
  }

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm", "ar")
        .flatMap(folder -> FixtureFolder.binaries(folder).stream());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void jsonIsTheSumOfTheSpans(String fixture) {
    BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    String csv = new SpanReport(model.attribution()).text(OutputFormat.CSV);
    List<Span> spans = records(csv).stream().skip(1).map(Span::of).toList();
    JsonTree json = json(model, Dimensions.KIND);
    assertThat(json.number("fileSize")).isEqualTo(model.fileSize());
    assertThat(sums(spans, Span::basis)).as("basis").isEqualTo(positive(numbers(json, "basis")));
    assertThat(byLabel(json)).as("kinds").isEqualTo(sums(spans, span -> "[" + span.kind() + "]"));
    assertThat(withoutImages(model, byLabel(json(model, Dimensions.SECTION))))
        .as("sections")
        .isEqualTo(sums(spans, SizeAgainstSpansTest::section));
    // A crate that is not known is told by what the bytes are, for which spans have no word.
    assertThat(byLabel(json(model, Dimensions.CRATE)))
        .as("crates")
        .containsAllEntriesOf(named(sums(spans, Span::crate)));
    assertThat(byRawName(json(model, Dimensions.SYMBOL)))
        .as("symbols with all that is about them")
        .isEqualTo(sums(spans, Span::payer));
    BinaryModel own =
        BinaryModel.of(
            fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT.withPricing(Pricing.OWN));
    assertThat(byRawName(json(own, Dimensions.SYMBOL)))
        .as("symbols alone")
        .isEqualTo(sums(spans, Span::owner));
  }

  private static JsonTree json(BinaryModel model, Dimension dimension) {
    SizeReport report = new SizeReport(model.file(), model.by(dimension), ALL);
    return JsonTree.of(report.text(OutputFormat.JSON));
  }

  /** What stands for a section: its name, or the label of what lies outside all of them. */
  private static String section(Span span) {
    if (!span.section().equals("-1")) {
      return span.section();
    }
    String owner = span.owner();
    boolean isLabel = owner.startsWith("[") && !owner.startsWith("[function 0x");
    return isLabel ? owner : "[no section]";
  }

  private static Map<String, Long> sums(List<Span> spans, Function<Span, String> label) {
    Map<String, Long> sums = new TreeMap<>();
    for (Span span : spans) {
      if (span.fileSize() > 0) {
        sums.merge(label.apply(span), span.fileSize(), Long::sum);
      }
    }
    return sums;
  }

  private static Map<String, Long> byLabel(JsonTree json) {
    Map<String, Long> sums = new TreeMap<>();
    for (JsonTree row : json.list("rows")) {
      sums.merge(row.string("label"), row.number("fileSize"), Long::sum);
    }
    return positive(sums);
  }

  /** Spans do not say of which image a section is, which rows of the same name do. */
  private static Map<String, Long> withoutImages(BinaryModel model, Map<String, Long> byLabel) {
    Map<String, Long> sums = new TreeMap<>();
    byLabel.forEach(
        (label, size) -> {
          String name = label;
          for (BinaryImage image : model.file().images()) {
            String inside = image.name().replace(model.file().name(), "");
            String behind = inside.startsWith("(") ? " " + inside : " (" + inside + ")";
            name =
                name.endsWith(behind) ? name.substring(0, name.length() - behind.length()) : name;
          }
          sums.merge(name, size, Long::sum);
        });
    return sums;
  }

  /** Rows that are symbols by their raw names, others by their labels. */
  private static Map<String, Long> byRawName(JsonTree json) {
    Map<String, Long> sums = new TreeMap<>();
    for (JsonTree row : json.list("rows")) {
      List<JsonTree> names = row.list("mangled");
      String name = names.isEmpty() ? row.string("label") : names.get(0).toString();
      sums.merge(name, row.number("fileSize"), Long::sum);
    }
    return positive(sums);
  }

  private static Map<String, Long> numbers(JsonTree json, String name) {
    Map<String, Long> numbers = new TreeMap<>();
    for (String key : List.of("exact", "inferred", "referenced", "residual")) {
      numbers.put(key, json.get(name).number(key));
    }
    return numbers;
  }

  private static Map<String, Long> positive(Map<String, Long> sums) {
    sums.values().removeIf(bytes -> bytes == 0);
    return sums;
  }

  private static Map<String, Long> named(Map<String, Long> crates) {
    crates.remove("-1");
    return crates;
  }

  /** The records of comma-separated values. RFC 4180. */
  private static List<List<String>> records(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (isQuoted) {
        boolean isDoubled = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        isQuoted = c != '"' || isDoubled;
        i += isDoubled ? 1 : 0;
        field.append(isQuoted ? c : "");
      } else if (c == '"') {
        isQuoted = true;
      } else if (c == ',' || c == '\n') {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    return records;
  }
}
