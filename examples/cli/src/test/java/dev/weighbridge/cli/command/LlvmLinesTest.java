package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command llvm-lines. */
class LlvmLinesTest {
  @TempDir private static Path folder;

  private static String ir(String name) {
    return PackedFile.ir(name, folder).toString();
  }

  private static void refuses(String words, String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.status()).as(String.join(" ", command)).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void itAnswersInEachFormat() {
    for (String format : new String[] {"text", "json", "csv", "markdown", "html"}) {
      Outcome outcome = Shell.run("llvm-lines", ir("tally.ll"), "--format", format);
      assertThat(outcome.status()).isZero();
      assertThat(outcome.err()).isEmpty();
      Outcome diff =
          Shell.run(
              "llvm-lines",
              ir("generic-optimised.ll"),
              "--since",
              ir("generic-release.ll"),
              "--format",
              format);
      assertThat(diff.status()).isZero();
    }
    assertThat(Shell.run("llvm-lines", ir("tally.ll"), "--format", "json").out())
        .startsWith("{\"schema\":\"weighbridge/llvm-lines/1\"");
  }

  @Test
  void severalFilesAreCountedAsOne() {
    String json =
        Shell.run("llvm-lines", ir("tally.ll"), ir("generic-release.ll"), "--format", "json").out();
    assertThat(json).contains("\"functions\":" + (671 + 1_045)).contains("\"lines\":28951");
  }

  @Test
  void whatIsNoIrIsTold() throws IOException {
    refuses("FILE: expected one file or more", "llvm-lines");
    refuses("expected a file, found nothing there", "llvm-lines", "nowhere.ll");
    refuses("expected LLVM IR text, found bytes", "llvm-lines", Shell.SAMPLE.toString());
    Path empty = Files.createFile(folder.resolve("empty.ll"));
    refuses(empty + ": expected LLVM IR text, found an empty file", "llvm-lines", empty.toString());
    refuses("--by: expected one of generic, symbol", "llvm-lines", ir("tally.ll"), "--by", "crate");
    refuses(
        "found both",
        "llvm-lines",
        ir("tally.ll"),
        "--since",
        ir("tally.ll"),
        "--binary",
        Shell.SAMPLE.toString());
    refuses(
        "--sort: expected --binary beside file", "llvm-lines", ir("tally.ll"), "--sort", "file");
    refuses("no-such: expected a file", "llvm-lines", ir("tally.ll"), "--binary", "no-such");
  }
}
