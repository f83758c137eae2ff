package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weighbridge.cli.Shell.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv"})
  void aFileGetsWhatStandardOutputWouldGet(String format) throws IOException {
    Path target = folder.resolve("result");
    Outcome toFile = Shell.run("size", "--format", format, "-o", target.toString());
    assertThat(toFile).isEqualTo(new Outcome(0, "", ""));
    String printed = Shell.run("size", "--format", format).out();
    assertThat(Files.readString(target)).isEqualTo(printed);
    assertThat(listing()).containsExactly("result");
  }

  @Test
  void aResultReplacesAnOlderOne() throws IOException {
    Path target = Files.writeString(folder.resolve("result"), "x".repeat(1 << 20));
    assertThat(Shell.run("size", "-n", "1", "-o", target.toString()).status()).isZero();
    assertThat(Files.readString(target)).startsWith("tally: ELF").doesNotContain("xxx");
  }

  @Test
  void aLinkKeepsLeadingToItsFile() throws IOException {
    Path target = Files.writeString(folder.resolve("result"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    assertThat(Shell.run("size", "-n", "1", "-o", link.toString()).status()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).startsWith("tally: ELF");
  }

  @Test
  void aDeviceIsWrittenTo() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();
    assertThat(Shell.run("size", "-o", device.toString())).isEqualTo(new Outcome(0, "", ""));
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aFailureLeavesNoFileBehind() throws IOException {
    Path target = folder.resolve("result");
    assertThat(Shell.run("size", "missing", "-o", target.toString()).status()).isEqualTo(2);
    assertThat(listing()).isEmpty();
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFault() {
    for (String format : new String[] {"text", "json", "csv"}) {
      assertThat(run(new IOException("Broken pipe"), format)).isEqualTo(new Outcome(0, "", ""));
    }
  }

  @Test
  void aFullDiskIsAFault() {
    for (String format : new String[] {"text", "json", "csv"}) {
      Outcome outcome = run(new IOException("No space left on device"), format);
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("weighbridge: standard output: expected room to write, found ")
          .contains("No space left on device");
    }
  }

  private static Outcome run(IOException failure, String format) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw failure;
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status =
        new Weighbridge(new Console(InputStream.nullInputStream(), out, messages, 100))
            .run("size", "--format", format);
    return new Outcome(status, "", err.toString(StandardCharsets.UTF_8));
  }
}
