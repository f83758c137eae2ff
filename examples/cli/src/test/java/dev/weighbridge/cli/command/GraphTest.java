package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands retained, why, garbage and remove. */
class GraphTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir private Path folder;

  private static void refuses(String words, String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.status()).as(String.join(" ", command)).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void allOfThemAnswerInEachFormat() {
    for (String format : new String[] {"text", "json", "csv"}) {
      for (String command : new String[] {"retained", "garbage"}) {
        Outcome outcome = Shell.run(command, SAMPLE, "--format", format);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
      }
      assertThat(Shell.run("remove", SAMPLE, "--crate", "gimli", "--format", format).status())
          .isZero();
    }
    assertThat(Shell.run("why", SAMPLE, "main", "--format", "json").out())
        .startsWith("{\"schema\":\"weighbridge/why/1\"");
  }

  @Test
  void anItemIsFoundByItsNameOrAddress() {
    String expected = Shell.run("why", SAMPLE, "tally::main").out();
    assertThat(expected).contains("entry point");
    assertThat(Shell.run("why", SAMPLE, address("tally::main")).out()).isEqualTo(expected);
  }

  private static String address(String name) {
    String json = Shell.run("why", SAMPLE, name, "--format", "json").out();
    int start = json.indexOf("\"address\":") + 10;
    return "0x" + Long.toHexString(Long.parseLong(json.substring(start, json.indexOf(',', start))));
  }

  @Test
  void namesThatMeanNothingOrSeveralThingsAreTold() {
    refuses("NAME: expected a name or an address, found none", "why", SAMPLE);
    refuses("such as tally::main", "why", SAMPLE, "tally::mai");
    refuses("found '0x9'", "why", SAMPLE, "0x9");
    refuses(
        "expected one item, by its address if need be, found 2 of the name '<&str as"
            + " core::fmt::Debug",
        "why",
        SAMPLE,
        "<&str as core::fmt::Debug>::fmt");
    refuses("--crate: expected one of ", "remove", SAMPLE, "--crate", "serde");
    refuses("--symbol: expected a pattern in a name", "remove", SAMPLE, "--symbol", "^nothing$");
    refuses("expected either --crate or --symbol, found neither", "remove", SAMPLE);
    refuses("found both", "remove", SAMPLE, "--crate", "core", "--symbol", "x");
    refuses("--symbol: expected a regular expression", "remove", SAMPLE, "--symbol", "(");
    refuses("--depth: expected a whole number from 1 to 100", "retained", SAMPLE, "--depth", "0");
    refuses("found '-1'", "why", SAMPLE, "main", "-n", "-1");
  }

  @Test
  void aMessageStaysOneLineWhateverItRepeats() {
    refuses("found 'a\\u{a}b\\u{1b}[31m'", "why", SAMPLE, "a\nb\u001b[31m");
  }

  @Test
  void aSavedModelHasNoReferences() {
    String model = folder.resolve("tally.wbmodel").toString();
    assertThat(Shell.run("save", SAMPLE, "-o", model).status()).isZero();
    refuses("a saved model, which has none", "retained", model);
    refuses("a saved model, which has none", "why", model, "main");
    refuses("a saved model, which has none", "garbage", model);
    refuses("a saved model, which has none", "remove", model, "--crate", "core");
  }
}
