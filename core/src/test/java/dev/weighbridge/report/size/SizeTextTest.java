package dev.weighbridge.report.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SizeTextTest {
  private static List<String> lines(int width, BinaryModel model, SizeTree tree) {
    SizeReport report = new SizeReport(model.file(), tree, RowSelection.ALL);
    return Samples.text(report, width).lines().toList();
  }

  @Test
  void showsEveryFigureOfASmallFile() {
    BinaryModel model = Samples.evil();
    SizeTree tree = model.by(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(new SizeReport(model.file(), tree, RowSelection.ALL).text(OutputFormat.TEXT))
        .isEqualTo(
            """
            evil: Demo x86_64, 64 bytes in the file

            File size  % of file  Memory size  Code  section > symbol
                   64     100.00           64    64  .text
                   32      50.00           32    32    evil\\u{1b}[31m,"name"\\u{a}of two lines
                   32      50.00           32    32    [.text]
                    -       0.00           32     -  .bss
            ---------  ---------  -----------  ----
                   64     100.00           96    64  total

            Basis: 50.00 % exact, 50.00 % residual
            """);
  }

  @Test
  void fitsItsWidthUnlessToldNotToCut() {
    BinaryModel model = Samples.fixture("cpp-x64");
    SizeTree tree = model.by(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(lines(80, model, tree)).allMatch(line -> line.length() <= 80);
    assertThat(lines(80, model, tree)).anyMatch(line -> line.contains("…"));
    assertThat(lines(0, model, tree)).noneMatch(line -> line.contains("…"));
    assertThat(lines(1, model, tree)).anyMatch(line -> line.contains("…"));
  }

  @Test
  void namesTheBaseOfItsShares() {
    BinaryModel model = Samples.fixture("c-x64");
    RowSelection byMemory = new RowSelection(3, Optional.empty(), RowOrder.MEMORY_SIZE);
    SizeReport report = new SizeReport(model.file(), model.bySection(), byMemory);
    assertThat(report.text(OutputFormat.TEXT)).contains("% of memory").doesNotContain("% of file");
  }

  @Test
  void saysWhatIsLeftOut() {
    BinaryModel model =
        BinaryModel.of(
            Samples.fixture("c-x64").file(), OpenOptions.DEFAULT.withPricing(Pricing.OWN));
    SizeTree tree = model.bySymbol().only(Set.of(Kind.CODE, Kind.UNWIND));
    assertThat(new SizeReport(model.file(), tree, RowSelection.DEFAULT).text(OutputFormat.TEXT))
        .contains(", only code and unwind, own bytes only\n");
  }

  @Test
  void aFilterThatKeepsNothingLeavesAnEmptyTable() {
    BinaryModel model = Samples.fixture("c-x64");
    RowSelection none =
        new RowSelection(0, Optional.of(Pattern.compile("no such name")), RowOrder.FILE_SIZE);
    List<String> lines =
        new SizeReport(model.file(), model.bySymbol(), none)
            .text(OutputFormat.TEXT)
            .lines()
            .toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).matches(" +- +0\\.00 +- +-  total");
  }

  @Test
  void aDifferentLocaleChangesNothing() {
    BinaryModel model = Samples.fixture("c-x64");
    SizeReport report = new SizeReport(model.file(), model.bySection(), RowSelection.ALL);
    String expected =
        report.text(OutputFormat.TEXT)
            + report.text(OutputFormat.JSON)
            + report.text(OutputFormat.CSV);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(
                report.text(OutputFormat.TEXT)
                    + report.text(OutputFormat.JSON)
                    + report.text(OutputFormat.CSV))
            .as(tag)
            .isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
