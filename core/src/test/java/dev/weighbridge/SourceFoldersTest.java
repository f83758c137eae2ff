package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of sources that lie elsewhere than debug information says, and none from other places. */
class SourceFoldersTest {
  @TempDir Path folder;

  private Path sources;

  @BeforeEach
  void write() throws IOException {
    sources = Files.createDirectories(folder.resolve("sources"));
    Path file = sources.resolve("src/a.rs");
    Files.createDirectories(sources.resolve("src"));
    Files.writeString(file, "one\r\n\ttwo \n\nfour");
    Files.writeString(folder.resolve("outside.rs"), "secret");
  }

  @ParameterizedTest
  @CsvSource({"1, one", "2, two", "3, ''", "4, four"})
  void linesAreCountedFromOne(int number, String text) {
    SourceFolders folders = SourceFolders.of(List.of(sources), Map.of());
    assertThat(folders.line("/build/x/src/a.rs", "a.rs", number)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "-1", "2147483647"})
  void otherLinesAreNotThere(int number) {
    SourceFolders folders = SourceFolders.of(List.of(sources), Map.of());
    assertThat(folders.line("/build/x/src/a.rs", "src/a.rs", number)).isEmpty();
  }

  @Test
  void aBeginningOfPathsMayBeAnotherFolder() {
    SourceFolders folders = SourceFolders.of(List.of(), Map.of("/build/x", sources));
    assertThat(folders.line("/build/x/src/a.rs", "a.rs", 1)).contains("one");
    assertThat(folders.line("/build/xy/src/a.rs", "a.rs", 1)).isEmpty();
    assertThat(folders.line("/build/x", "x", 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/build/x/../outside.rs",
        "../outside.rs",
        "/build/x/src/../../outside.rs",
        "",
        "/",
        "src"
      })
  void noFileOutsideOfTheFoldersIsOpened(String path) {
    SourceFolders folders = SourceFolders.of(List.of(sources), Map.of("/build/x", sources));
    assertThat(folders.line(path, path, 1)).isEmpty();
  }

  @Test
  void noLinkLeadsOutside() throws IOException {
    Files.createSymbolicLink(sources.resolve("link.rs"), folder.resolve("outside.rs"));
    SourceFolders folders = SourceFolders.of(List.of(sources), Map.of());
    assertThat(folders.line("/b/link.rs", "link.rs", 1)).isEmpty();
  }

  @Test
  void nothingIsOpenedWithoutFolders() {
    assertThat(SourceFolders.none().line(sources + "/src/a.rs", "src/a.rs", 1)).isEmpty();
  }

  /** The line that {@code llvm-symbolizer} prints of the address, from a file of numbered lines. */
  @Test
  void explainsWithTheTextOfTheLine() throws IOException {
    Path file = sources.resolve("library/alloc/src/alloc.rs");
    Files.createDirectories(sources.resolve("library/alloc/src"));
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 120; line++) {
      text.append("  line ").append(line).append('\n');
    }
    Files.writeString(file, text);
    BinaryModel model =
        BinaryModel.of("app", Fixtures.bytes("dwarf/app-full-v5-v0-zlib"), OpenOptions.DEFAULT);
    Explanation known = model.explainAddress(0x65b3).orElseThrow();
    SourceFolders folders = SourceFolders.of(List.of(sources), Map.of());
    List<Explanation.Layer> layers = model.withDebugInformation(known, folders).layers();
    Explanation.Layer last = layers.get(layers.size() - 1);
    assertThat(last.name()).isEqualTo("source");
    assertThat(last.text()).isEqualTo("line 93");
    assertThat(model.withDebugInformation(known).layers()).hasSize(layers.size() - 1);
  }
}
