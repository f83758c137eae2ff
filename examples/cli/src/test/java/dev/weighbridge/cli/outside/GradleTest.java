package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.cli.Launcher;
import java.io.IOException;
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

/** Builds a project with the recipe of {@code examples/gradle}, where a Gradle is installed. */
@Tag("native")
@DisabledOnOs(OS.WINDOWS)
class GradleTest {
  private static final Path RECIPE =
      Path.of("..", "gradle", "weighbridge.gradle").toAbsolutePath().normalize();
  private static final Path BUILDS =
      Path.of("..", "..", "core", "src", "test", "resources", "diff").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Path project;
  private int status;

  private String gradle(String... tasks) throws Exception {
    List<String> words = new ArrayList<>(List.of("gradle", "--offline", "--no-daemon"));
    words.addAll(List.of("--console", "plain", "--gradle-user-home"));
    words.add(folder.resolve("home").toString());
    words.addAll(List.of(tasks));
    Process process =
        new ProcessBuilder(words).directory(project.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    status = process.waitFor();
    return said;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("gradle", "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(project.resolve(name), text);
  }

  private String report(String name) throws IOException {
    return Files.readString(project.resolve("build").resolve("weighbridge").resolve(name));
  }

  @Test
  void tasksHoldProgramsToBudgetsAndDoNothingTwice() throws Exception {
    assumeTrue(isInstalled(), "gradle is installed");
    project = Files.createDirectory(folder.resolve("project"));
    Files.copy(BUILDS.resolve("shapes-v0-a"), project.resolve("old"));
    Files.copy(BUILDS.resolve("shapes-v0-more"), project.resolve("app"));
    write("budget.toml", "[limits]\nfile = '40 KB'\n");
    write("growth.toml", "[growth]\nfile = '4 KiB'\n");
    write("settings.gradle", "rootProject.name = 'app'\n");
    write(
        "build.gradle",
        """
        apply from: '%s'

        tasks.withType(Weigh) {
            command = ['%s']
            program = file('app')
        }
        task holds(type: Weigh) {
            option '--budget', file('budget.toml')
            formats = ['text', 'junit', 'sarif']
        }
        task breaks(type: Weigh) {
            since = file('old')
            option '--budget', file('growth.toml')
            reports = file('build/broken')
        }
        task grows(type: Weigh) {
            goal = 'diff'
            since = file('old')
            option '--by', 'section'
        }
        """
            .formatted(RECIPE, Launcher.in(folder)));

    String first = gradle("--continue", "holds", "breaks", "grows");
    assertThat(status).as(first).isEqualTo(1);
    assertThat(first)
        .containsPattern("(?m)^:holds$|^> Task :holds$")
        .contains(
            ":breaks FAILED",
            "file: 37,592 bytes, 5,424 more than before, allowed 4,096 bytes more",
            "+2,613 shapes (now 9,083 bytes)");
    assertThat(report("app-check.text")).contains("within its budget");
    assertThat(report("TEST-app-check.xml")).contains("<testcase ");
    assertThat(report("app-check.sarif")).contains("\"version\":\"2.1.0\"");
    assertThat(report("app-diff.text")).contains(".text", "5,424");

    assertThat(gradle("--continue", "holds", "breaks", "grows"))
        .contains(":holds UP-TO-DATE", ":breaks FAILED", ":grows UP-TO-DATE");

    write("budget.toml", "[limits]\nfile = '4O KB'\n");
    assertThat(gradle("holds", "grows")).contains(":holds FAILED", "budget.toml", "found '4O KB'");
    assertThat(status).isEqualTo(1);
  }
}
