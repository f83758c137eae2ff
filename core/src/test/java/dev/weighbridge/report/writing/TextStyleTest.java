package dev.weighbridge.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.TextStyle;
import dev.weighbridge.report.answer.Units;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextStyleTest {
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String USUAL = "\u001b[m";

  private record Row(long bytes, long change, long copies, String name) {}

  private static String written(TextStyle style, int width) throws IOException {
    List<Row> rows =
        List.of(
            new Row(1536, 512, 3, "grown"),
            new Row(512, -1024, -2, "shrunk"),
            new Row(0, 0, 0, "[padding]"));
    Table<Row> table =
        Table.of("rows", rows)
            .columns(
                Medium.TEXT,
                List.of(
                    Column.bytes("", Row::bytes).titled("Size"),
                    Column.<Row>share(Row::bytes, 2048).titled("%"),
                    Column.<Row>change("", Row::change).titled("Change"),
                    Column.<Row>countChange("", Row::copies).titled("Copies"),
                    Column.label("", Row::name).titled("name")))
            .build();
    StringBuilder text = new StringBuilder();
    new TextWriter(style).write(Answer.of("rows-1", "rows", table), width, text);
    return text.toString();
  }

  @Test
  void unitsAreOfBytesOnly() throws IOException {
    assertThat(written(new TextStyle(Units.BINARY, false), 100))
        .isEqualTo(
            """
                 Size      %     Change  Copies  name
             1.50 KiB  75.00     +512 B      +3  grown
                512 B  25.00  -1.00 KiB      -2  shrunk
                  0 B   0.00          -       -  [padding]
            """);
  }

  @Test
  void coloursTakeNoRoom() throws IOException {
    String plain = written(TextStyle.PLAIN, 100);
    String colored = written(new TextStyle(Units.BYTES, true), 100);
    assertThat(colored.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(plain);
    assertThat(colored)
        .startsWith(BOLD)
        .contains("name" + USUAL + "\n", RED + "  +512  " + USUAL, GREEN + "-1,024  " + USUAL)
        .contains(DIM + "[padding]" + USUAL + "\n")
        .doesNotContain(GREEN + "-" + USUAL);
  }

  @Test
  void longLinesHaveBars() throws IOException {
    assertThat(written(new TextStyle(Units.BYTES, true), 120).lines())
        .anyMatch(line -> line.contains("75.00  ███████▌    "))
        .anyMatch(line -> line.contains("25.00  ██▌         "))
        .anyMatch(line -> line.contains(" 0.00              "));
    assertThat(written(TextStyle.PLAIN, 120)).doesNotContain("█");
  }
}
