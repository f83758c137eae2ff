package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.testing.ZeroBytes;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A measure that nobody here has heard of is written like any other. */
class OwnMeasureTest {
  private static final BinaryModel MODEL = Samples.fixture("c-x64");
  private static final BinaryModel OTHER = Samples.fixture("cpp-x64");
  private static final List<Dimension> BY = List.of(Dimensions.SECTION, Dimensions.SYMBOL);
  private static final List<Measure> MEASURES = List.of(ZeroBytes.ZERO, Measures.FILE);

  private static long zeros(BinaryModel model) {
    return ZeroBytes.count(model.file().bytes(), 0, model.fileSize());
  }

  private static String size(OutputFormat format, RowSelection rows) throws Exception {
    return new SizeReport(MODEL.file(), MODEL.by(BY, MEASURES), rows).text(format);
  }

  @Test
  void jsonRowsAddUp() throws Exception {
    for (int limit : new int[] {0, 3}) {
      RowSelection rows = new RowSelection(limit, Optional.empty(), RowOrder.OF_TREE);
      JsonTree json = JsonTree.of(size(OutputFormat.JSON, rows));
      long sum = 0;
      for (JsonTree row : json.list("rows")) {
        sum += row.get("measures").number("zero-bytes");
      }
      assertThat(sum).isEqualTo(zeros(MODEL));
      assertThat(json.get("measures").number("zero-bytes")).isEqualTo(sum);
      assertThat(json.number("fileSize")).isEqualTo(MODEL.fileSize());
    }
  }

  @Test
  void recordsOfCsvAddUp() throws Exception {
    List<String> lines = size(OutputFormat.CSV, RowSelection.ALL).lines().toList();
    assertThat(lines.get(0)).startsWith("section,symbol,zero-bytes,fileSize,count,basis,");
    long sum = 0;
    for (String line : lines.subList(1, lines.size())) {
      assertThat(line).doesNotContain("\"");
      sum += Long.parseLong(line.split(",", -1)[2]);
    }
    assertThat(sum).isEqualTo(zeros(MODEL));
  }

  @Test
  void tablesHaveItsTitleAndTotal() throws Exception {
    String total = String.format("%,d", zeros(MODEL));
    assertThat(size(OutputFormat.TEXT, RowSelection.DEFAULT))
        .contains("Zero bytes  % of zero-bytes  File size   Code  section > symbol\n")
        .containsPattern(total + " +100\\.00 .* total\n");
    assertThat(size(OutputFormat.MARKDOWN, RowSelection.DEFAULT))
        .contains("| section | Zero bytes | % of zero-bytes | File size | Code |")
        .contains("| **total** | " + total + " | 100.00 |");
  }

  @Test
  void pagesHaveItsFigure() throws Exception {
    PageData page = PageData.of(size(OutputFormat.HTML, RowSelection.ALL));
    long sum = page.sums("zero-bytes", "section").values().stream().mapToLong(v -> v).sum();
    assertThat(sum).isEqualTo(zeros(MODEL));
    assertThat(page.json().list("measures"))
        .map(measure -> measure.string("figure"))
        .containsExactly("zero-bytes", "fileSize");
    assertThat(page.sums("memorySize", "section")).isNotEmpty();
  }

  private static SizeDiff diff() {
    return OTHER.since(MODEL, BY, MEASURES);
  }

  private static String diff(OutputFormat format) throws Exception {
    DiffSelection all = new DiffSelection(RowSelection.ALL, false);
    return new DiffReport(diff(), all).text(format);
  }

  @Test
  void changesAddUp() throws Exception {
    long change = zeros(OTHER) - zeros(MODEL);
    JsonTree json = JsonTree.of(diff(OutputFormat.JSON));
    long sum = 0;
    for (JsonTree row : json.list("rows")) {
      sum += row.get("delta").get("measures").number("zero-bytes");
    }
    assertThat(sum).isEqualTo(change);
    assertThat(json.get("delta").get("measures").number("zero-bytes")).isEqualTo(change);
    PageData page = PageData.of(diff(OutputFormat.HTML));
    for (String figure : List.of("zero-bytes", "zero-bytesBefore")) {
      long of = page.sums(figure, "section").values().stream().mapToLong(v -> v).sum();
      assertThat(of).isEqualTo(zeros(figure.endsWith("Before") ? MODEL : OTHER));
    }
    assertThat(diff(OutputFormat.CSV))
        .startsWith("section,symbol,status,from,zero-bytesBefore,fileSizeBefore,paddingBefore,");
    String sign = String.format("%+,d bytes of zero-bytes: ", change);
    assertThat(diff().cause()).startsWith(sign);
    assertThat(diff(OutputFormat.MARKDOWN)).contains("| section (zero-bytes) | Before |");
    assertThat(diff(OutputFormat.TEXT)).endsWith("  zero-bytes\n");
    long last = Long.MAX_VALUE;
    for (DiffRow row : diff().rows()) {
      long now = Math.abs(row.delta().value(ZeroBytes.ZERO));
      assertThat(now).isLessThanOrEqualTo(last);
      last = now;
    }
  }
}
