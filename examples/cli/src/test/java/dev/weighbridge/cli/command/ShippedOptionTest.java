package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedOptionTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir private Path folder;
  private String ready = "";
  private long size;

  @BeforeEach
  void compress() throws IOException {
    Path file = folder.resolve("tally.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(Shell.SAMPLE, out);
    }
    ready = file.toString();
    size = Files.size(file);
  }

  @Test
  void addsTheMeasureAndSortsByIt() {
    Outcome outcome = Shell.run("size", SAMPLE, "--by", "kind", "--compressed", ready);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("Shipped  % of shipped  File size  Memory size     Code  kind\n")
        .contains("  [frame]\n")
        .contains(String.format("%,d        100.00    563,536      441,102", size));
    Outcome both =
        Shell.run("size", SAMPLE, "--compress", "gzip:1", "--measure", "file", "--format", "csv");
    assertThat(both.out()).startsWith("crate,symbol,fileSize,shipped,");
  }

  @Test
  void limitsTheDownload() throws IOException {
    Path budget = Files.writeString(folder.resolve("budget.toml"), "[limits]\nshipped = 1000\n");
    Outcome broken =
        Shell.run("check", SAMPLE, "--budget", budget.toString(), "--compressed", ready);
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("shipped").contains(String.format("%,d", size));
    Files.writeString(budget, "[limits.shipped.crate]\ncore = \"200 KiB\"\n");
    assertThat(
            Shell.run("check", SAMPLE, "--budget", budget.toString(), "--compress", "gzip")
                .status())
        .isZero();
  }

  @Test
  void listsWhatSpansCost() {
    Outcome outcome =
        Shell.run(
            "spans", SAMPLE, "--columns", "shipped", "--compressed", ready, "--format", "csv");
    assertThat(outcome.status()).isZero();
    long sum =
        outcome
            .out()
            .lines()
            .skip(1)
            .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
            .sum();
    assertThat(size - sum).isBetween(18L, 19L);
  }

  @Test
  void comparesDownloads() {
    Outcome outcome =
        Shell.run("diff", SAMPLE, SAMPLE, "--compressed", ready, "--compressed", ready);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("New: Shipped: tally.gz, gzip, ");
  }

  @Test
  void keepsItInASavedModel() {
    String model = folder.resolve("tally.wbm").toString();
    assertThat(Shell.run("save", SAMPLE, "--compressed", ready, "-o", model).status()).isZero();
    Outcome outcome = Shell.run("size", model, "--by", "kind", "--measure", "shipped");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains(String.format("%,d        100.00  total", size));
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    refuses(
        "--compress: expected gzip, gzip:1 to gzip:9, xz, or xz:0 to xz:9, or the file that the"
            + " tool makes: zstd -19 FILE, then --compressed FILE.zst, found 'zstd'",
        "--compress",
        "zstd");
    refuses(
        "--compress: expected one way to travel, found --compressed too",
        "--compress",
        "gzip",
        "--compressed",
        ready);
    refuses(
        "--compressed: expected a compressed file for each FILE, found 2",
        "--compressed",
        ready,
        "--compressed",
        ready);
    Path text = Files.writeString(folder.resolve("text"), "no stream at all");
    refuses(
        text
            + ": expected a file compressed by gzip, zstd or xz, a .br, or a program packed by UPX,"
            + " found another file",
        "--compressed",
        text.toString());
    Path gone = folder.resolve("gone.gz");
    refuses(
        gone + ": expected a readable file, found nothing there", "--compressed", gone.toString());
    refuses(
        "tally: shipped: expected the compressed file, or a way to compress, found neither",
        "--measure",
        "shipped");
  }

  private static void refuses(String message, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "size";
    words[1] = SAMPLE;
    System.arraycopy(options, 0, words, 2, options.length);
    Outcome outcome = Shell.run(words);
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err()).isEqualToIgnoringNewLines("weighbridge: " + message);
  }
}
