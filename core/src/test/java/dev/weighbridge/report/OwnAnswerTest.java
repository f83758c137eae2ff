package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer that the library does not know, declared once and written in every format. */
class OwnAnswerTest {
  /** A word, how often it occurs, and words that begin with it. */
  private record Word(String text, long count, List<Word> longer) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("=in", 1_234, List.of(new Word("into|x", 7, List.of()))),
          new Word("a<b", 2, List.of()));

  private static final Report REPORT = OwnAnswerTest::answer;

  private static Answer answer() {
    Column<Word> word =
        Column.label("word", Word::text).titled(List.of("word", "longer")).fields(List.of("word"));
    Column<Word> count = Column.count("count", Word::count).titled("How often");
    return Answer.of(
        "example/words/1",
        "words",
        Prose.of(Line.of("The words of ").name("a text").add(".")),
        Facts.of(WORDS, List.of(Column.<List<Word>>number("words", List::size))),
        Table.of("rows", WORDS)
            .columns(List.of(count, word))
            .levels((row, level) -> row.longer())
            .total(new Word("total", 1_243, List.of()))
            .build());
  }

  @Test
  void textIsATable() {
    assertThat(REPORT.text(OutputFormat.TEXT))
        .isEqualTo(
            """
            The words of a text.

            How often  word > longer
                1,234  =in
                    7    into|x
                    2  a<b
            ---------
                1,243  total
            """);
  }

  @Test
  void jsonNestsItsRows() {
    assertThat(REPORT.text(OutputFormat.JSON))
        .isEqualTo(
            """
            {"schema":"example/words/1","words":2,"rows":[
             {"count":1234,"word":"=in","rows":[
              {"count":7,"word":"into|x"}]},
             {"count":2,"word":"a<b"}]}
            """);
  }

  @Test
  void csvHasARecordForEachRow() {
    assertThat(REPORT.text(OutputFormat.CSV))
        .isEqualTo(
            """
            count,word
            1234,'=in
            7,into|x
            2,a<b
            """);
  }

  @Test
  void markdownFoldsWhatIsBelow() {
    assertThat(REPORT.text(OutputFormat.MARKDOWN))
        .isEqualTo(
            """
            The words of `a text`.

            | word | How often |
            | :-- | --: |
            | `=in` | 1,234 |
            | `a<b` | 2 |
            | **total** | 1,243 |

            <details>
            <summary>By longer in each word</summary>

            **`=in`**

            | longer | How often |
            | :-- | --: |
            | `into\\|x` | 7 |


            </details>
            """);
  }

  @Test
  void htmlIsAPageWithoutScripts() {
    assertThat(REPORT.text(OutputFormat.HTML))
        .startsWith("<!DOCTYPE html>\n")
        .contains("<title>words · Weighbridge</title>", "default-src 'none'")
        .contains("<p>The words of <code>a text</code>.</p>\n")
        .contains("<th scope=\"row\"><code>a&lt;b</code></th><td class=\"figure\">2</td>")
        .contains("px\"><code>into|x</code></th><td class=\"figure\">7</td>")
        .doesNotContain("<script", "<!--{");
  }
}
