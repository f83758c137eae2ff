package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
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
  private static final SizeText TEXT = new SizeText(Report.DEFAULT_WIDTH);

  private static List<String> lines(SizeText text, BinaryModel model, SizeTree tree) {
    return text.text(new SizeReport(model.file(), tree, RowSelection.ALL)).lines().toList();
  }

  @Test
  void showsEveryFigureOfASmallFile() {
    BinaryModel model = Samples.evil();
    SizeTree tree = model.by(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(TEXT.text(new SizeReport(model.file(), tree, RowSelection.ALL)))
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
    assertThat(lines(new SizeText(80), model, tree)).allMatch(line -> line.length() <= 80);
    assertThat(lines(new SizeText(80), model, tree)).anyMatch(line -> line.contains("…"));
    assertThat(lines(new SizeText(0), model, tree)).noneMatch(line -> line.contains("…"));
    assertThat(lines(new SizeText(1), model, tree)).anyMatch(line -> line.contains("…"));
  }

  @Test
  void namesTheBaseOfItsShares() {
    BinaryModel model = Samples.fixture("c-x64");
    RowSelection byMemory = new RowSelection(3, Optional.empty(), RowOrder.MEMORY_SIZE);
    SizeReport report = new SizeReport(model.file(), model.bySection(), byMemory);
    assertThat(TEXT.text(report)).contains("% of memory").doesNotContain("% of file");
  }

  @Test
  void saysWhatIsLeftOut() {
    BinaryModel model =
        BinaryModel.of(Samples.fixture("c-x64").file(), new OpenOptions(Pricing.OWN));
    SizeTree tree = model.bySymbol().only(Set.of(Kind.CODE, Kind.UNWIND));
    assertThat(TEXT.text(new SizeReport(model.file(), tree, RowSelection.DEFAULT)))
        .contains(", only code and unwind, own bytes only\n");
  }

  @Test
  void aFilterThatKeepsNothingLeavesAnEmptyTable() {
    BinaryModel model = Samples.fixture("c-x64");
    RowSelection none =
        new RowSelection(0, Optional.of(Pattern.compile("no such name")), RowOrder.FILE_SIZE);
    List<String> lines =
        TEXT.text(new SizeReport(model.file(), model.bySymbol(), none)).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).matches(" +- +0\\.00 +- +-  total");
  }

  @Test
  void aDifferentLocaleChangesNothing() {
    BinaryModel model = Samples.fixture("c-x64");
    SizeReport report = new SizeReport(model.file(), model.bySection(), RowSelection.ALL);
    String expected = TEXT.text(report) + new SizeJson().text(report) + new SizeCsv().text(report);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(TEXT.text(report) + new SizeJson().text(report) + new SizeCsv().text(report))
            .as(tag)
            .isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
