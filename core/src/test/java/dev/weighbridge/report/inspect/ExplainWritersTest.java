package dev.weighbridge.report.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainWritersTest {
  private static ExplainReport at(BinaryModel model, Explanation place) {
    return new ExplainReport(model.attribution(), place);
  }

  @Test
  void textNamesEveryLayer() {
    BinaryModel model = Samples.evil();
    assertThat(at(model, model.explainOffset(20).get()).text(OutputFormat.TEXT))
        .isEqualTo(
            """
            evil: file offset 0x14, address 0xffffffff80000014

            layer        start    end  bytes
            file           0x0   0x40     64  evil
            image          0x0   0x40     64  x86_64
            segment        0x0   0x40     64  LOAD #0 rx
            section        0x0   0x40     64  .text
            owner         0x10   0x30     32  evil\\u{1b}[31m,"name"\\u{a}of two lines
            kind          0x10   0x30     32  code
            basis         0x10   0x30     32  exact

            evidence     start    end  bytes  claim
            symbol        0x10   0x30     32  won     evil\\u{1b}[31m,"name"\\u{a}of two lines: a symbol with a size
            section        0x0   0x40     64  lost    [.text]: the section around it
            section        0x0   0x40     64  lost    [LOAD #0]: the segment around it
            """);
  }

  @Test
  void memoryOnlyPlacesHaveNoOffset() {
    BinaryModel model = Samples.evil();
    ExplainReport report = at(model, model.explainAddress(0xFFFF_FFFF_8000_0048L).get());
    String text = report.text(OutputFormat.TEXT);
    assertThat(text).startsWith("evil: address 0xffffffff80000048, memory only\n");
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(json.number("fileOffset")).isEqualTo(-1);
    assertThat(json.get("address")).hasToString("18446744071562068040");
    assertThat(json.get("span").number("memorySize")).isEqualTo(32);
    assertThat(json.get("span").number("start")).isEqualTo(-1);
  }

  @Test
  void jsonSaysTheSame() {
    BinaryModel model = Samples.fixture("c-x64");
    for (long offset : new long[] {0, 0x318, model.fileSize() / 2, model.fileSize() - 1}) {
      ExplainReport report = at(model, model.explainOffset(offset).get());
      JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
      assertThat(json.string("schema")).isEqualTo("weighbridge/explain/1");
      assertThat(json.number("fileOffset")).isEqualTo(offset);
      assertThat(json.get("span").number("start")).isLessThanOrEqualTo(offset);
      assertThat(json.get("span").number("end")).isGreaterThan(offset);
      List<JsonTree> layers = json.list("layers");
      assertThat(layers).hasSameSizeAs(report.explanation().layers());
      assertThat(layers.get(0).string("name")).isEqualTo("file");
      assertThat(layers.get(0).number("bytes")).isEqualTo(model.fileSize());
      List<String> outcomes =
          json.list("claims").stream().map(claim -> claim.string("outcome")).toList();
      assertThat(outcomes).containsOnlyOnce("won");
    }
  }
}
