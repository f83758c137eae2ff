package dev.weighbridge.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvLineTest {
  @Test
  void quotesOnlyWhatMustBe() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvLine line = new CsvLine(out);
    line.add("plain").add("a,b").add("say \"x\"").add("two\nlines").add(-1).end();
    assertThat(out).hasToString("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-1\n");
  }

  @Test
  void keepsEmptyFields() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvLine line = new CsvLine(out);
    line.add("").add("").add(0).end();
    line.add("").end();
    assertThat(out).hasToString(",,0\n\n");
  }
}
