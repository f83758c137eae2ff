package dev.weighbridge.formats.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.Match.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side files are told by what they say of themselves, and every place looked at is kept. */
class SideFilesTest {
  private final Diagnostics diagnostics = new Diagnostics();

  /** A kind whose files begin with "note:" and go on with an identity. */
  private record Notes(String identity, List<String> fileNames) implements SideFileKind<String> {
    @Override
    public String name() {
      return "note";
    }

    private static String text(Bytes bytes) {
      return bytes.text(0, bytes.length());
    }

    @Override
    public Match match(Bytes candidate) {
      if (!text(candidate).startsWith("note:")) {
        throw new MalformedBinaryException("note", 0, "note:", "something else");
      }
      return Match.ofIdentities(identity, text(candidate).substring(5), "no identity");
    }

    @Override
    public String read(SideFile file, Diagnostics problems) {
      return file.name();
    }
  }

  private static SideFile file(String name, String text) {
    return new SideFile(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takesTheFirstGivenFileThatFits() {
    SideFiles files = SideFiles.of(file("a", "note:2"), file("b", "note:1"), file("c", "note:1"));
    assertThat(files.find(new Notes("1", List.of()), diagnostics)).contains("b");
    assertThat(files.attempts())
        .extracting(attempt -> attempt.place() + " " + attempt.match().outcome())
        .containsExactly("a OTHER_BUILD", "b FITS");
    assertThat(diagnostics.list().get(0).sentence()).isEqualTo("a: expected 1, found 2");
  }

  @Test
  void refusesGivenFilesThatTurnOutUseless() {
    SideFiles other = SideFiles.of(file("a", "note:2"));
    assertThat(other.find(new Notes("1", List.of()), diagnostics)).isEmpty();
    assertThatThrownBy(other::requireUseOfGiven)
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage("a: expected note: 1, found 2");

    SideFiles foreign = SideFiles.of(file("a", "a letter"));
    assertThat(foreign.find(new Notes("1", List.of()), diagnostics)).isEmpty();
    assertThatThrownBy(foreign::requireUseOfGiven)
        .hasMessage("a: expected note: note:, found something else");

    SideFiles silent = SideFiles.of(file("a", "note:"));
    assertThat(silent.find(new Notes("1", List.of()), diagnostics)).isEmpty();
    assertThatThrownBy(silent::requireUseOfGiven)
        .hasMessage("a: expected note: 1, found no identity");

    assertThatThrownBy(SideFiles.of(file("a", "note:1"))::requireUseOfGiven)
        .hasMessage("a: expected a binary that takes side files, found one that takes none");
  }

  @Test
  void acceptsAFileThatOneOfTwoKindsWants() {
    SideFiles files = SideFiles.of(file("a", "note:1"));
    assertThat(files.find(new Notes("2", List.of()), diagnostics)).isEmpty();
    assertThat(files.find(new Notes("1", List.of()), diagnostics)).contains("a");
    assertThatCode(files::requireUseOfGiven).doesNotThrowAnyException();
  }

  @Test
  void looksBesideTheBinaryAndNowhereElse(@TempDir Path folder) throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.writeString(folder.resolve("outside"), "note:1");
    Files.writeString(inner.resolve("right"), "note:1");
    SideFiles files = SideFiles.beside(inner.resolve("program"));
    Notes notes = new Notes("1", List.of("../outside", "a\0b", "absent", "right", "never"));
    assertThat(files.find(notes, diagnostics)).contains("right");
    assertThat(files.attempts())
        .extracting(attempt -> attempt.place() + ": " + attempt.match().found())
        .containsExactly(
            "../outside: no such file", "a\0b: no such file", "absent: no such file", "right: 1");
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void tellsOutcomesApart() {
    assertThat(Match.ofIdentities("1", "1", "-").outcome()).isEqualTo(Outcome.FITS);
    assertThat(Match.ofIdentities("1", "2", "-").outcome()).isEqualTo(Outcome.OTHER_BUILD);
    assertThat(Match.ofIdentities("", "2", "-").outcome()).isEqualTo(Outcome.CANNOT_TELL);
  }
}
