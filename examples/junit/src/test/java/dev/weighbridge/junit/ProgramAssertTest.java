package dev.weighbridge.junit;

import static dev.weighbridge.junit.WeighbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample is a Rust program of 563,536 bytes ({@code ls -l}) without debug information. */
class ProgramAssertTest {
  private static final Path TALLY = Path.of("..", "cli", "src", "sample", "tally");
  private static final Path BUILDS =
      Path.of("..", "..", "core", "src", "test", "resources", "diff");
  private static final Path OLD = BUILDS.resolve("shapes-v0-a");
  private static final Path NEW = BUILDS.resolve("shapes-v0-more");

  @TempDir Path folder;

  @Test
  void whatHoldsPasses() {
    assertThat(TALLY)
        .hasSizeAtMost("551 KiB")
        .hasMemorySizeAtMost("1 MiB")
        .hasCrate("core")
        .hasCrateOfAtMost("core", "200 KB")
        .hasCrateOfAtMost("serde", "1 KB")
        .hasSectionOfAtMost(".text", "320 KB")
        .hasNoCrate("serde")
        .hasNoSymbolMatching("^tokio::")
        .hasNoDebugInformation()
        .hasGrownAtMost(TALLY, "0 B");
  }

  @Test
  void aSizeThatIsBrokenTellsTheLargestRows() {
    assertThatThrownBy(() -> assertThat(TALLY).hasSizeAtMost("500 KiB"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("file: 563,536 bytes, allowed 512,000 bytes: 51,536 bytes too many")
        .hasMessageContaining("183,559 core\n");
  }

  @Test
  void aCrateThatIsThereTellsItsSymbols() {
    assertThatThrownBy(() -> assertThat(TALLY).hasNoCrate("core"))
        .hasMessageContaining("crate core: 183,559 bytes, allowed 0 bytes")
        .hasMessageContaining("12,123 core::unicode::unicode_data::conversions::to_lower\n");
    assertThatThrownBy(() -> assertThat(TALLY).hasNoSymbolMatching("::to_lower$"))
        .hasMessageContaining("12,123 core::unicode::unicode_data::conversions::to_lower");
    assertThatThrownBy(() -> assertThat(TALLY).as("our tool").hasCrate("serde"))
        .hasMessageContaining("[our tool]")
        .hasMessageContaining("the largest of its crates are\n  core, std, alloc");
  }

  /** In a folder of its own, where no separate debug file gives the names back. */
  @Test
  void aStrippedProgramIsNoProofOfAbsence() throws IOException {
    Path stripped =
        Files.copy(
            Path.of("..", "..", "formats/src/test/resources/fixtures/elf/c-split"),
            folder.resolve("stripped"));
    assertThatThrownBy(() -> assertThat(stripped).hasNoSymbolMatching("panic"))
        .hasMessageContaining("symbol /panic/: limited, but most code of the file has no names");
    assertThatThrownBy(() -> assertThat(stripped).hasNoCrate("serde"))
        .hasMessageContaining("most code of the file has no names");
    assertThat(stripped).hasNoDebugInformation();
  }

  @Test
  void debugInformationIsFound() {
    Path debug = Path.of("..", "..", "formats/src/test/resources/fixtures/elf/c-split.debug");
    assertThatThrownBy(() -> assertThat(debug).hasNoDebugInformation())
        .hasMessageContaining("kind debug: ")
        .hasMessageContaining(".debug_info");
  }

  /** 32,168 and 37,592 bytes, and what {@code weighbridge diff} says of them. */
  @Test
  void growthOverAStoredModelTellsWhatGrew() throws IOException {
    Path stored = folder.resolve("main.model");
    try (OutputStream out = Files.newOutputStream(stored)) {
      BinaryModel.open(OLD).save(out);
    }
    assertThat(NEW).hasGrownAtMost(stored, "17 %");
    assertThatThrownBy(() -> assertThat(NEW).hasGrownAtMost(stored, "4 KiB"))
        .hasMessageContaining(
            "5,424 more than before, allowed 4,096 bytes more: 1,328 bytes too many")
        .hasMessageContaining("+3,774 alloc (now 13,067 bytes)\n");
  }

  @Test
  void whatCannotBeReadNamesItself() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no program");
    assertThatThrownBy(() -> assertThat(text).hasSizeAtMost("1 KiB"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("notes.txt: expected a program, found ");
    assertThatThrownBy(() -> assertThat(TALLY).hasSizeAtMost("big"))
        .hasMessageContaining("expected a size such as 400 KiB");
    assertThatThrownBy(() -> assertThat(TALLY).hasGrownAtMost(TALLY, "much"))
        .hasMessageContaining("expected a size such as 8 KiB, a share such as 1.5 %");
  }
}
