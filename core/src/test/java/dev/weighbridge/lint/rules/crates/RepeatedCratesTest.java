package dev.weighbridge.lint.rules.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.duplicates.CrateCopies;
import dev.weighbridge.duplicates.CrateCopies.Copy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of versions, where the standard library has a copy that nobody can choose. */
class RepeatedCratesTest {
  private static final Copy OF_STD = new Copy(9, CrateOrigin.STANDARD, 900);

  private static String versions(String first, String second) {
    return RepeatedCrates.versions(
        new CrateCopies(
            0,
            "hashbrown",
            List.of(
                new Copy(1, CrateOrigin.USER, 300, first),
                new Copy(2, CrateOrigin.USER, 200, second),
                OF_STD),
            List.of("0.11.9", "0.12.3", "0.16.1"),
            500));
  }

  @Test
  void versionOfStdIsNotOneOfTheCopies() {
    assertThat(versions("0.12.3", "0.11.9")).isEqualTo(" (versions 0.11.9, 0.12.3)");
  }

  @Test
  void versionsThatAreOfSomeCopySaySo() {
    assertThat(versions("0.12.3", ""))
        .isEqualTo(" (versions 0.11.9, 0.12.3, 0.16.1, the standard library's copy among them)");
  }
}
