package dev.weighbridge.report.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.bodies.CodeFile;
import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateList.RowOrder;
import dev.weighbridge.duplicates.DuplicateList.Selection;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DuplicatesWritersTest {
  private static final BinaryModel MODEL =
      new CodeFile("x86_64")
          .function("_RNvCs1_4dupe1f", "31 C0 C3")
          .function("_RNvCs2_4dupe1f", "31 C0 C3")
          .function("x", "E8 00 01 02 03 C3")
          .function("y", "E8 00 01 02 04 C3")
          .function(Samples.EVIL, "90 90 C3")
          .function("w", "90 90 C3")
          .weighed();

  private static DuplicateList list(int limit, String filter, RowOrder order) {
    return new DuplicateList(
        MODEL.attribution(),
        new Selection(limit, Optional.ofNullable(filter).map(Pattern::compile), order));
  }

  private static DuplicatesReport report(DuplicateList list) {
    return new DuplicatesReport(list);
  }

  @Test
  void textShowsNamesThatDoNoHarm() {
    String text = Samples.text(report(list(0, null, RowOrder.SAVING)), 80);
    assertThat(text).contains("evil\\u{1b}[31m").doesNotContain("\u001b");
    assertThat(text).contains("Data with the same bytes, of at least 16 bytes: none\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(85));
  }

  @Test
  void jsonHasAllNames() {
    JsonTree json = JsonTree.of(report(list(0, null, RowOrder.SAVING)).text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/duplicates/1");
    assertThat(json.get("identicalFunctions").number("saving")).isEqualTo(6);
    assertThat(json.get("equalFunctions").number("saving")).isEqualTo(12);
    JsonTree crate = json.get("crates").list("rows").get(0);
    assertThat(crate.string("label")).isEqualTo("dupe");
    assertThat(crate.list("names")).hasSize(2);
    assertThat(crate.list("versions")).isEmpty();
  }

  @Test
  void csvSaysWhatEachRecordIs() {
    List<String> lines =
        report(list(0, "dupe|^x", RowOrder.SAVING)).text(OutputFormat.CSV).lines().toList();
    assertThat(lines)
        .containsExactly(
            "what,label,copies,fileSize,saving,names,versions",
            "crate,dupe,2,6,3,dupe[3] dupe[4],",
            "identical function,dupe::f,2,6,3,_RNvCs1_4dupe1f _RNvCs2_4dupe1f,",
            "equal function,x,2,12,6,x y,",
            "equal function,dupe::f,2,6,3,_RNvCs1_4dupe1f _RNvCs2_4dupe1f,");
  }
}
