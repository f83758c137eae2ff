package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.language.FileOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice that is followed: programs are built, built again as the advice says, and compared. */
class AdviceTriedTest {
  private static final Path SAMPLE = Path.of("..", "examples", "cli", "src", "sample", "tally.rs");
  private static final Path CONVERTER =
      Path.of("src", "test", "resources", "fixtures", "advisor", "j2c.rs");
  private static final String IN_C =
      """
      #include <stdio.h>
      static int twice(int n) { return 2 * n; }
      int main(int argc, char **argv) { return printf("%s %d", argv[0], twice(argc)) < 0; }
      """;

  @TempDir private Path folder;

  /** The size of what rustc makes of a source with some options besides the usual ones. */
  private Path rust(Path source, String name, String... options) {
    Path out = folder.resolve(name);
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("--edition", "2021", "--crate-name", "tried", "-C", "opt-level=3"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-o", out, source));
    NativeTool.lines("rustc", arguments.toArray());
    assertThat(out).as(name).exists();
    return out;
  }

  private static Saving saving(Path file, String rule) throws IOException {
    return finding(file, rule).saving();
  }

  private static Finding finding(Path file, String rule) throws IOException {
    LintConfig all = LintConfig.parse("t", "[rules." + rule + "]\nmin-bytes = 1\n");
    LintConfig config = rule.equals("identical-functions") ? all : LintConfig.DEFAULT;
    Linter linter = Linter.installed().with(config);
    return linter.lint(BinaryModel.open(file).attribution()).findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static long saved(Path before, Path after) throws IOException {
    return Files.size(before) - Files.size(after);
  }

  private static void assertInRange(Path before, Path after, String rule) throws IOException {
    Saving saving = saving(before, rule);
    assertThat(saving.isRange()).as(rule).isTrue();
    assertThat(saved(before, after)).as(rule).isBetween(saving.least(), saving.most());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @RequiresNative("rustc")
  void programsInRustSaveWhatIsSaid(boolean isSample) throws IOException {
    Path source = isSample ? SAMPLE : CONVERTER;
    String[] together = {"-C", "lto=fat", "-C", "codegen-units=1"};
    Path usual = rust(source, "usual", "-C", "strip=debuginfo");
    assumeTrue(FileOrigin.of(BinaryModel.open(usual).attribution()).isByLld(), "linked by LLD");
    Path stripped = rust(source, "stripped", "-C", "strip=symbols");
    assertThat(saved(usual, stripped)).isEqualTo(saving(usual, "strip-symbols").bytes());

    Path folded = rust(source, "folded", "-C", "strip=symbols", "-C", "link-arg=-Wl,--icf=all");
    assertThat(saved(stripped, folded))
        .isCloseTo(saving(stripped, "identical-functions").bytes(), within(160L));

    Path aborting = rust(source, "aborting", "-C", "strip=symbols", "-C", "panic=abort");
    assertInRange(stripped, aborting, "panic-unwind");

    Path joined = rust(source, "joined", with(together, "strip=symbols"));
    assertInRange(stripped, joined, "lto");
    Path small = rust(source, "small", with(together, "strip=symbols", "opt-level=z"));
    assertInRange(joined, small, "opt-size");
  }

  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    for (String option : more) {
      all.add("-C");
      all.add(option);
    }
    return all.toArray(String[]::new);
  }

  /** What GNU strip leaves of a program in C, and what GNU ld does without page borders. */
  @Test
  @RequiresNative({"gcc", "strip"})
  void programsInCSaveWhatIsSaid() throws IOException {
    Path usual = folder.resolve("usual");
    Path source = Files.writeString(folder.resolve("usual.c"), IN_C);
    NativeTool.lines("gcc", "-g", "-O2", "-o", usual, source);
    Path stripped = folder.resolve("stripped");
    NativeTool.lines("strip", "--strip-all", "-o", stripped, usual);
    long promised = saving(usual, "strip-debug").bytes() + saving(usual, "strip-symbols").bytes();
    assertThat(saved(usual, stripped)).isEqualTo(promised);
    assertThat(finding(usual, "strip-symbols").fix().get(0)).startsWith("strip --strip-all");
  }
}
