package dev.weighbridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What files are called, and what is said of those that cannot be read. */
class FileNamesTest {
  @TempDir Path folder;

  private Path encoded(String name) {
    return Path.of(URI.create(folder.toUri() + name));
  }

  private List<String> names(Path... arguments) throws IOException {
    List<String> words = List.of(arguments).stream().map(Path::toString).toList();
    return FleetInputs.of(words).stream().map(FleetFile::name).toList();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesThatAreNoTextAreKeptApart() throws IOException {
    for (String name : List.of("a%FF", "a%FE", "a%25FF", "plain%20x")) {
      Files.writeString(encoded(name), name);
    }
    Path inside = Files.createDirectories(encoded("d%FF")).resolve("in");
    Files.writeString(inside, "");
    assertThat(names(folder)).containsExactly("a%FE", "a%FF", "a%FF%", "d%FF/in", "plain x");
    assertThat(FleetInputs.of(List.of(folder.toString())).get(2).path()).hasContent("a%FF");
    Path other = Files.createDirectories(folder.resolve("other"));
    assertThat(names(folder, other))
        .contains(folder + "/plain x", folder.toUri().getPath() + "a%FE");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linksAreNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    Files.writeString(folder.resolve("file"), "");
    assertThat(names(folder)).containsExactly("file");
    assertThat(names(Files.createDirectories(folder.resolve("empty")))).isEmpty();
  }

  @Test
  void whyAFileCannotBeReadIsOneSentenceWithoutItsName() throws IOException {
    assertThat(sentence(new IOException("at/x: expected a regular file, found a special file")))
        .isEqualTo("expected a regular file, found a special file");
    assertThat(sentence(new UncheckedIOException(new AccessDeniedException("at/x"))))
        .isEqualTo("expected a readable file, found no permission to read it");
    assertThat(sentence(new IOException("Input/output error")))
        .isEqualTo("IOException: Input/output error");
  }

  private static String sentence(Exception why) {
    return Outcome.failed("x", "", 0, why).error();
  }
}
