package dev.weighbridge.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSettingsTest {
  private static final String TEXT =
      """
      fail-on = "error"

      [limits]
      file = "600 KiB"

      [defaults]
      rows = 5
      wide = true

      [defaults.size]
      by = ["crate", "symbol"]
      """;

  @TempDir Path folder;

  @Test
  void oneFileHasTheSettingsOfAll() {
    ProjectSettings settings = ProjectSettings.parse("weighbridge.toml", TEXT);

    assertThat(settings.lint().failOn()).isEqualTo(Severity.ERROR);
    assertThat(settings.hasBudget()).isTrue();
    assertThat(settings.budget().limits()).hasSize(1);
    assertThat(settings.budget().source()).isEqualTo("weighbridge.toml");
    String place = "weighbridge.toml: line ";
    assertThat(settings.defaults())
        .containsExactly(
            new DefaultOption("", "rows", List.of("5"), false, place + "7: defaults.rows"),
            new DefaultOption("", "wide", List.of("true"), true, place + "8: defaults.wide"),
            new DefaultOption(
                "size", "by", List.of("crate", "symbol"), false, place + "11: defaults.size.by"));
    assertThat(settings).hasToString("weighbridge.toml: 3 defaults, a budget");
  }

  @Test
  void whatIsNotThereIsAsItIsByItself() {
    ProjectSettings settings = ProjectSettings.parse("weighbridge.toml", "");

    assertThat(settings.lint().failOn()).isEqualTo(Severity.WARNING);
    assertThat(settings.hasBudget()).isFalse();
    assertThat(settings.budget().limits()).isEmpty();
    assertThat(settings.defaults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "defauls = 1 | line 1: defauls: expected one of fail-on, rules, allow, limits, growth,"
            + " trend, defaults, found defauls; did you mean defaults?",
        "defaults = 1 | line 1: defaults: expected a table, found '1'",
        "[defaults.size.by]\\nx = 1 | line 1: defaults.size.by: expected a text, a number, a truth"
            + " value, or a list of such, found a table",
        "[defaults]\\nby = [[1]] | line 2: defaults.by: expected a text, a number, a truth value,"
            + " or a list of such, found a list",
      })
  void otherKeysAreOneError(String text, String message) {
    assertThatThrownBy(() -> ProjectSettings.parse("weighbridge.toml", text.replace("\\n", "\n")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("weighbridge.toml: " + message);
  }

  @Test
  void theNearestFileUpwardsIsFound() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("one/two"));
    Path top = Files.writeString(folder.resolve(ProjectSettings.FILE_NAME), "");
    // A folder of that name is none.
    Files.createDirectory(folder.resolve("one").resolve(ProjectSettings.FILE_NAME));

    assertThat(ProjectSettings.find(deep)).contains(top);
    assertThat(ProjectSettings.find(folder)).contains(top);
    Path near = Files.writeString(deep.resolve(ProjectSettings.FILE_NAME), TEXT);
    assertThat(ProjectSettings.find(deep)).contains(near);
    assertThat(ProjectSettings.read(near).source()).isEqualTo(near.toString());
    assertThat(ProjectSettings.find(Path.of("/"))).isEmpty();
  }
}
