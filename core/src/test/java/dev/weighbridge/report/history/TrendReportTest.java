package dev.weighbridge.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.history.History;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFigure;
import dev.weighbridge.history.Trend;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrendReportTest {
  private static final String EVIL = Samples.EVIL;

  private static HistoryEntry build(int day, long size) {
    Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    String commit = "0123456789abcdef" + day;
    return new HistoryEntry(
        commit,
        time,
        EVIL,
        "t",
        size,
        0,
        OptionalLong.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Trend trend(long... sizes) {
    List<HistoryEntry> builds = new ArrayList<>();
    for (int day = 0; day < sizes.length; day++) {
      builds.add(build(day, sizes[day]));
    }
    return Trend.of(History.of(builds), EVIL, "t", HistoryFigure.FILE, 0);
  }

  private static String text(Trend trend, OutputFormat format) {
    return new TrendReport(trend).text(format);
  }

  private static Element svg(Trend trend) throws Exception {
    String svg = text(trend, TrendReport.SVG);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  @Test
  void theChartIsWellFormedAndLowerIsSmaller() throws Exception {
    Element root = svg(trend(1000, 3000, 2000));
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    NodeList dots = root.getElementsByTagName("circle");
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < dots.getLength(); i++) {
      heights.add(Double.valueOf(((Element) dots.item(i)).getAttribute("cy")));
    }
    // In SVG what is lower has the larger y; the middle value lies in the middle.
    assertThat(heights).hasSize(3);
    assertThat(heights.get(0)).isGreaterThan(heights.get(2));
    assertThat(heights.get(2)).isEqualTo((heights.get(0) + heights.get(1)) / 2);
    assertThat(root.getElementsByTagName("script").getLength()).isZero();
    assertThat(dots.item(1).getTextContent())
        .isEqualTo("2026-01-02 0123456789ab: 3,000 bytes (+2,000)");
  }

  @Test
  void oneBuildAndNoneAreChartsToo() throws Exception {
    assertThat(svg(trend(5)).getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(svg(trend()).getElementsByTagName("circle").getLength()).isZero();
    assertThat(text(trend(), OutputFormat.TEXT)).contains("file: no build of it");
  }

  @Test
  void eachFormatTellsTheSame() {
    Trend trend = trend(1000, 1010);
    assertThat(text(trend, OutputFormat.TEXT))
        .contains("file: 1,010 bytes, +10 over 2 builds (+1.00 %)\n")
        .contains("2026-01-02  0123456789ab          1,010           +10     +1.00  ####");
    assertThat(text(trend, OutputFormat.MARKDOWN))
        .contains("| 2026-01-02 | `0123456789ab` | 1,010 | +10 | +1.00 |")
        .doesNotContain("svg");
    assertThat(text(trend, OutputFormat.HTML)).contains("<svg ", "</svg>", "+1.00");
    assertThat(text(trend, OutputFormat.JSON))
        .contains(
            "{\"time\":\"2026-01-02T00:00:00Z\",\"commit\":\"0123456789abcdef1\",\"bytes\":1010,\"change\":10}");
    for (OutputFormat format : TrendReport.FORMATS) {
      assertThat(text(trend, format)).as(format.name()).doesNotContain("\u001b", "<script>alert");
    }
  }

  @Test
  void aHistoryShowsItsLastBuilds() {
    History history = History.of(List.of(build(0, 5), build(1, 6), build(2, 7)));
    assertThat(new HistoryReport("h.jsonl", history, 2).text(OutputFormat.TEXT))
        .startsWith("h.jsonl: 3 builds, the last 2\n")
        .contains("2026-01-03  0123456789ab              7")
        .doesNotContain("2026-01-01");
  }
}
