package dev.weighbridge.report;

import static dev.weighbridge.dimension.Dimensions.SECTION;
import static dev.weighbridge.dimension.Dimensions.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiffHtmlTest {
  private final BinaryModel old = Samples.fixture("c-x64");
  private final BinaryModel now = Samples.fixture("cpp-x64");
  private final SizeDiff diff = now.since(old, SECTION, SYMBOL);

  private PageData page(Optional<Pattern> filter) {
    RowSelection rows = new RowSelection(2, filter, RowOrder.FILE_SIZE);
    return PageData.of(new DiffHtml().text(new DiffReport(diff, new DiffSelection(rows, true))));
  }

  private static long total(Map<String, Long> sums) {
    return sums.values().stream().mapToLong(size -> size).sum();
  }

  @Test
  void holdsBothBuildsRowByRow() {
    PageData page = page(Optional.empty());
    assertThat(page.dimensions()).containsExactly("section", "symbol", "kind");
    Map<String, Long> before = new TreeMap<>();
    Map<String, Long> after = new TreeMap<>();
    for (DiffRow section : diff.rows()) {
      for (DiffRow symbol : section.rows()) {
        String path = SafeText.of(section.label() + " > " + symbol.label());
        before.merge(path, symbol.before().fileSize(), Long::sum);
        after.merge(path, symbol.after().fileSize(), Long::sum);
      }
    }
    assertThat(page.sums("fileSizeBefore", "section", "symbol"))
        .containsExactlyInAnyOrderEntriesOf(before);
    assertThat(page.sums("fileSize", "section", "symbol"))
        .containsExactlyInAnyOrderEntriesOf(after);
    assertThat(total(page.sums("fileSizeBefore", "kind"))).isEqualTo(old.fileSize());
    assertThat(total(page.sums("memorySizeBefore", "kind"))).isEqualTo(old.memorySize());
    assertThat(total(page.sums("fileSize", "kind"))).isEqualTo(now.fileSize());
    assertThat(page.json().number("fileSizeBefore")).isEqualTo(old.fileSize());
    assertThat(page.json().string("cause")).isEqualTo(SafeText.of(diff.cause()));
  }

  @Test
  void aFilterIsAboutTheLevelsAskedForOnly() {
    PageData page = page(Optional.of(Pattern.compile("\\[code\\]|^main$")));
    assertThat(page.sums("fileSize", "section", "symbol").keySet())
        .isNotEmpty()
        .allMatch(path -> path.endsWith(" > main"));
  }
}
