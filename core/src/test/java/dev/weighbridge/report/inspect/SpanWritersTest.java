package dev.weighbridge.report.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanWritersTest {
  @Test
  void csvCoversTheFileInOrder() {
    for (String name : Samples.FIXTURES) {
      BinaryModel model = Samples.fixture(name);
      List<String> lines =
          new SpanReport(model.attribution()).text(OutputFormat.CSV).lines().toList();
      assertThat(lines.get(0))
          .isEqualTo("start,end,address,kind,basis,section,owner,subject,crate");
      assertThat(lines).hasSize(model.attribution().partition().spanCount() + 1);
      long end = 0;
      boolean isInFile = true;
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", 3);
        isInFile &= !fields[0].equals("-1");
        assertThat(Long.parseLong(fields[0])).isEqualTo(isInFile ? end : -1);
        end = isInFile ? Long.parseLong(fields[1]) : end;
        assertThat(fields[1].equals("-1")).isEqualTo(!isInFile);
        assertThat(line).doesNotEndWith(",");
      }
      assertThat(end).as(name).isEqualTo(model.fileSize());
    }
  }

  @Test
  void csvQuotesAndSaysNone() {
    assertThat(new SpanReport(Samples.evil().attribution()).text(OutputFormat.CSV))
        .isEqualTo(
            """
            start,end,address,kind,basis,section,owner,subject,crate
            0,16,18446744071562067968,code,residual,.text,[.text],-1,-1
            16,48,18446744071562067984,code,exact,.text,"evil\\u{1b}[31m,""name""\\u{a}of two lines",-1,[C/C++]
            48,64,18446744071562068016,code,residual,.text,[.text],-1,-1
            -1,-1,18446744071562068032,zero,residual,.bss,[.bss],-1,-1
            """);
  }

  @Test
  void moreColumnsSayWhatSpansAreInDimensions() {
    SpanReport report =
        new SpanReport(Samples.evil().query(), List.of(Dimensions.EVIDENCE, Dimensions.SEGMENT));
    assertThat(report.text(OutputFormat.CSV).lines().limit(3))
        .containsExactly(
            "start,end,address,kind,basis,section,owner,subject,crate,evidence,segment",
            "0,16,18446744071562067968,code,residual,.text,[.text],-1,-1,section,LOAD #0 rx",
            "16,48,18446744071562067984,code,exact,.text,\"evil\\u{1b}[31m,\"\"name\"\"\\u{a}of two"
                + " lines\",-1,[C/C++],symbol,LOAD #0 rx");
    assertThat(JsonTree.lines(report.text(OutputFormat.JSON)).get(0).string("evidence"))
        .isEqualTo("section");
  }

  @Test
  void columnsThatCutSpansCoverTheFileStill() {
    BinaryModel model = Samples.fixture("c-x64");
    List<String> lines =
        new SpanReport(model.query(), List.of(Dimensions.CATEGORY))
            .text(OutputFormat.CSV)
            .lines()
            .skip(1)
            .toList();
    long end = 0;
    for (String line : lines) {
      String[] fields = line.split(",", 3);
      if (!fields[0].equals("-1")) {
        assertThat(Long.parseLong(fields[0])).isEqualTo(end);
        end = Long.parseLong(fields[1]);
      }
    }
    assertThat(end).isEqualTo(model.fileSize());
  }

  @Test
  void jsonLinesSayTheSame() {
    BinaryModel model = Samples.fixture("c-x64");
    Partition partition = model.attribution().partition();
    List<JsonTree> lines =
        JsonTree.lines(new SpanReport(model.attribution()).text(OutputFormat.JSON));
    assertThat(new SpanReport(model.attribution()).text(OutputFormat.JSON).lines().count())
        .isEqualTo(lines.size());
    assertThat(lines).hasSize(partition.spanCount());
    for (int span = 0; span < lines.size(); span++) {
      JsonTree line = lines.get(span);
      assertThat(line.number("fileSize")).isEqualTo(partition.fileSize(span));
      assertThat(line.number("memorySize")).isEqualTo(partition.memorySize(span));
      assertThat(line.string("kind")).isEqualTo(partition.kind(span).key());
      assertThat(line.has("subject")).isEqualTo(partition.subject(span) >= 0);
      assertThat(line.number("start"))
          .isEqualTo(partition.isMemoryOnly(span) ? -1 : partition.start(span));
    }
  }

  @Test
  void textAlignsItsColumns() {
    assertThat(new SpanReport(Samples.evil().attribution()).text(OutputFormat.TEXT))
        .isEqualTo(
            """
            start    end             address  kind         basis       section  owner (subject)
              0x0   0x10  0xffffffff80000000  code         residual    .text    [.text]
             0x10   0x30  0xffffffff80000010  code         exact       .text    evil\\u{1b}[31m,"name"\\u{a}of two lines
             0x30   0x40  0xffffffff80000030  code         residual    .text    [.text]
                -      -  0xffffffff80000040  zero         residual    .bss     [.bss]
            """);
  }
}
