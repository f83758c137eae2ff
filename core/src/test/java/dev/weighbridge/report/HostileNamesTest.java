package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.report.inspect.InspectReport;
import dev.weighbridge.report.lint.LintReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names with escapes, marks of direction, line ends and formulas do no harm in any format. */
class HostileNamesTest {
  private final BinaryModel model =
      BinaryModel.of(
          "a\u001b[31m\u202Eb",
          Fixtures.bytes("damaged/elf-names-that-break-tables"),
          OpenOptions.DEFAULT);
  private final List<Report> reports =
      List.of(
          new InspectReport(model.file(), List.of(), 0),
          new LintReport(Linter.installed().lint(model.attribution())));

  @Test
  void noFormatHoldsCharactersThatDoNotPrint() {
    for (Report report : reports) {
      for (OutputFormat format : report.formats()) {
        String text = report.text(format);
        assertThat(text.codePoints().filter(c -> c != '\n' && !prints(c)))
            .as(report.getClass().getSimpleName() + " as " + format.name())
            .isEmpty();
      }
    }
  }

  /** Unicode categories Cc, Cf, Cs, Zl and Zp have no shape of their own. */
  private static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  @Test
  void noFieldOfCsvIsAFormula() {
    String csv = reports.get(0).text(OutputFormat.CSV);
    assertThat(csv).contains("'=cmd()");
    assertThat(csv.lines().flatMap(line -> List.of(line.split(",", -1)).stream()))
        .noneMatch(field -> field.matches("\"?[=+@].*|\"?-[^0-9].*"));
  }
}
