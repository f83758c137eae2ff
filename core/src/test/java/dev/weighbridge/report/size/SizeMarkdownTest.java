package dev.weighbridge.report.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SizeMarkdownTest {
  private static SizeReport report(BinaryModel model, RowSelection rows) {
    return new SizeReport(model.file(), model.by(Dimensions.SECTION, Dimensions.SYMBOL), rows);
  }

  @Test
  void showsEveryFigureOfASmallFile() {
    assertThat(report(Samples.evil(), RowSelection.ALL).text(OutputFormat.MARKDOWN))
        .isEqualTo(
            """
            **`evil`** weighs **64 bytes** in the file and 96 in memory (Demo x86_64).

            | section | File size | % of file | Memory size | Code |
            | :-- | --: | --: | --: | --: |
            | `.text` | 64 | 100.00 | 64 | 64 |
            | `.bss` | - | 0.00 | 32 | - |
            | **total** | 64 | 100.00 | 96 | 64 |

            How sure: 50.00 % exact, 50.00 % residual.

            <details>
            <summary>By symbol in each section</summary>

            **`.text`**, 64 bytes

            | symbol | File size | % of file | Memory size | Code |
            | :-- | --: | --: | --: | --: |
            | `evil\\u{1b}[31m,"name"\\u{a}of two lines` | 32 | 50.00 | 32 | 32 |
            | `[.text]` | 32 | 50.00 | 32 | 32 |


            </details>
            """);
  }

  @Test
  void rowsOfEveryTableSumToTheirTotal() {
    BinaryModel model = Samples.fixture("cpp-x64");
    List<String> lines = Samples.comment(report(model, RowSelection.DEFAULT), 0).lines().toList();
    long sum = 0;
    for (String line : lines) {
      if (line.startsWith("| **total**")) {
        break;
      }
      if (line.startsWith("| `")) {
        sum += bytes(line);
      }
    }
    assertThat(sum).isEqualTo(model.fileSize());
  }

  private static long bytes(String row) {
    String[] cells = row.replace("\\|", "").split("\\|", -1);
    String figure = cells[2].strip().replace(",", "");
    return figure.equals("-") ? 0 : Long.parseLong(figure);
  }

  @Test
  void fitsACommentAndSaysWhatDoesNot() {
    SizeReport report = report(Samples.fixture("cpp-x64"), RowSelection.ALL);
    String whole = Samples.comment(report, 0);
    String short4k = Samples.comment(report, 4_000);
    assertThat(whole).doesNotContain("left out");
    assertThat(short4k).hasSizeLessThan(4_200).contains("left out").contains("<details>");
    assertThat(whole.length()).isGreaterThan(4_200);
    assertThat(Samples.comment(report, 1)).contains("left out").doesNotContain("<details>");
  }

  @Test
  void saysWhatIsCounted() {
    BinaryModel model = Samples.fixture("c-x64");
    SizeTree tree = model.bySection().only(Set.of(Kind.CODE, Kind.UNWIND));
    assertThat(new SizeReport(model.file(), tree, RowSelection.ALL).text(OutputFormat.MARKDOWN))
        .contains("(ELF x86_64, only code and unwind).")
        .doesNotContain("<details>");
  }

  @Test
  void namesStayNames() {
    assertThat(MarkdownText.code("a|b")).isEqualTo("`a\\|b`");
    assertThat(MarkdownText.code("`")).isEqualTo("`` ` ``");
    assertThat(MarkdownText.code("a``b")).isEqualTo("``` a``b ```");
    assertThat(MarkdownText.code("")).isEqualTo("` `");
    assertThat(MarkdownText.code("x\ny")).isEqualTo("`x\\u{a}y`");
    assertThat(MarkdownText.prose("@you <b>*see*</b> #1 [x](y)"))
        .isEqualTo("&#64;you &lt;b>\\*see\\*&lt;/b> &#35;1 \\[x\\](y)");
  }
}
