package dev.weighbridge.report;

import static dev.weighbridge.dimension.Dimensions.SECTION;
import static dev.weighbridge.dimension.Dimensions.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.diff.CompareReport;
import dev.weighbridge.report.graph.RetainedReport;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Maps of answers: what a page holds, and the picture of it. */
class MapTest {
  private static long total(Map<String, Long> sums) {
    return sums.values().stream().mapToLong(size -> size).sum();
  }

  private static SizeReport size(BinaryModel model) {
    return new SizeReport(model.file(), model.by(SECTION, SYMBOL), RowSelection.DEFAULT);
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static double number(Element element, String name) {
    String value = element.getAttribute(name);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  @Test
  void aPictureHasABoxForEachPartAsLargeAsItsBytes() throws Exception {
    BinaryModel model = Samples.fixture("c-x64");
    String svg = size(model).text(OutputFormat.SVG);
    List<Element> boxes =
        elements(svg, "rect").stream()
            .filter(rect -> rect.getElementsByTagName("title").getLength() > 0)
            .toList();
    for (SizeRow row : model.bySection().rows()) {
      String title = row.label() + ": " + String.format(Locale.ROOT, "%,d", row.fileSize());
      if (row.fileSize() * 100 > model.fileSize()) {
        Element box =
            boxes.stream()
                .filter(one -> one.getTextContent().startsWith(title))
                .findFirst()
                .orElseThrow();
        double area = (number(box, "width") + 1.6) * (number(box, "height") + 1.6);
        double share = (double) row.fileSize() / model.fileSize();
        assertThat(area / (1200 * 700)).as(title).isCloseTo(share, within(1e-4));
      }
    }
    assertThat(boxes)
        .allMatch(
            box -> number(box, "x") >= 0 && number(box, "x") + number(box, "width") <= 1200.01)
        .allMatch(
            box -> number(box, "y") >= 0 && number(box, "y") + number(box, "height") <= 700.01);
    assertThat(size(Samples.fixture("c-x64")).text(OutputFormat.SVG)).isEqualTo(svg);
  }

  @Test
  void namesOfAFileStayText() throws Exception {
    String svg = size(Samples.evil()).text(OutputFormat.SVG);
    assertThat(svg).doesNotContain("\u001b", "<script", "href");
    assertThat(elements(svg, "title")).isNotEmpty();
  }

  @Test
  void whatItemsRetainAddsUpToTheFile() {
    BinaryModel model = Samples.fixture("c-x64");
    RetainedReport report = new RetainedReport(model.retained(RetainedTree.Selection.DEFAULT));
    PageData page = PageData.of(report.text(OutputFormat.HTML));
    assertThat(page.dimensions()).startsWith("item", "kept:1");
    assertThat(total(page.sums("fileSize", "item", "kept:1"))).isEqualTo(model.fileSize());
    RetainedTree whole = report.tree().whole();
    whole
        .rows()
        .forEach(
            row ->
                assertThat(page.sums("fileSize", "item").get(row.label()))
                    .as(row.label())
                    .isGreaterThanOrEqualTo(row.retainedSize()));
    assertThat(report.text(OutputFormat.SVG)).startsWith("<svg ");
  }

  @Test
  void buildsSideBySideHaveTheirKinds() {
    List<BinaryModel> builds = List.of(Samples.fixture("c-x64"), Samples.fixture("cpp-x64"));
    BuildComparison comparison =
        BuildComparison.of(builds.stream().map(BinaryModel::attribution).toList());
    PageData page = PageData.of(new CompareReport(comparison).text(OutputFormat.HTML));
    for (int build = 0; build < builds.size(); build++) {
      assertThat(total(page.sums("build" + build, "kind"))).isEqualTo(builds.get(build).fileSize());
    }
  }
}
