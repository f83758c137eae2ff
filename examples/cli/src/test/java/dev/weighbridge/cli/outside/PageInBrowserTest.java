package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.cli.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * Pages of all kinds in a real browser, clicked through by {@code docs/images/check.mjs}; where
 * Chromium and Node.js are installed. Where the environment variable AXE names a file {@code
 * axe.min.js}, accessibility is checked, too.
 */
@Tag("native")
@DisabledOnOs(OS.WINDOWS)
class PageInBrowserTest {
  private static final Path CHECK =
      Path.of("..", "..", "docs", "images", "check.mjs").toAbsolutePath().normalize();
  private static final Path BUILDS =
      Path.of("..", "..", "core", "src", "test", "resources", "fixtures", "advisor");

  @TempDir Path folder;

  private static boolean isInstalled(String command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String build(String name) throws IOException {
    Path file = folder.resolve(name);
    try (XZInputStream packed =
            new XZInputStream(Files.newInputStream(BUILDS.resolve(name + ".xz")));
        OutputStream out = Files.newOutputStream(file)) {
      packed.transferTo(out);
    }
    return file.toString();
  }

  private void write(String page, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    String format = page.substring(page.indexOf('.') + 1);
    all.addAll(List.of("--format", format, "-o", folder.resolve(page).toString()));
    // 1 is what lint says where it has found something.
    assertThat(Shell.run(all.toArray(String[]::new)).status()).as(page).isLessThan(2);
  }

  @Test
  void pagesDoWhatReadersClick() throws Exception {
    assumeTrue(isInstalled("chromium"), "chromium is not installed");
    assumeTrue(isInstalled("node"), "node is not installed");
    String sample = Shell.SAMPLE.toString();
    write("size.html", "size", sample);
    write("size.svg", "size", sample);
    write("retained.html", "retained", sample);
    write("lint.html", "lint", sample);
    String old = build("j2c-release");
    String now = build("j2c-lto-z-abort");
    write("diff.html", "diff", old, now);
    write("compare.html", "compare", old, now);
    List<String> words = new ArrayList<>(List.of("node"));
    if (needsSwitch()) {
      words.addAll(List.of("--experimental-websocket", "--no-warnings"));
    }
    words.addAll(List.of(CHECK.toString(), folder.toString()));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** Node 20 has the WebSocket that drives the browser behind a switch, later versions as it is. */
  private static boolean needsSwitch() throws IOException, InterruptedException {
    String question = "process.exit(typeof WebSocket === 'undefined' ? 1 : 0)";
    return new ProcessBuilder("node", "-e", question).start().waitFor() != 0;
  }
}
