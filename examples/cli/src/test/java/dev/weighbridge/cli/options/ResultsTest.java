package dev.weighbridge.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void aLinkToNothingYetLeadsToTheResult() throws IOException {
    Path middle = Files.createSymbolicLink(folder.resolve("middle"), Path.of("result"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), middle);
    assertThat(Shell.run("size", "-n", "1", "-o", link.toString()).status()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(middle).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("result"))).startsWith("tally: ELF");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    Outcome outcome = Shell.run("size", "-n", "1", "-o", link.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("links that lead in a circle").hasLineCount(1);
  }

  @Test
  void aResultHasTheModeOfTheOldOne() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path target = Files.writeString(folder.resolve("result"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(Shell.run("size", "-n", "1", "-o", target.toString()).status()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneLineWithoutNamesOfOurs() {
    Outcome missing = Shell.run("size", "-o", folder.resolve("none").resolve("x").toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).endsWith(": expected a file to write, found no folder for it\n");
    Outcome directory = Shell.run("size", "-o", folder.toString());
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.err()).endsWith(": expected a file to write, found a directory\n");
  }

  @Test
  void settingsAreReadFromFilesOnly() {
    assumeThat(Path.of("/dev/zero")).exists();
    refusesZero("size", "x", "--debug-file", "/dev/zero");
    refusesZero("size", "x", "--by", "symbol", "--rules", "/dev/zero");
    refusesZero("lint", "x", "--config", "/dev/zero");
    refusesZero("lint", "x", "--baseline", "/dev/zero");
    refusesZero("check", "x", "--budget", "/dev/zero");
    refusesZero("size", "/dev/zero");
    refusesZero("explain", "/dev/zero", "@0");
  }

  private static void refusesZero(String... command) {
    String[] words = command.clone();
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].equals("x") ? Shell.SAMPLE.toString() : words[i];
    }
    Outcome outcome = Shell.run(words);
    assertThat(outcome.status()).as(String.join(" ", words)).isEqualTo(2);
    assertThat(outcome.err()).contains("/dev/zero: expected ", "special file").hasLineCount(1);
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
