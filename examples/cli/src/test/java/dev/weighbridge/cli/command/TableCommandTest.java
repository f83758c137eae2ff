package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code table}. */
class TableCommandTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir Path folder;

  @Test
  void filesAreRowsOneAfterAnother() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), SAMPLE + "\n" + SAMPLE + "\n");
    Shell.Outcome outcome = Shell.run("table", "--by", "file", "@" + list);
    assertThat(outcome.status()).isZero();
    String row = "weighbridge/table/1," + SAMPLE + ",,ELF,x86_64,,,,,,,,,,,,,,563536,441102,,,";
    assertThat(outcome.out().lines().skip(1)).containsExactly(row, row);
  }

  @Test
  void aFileThatIsNoneHasARowAndMakesTheStatusOne() throws IOException {
    String notes = Files.writeString(folder.resolve("notes"), "no program").toString();
    Path out = folder.resolve("out.jsonl");
    Shell.Outcome outcome =
        Shell.run("table", notes, SAMPLE, "--by", "kind", "--format", "json", "-o", out.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(notes + ": file at 0x0: expected a file of format ELF")
        .endsWith("weighbridge: 1 of 2 files could not be weighed\n");
    assertThat(Files.readAllLines(out))
        .anyMatch(line -> line.contains("notes\",\"error\":\"file at 0x0: expected a file of"))
        .anyMatch(line -> line.contains("\"kind\":\"code\",\"fileSize\":313070"));
  }

  @Test
  void aFileThatIsGoneHasARowToo() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), SAMPLE + "\nnowhere\n");
    Path out = folder.resolve("out.csv");
    Shell.Outcome outcome = Shell.run("table", "@" + list, "--by", "file", "-o", out.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            """
            weighbridge: nowhere: expected a file, found none
            weighbridge: 1 of 2 files could not be weighed
            """);
    assertThat(Files.readAllLines(out))
        .anyMatch(line -> line.contains(",nowhere,\"expected a file, found none\""))
        .anyMatch(line -> line.contains("563536"));
  }

  @Test
  void mistakesAreToldBeforeAnythingIsWritten() {
    Path out = folder.resolve("out.csv");
    Shell.Outcome missing = Shell.run("table", "nowhere", "-o", out.toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).isEqualTo("weighbridge: nowhere: expected a file, found none\n");
    assertThat(out).doesNotExist();
    assertThat(Shell.run("table").err())
        .isEqualTo("weighbridge: FILE: expected one file or more, found none\n");
    assertThat(Shell.run("table", SAMPLE, "--by", "sections").err())
        .contains("did you mean section?");
    assertThat(Shell.run("table", SAMPLE, "--measure", "shipped").err())
        .isEqualTo(
            "weighbridge: --measure: expected shipped with --compress, which says how binaries"
                + " travel, found shipped alone\n");
  }
}
