package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManPagesTest {
  /** Requests of man(7) that the pages use. */
  private static final List<String> REQUESTS =
      List.of(".TH", ".SH", ".PP", ".TP", ".B", ".I", ".BR");

  @TempDir private Path folder;

  @Test
  void thereIsAPageOfEachCommand() throws IOException {
    ManPages.main(new String[] {folder.resolve("man1").toString()});
    try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
      assertThat(pages).hasSize(Commands.names().size() + 1);
    }
    assertThat(folder.resolve("man1/weighbridge.1")).content().contains(".B size\n");
  }

  @Test
  void everyOptionIsThere() throws IOException {
    for (String name : Commands.names()) {
      String page = ManPages.of(Commands.known(name).spec());
      Commands.known(name).spec().options().stream()
          .flatMap(option -> Stream.of(option.names()))
          .forEach(option -> assertThat(page).contains(option.replace("-", "\\-")));
    }
  }

  @Test
  void noWordIsARequest() {
    String page = ManPages.of(Commands.known("size").spec());
    assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allSatisfy(line -> assertThat(REQUESTS).contains(line.split(" ", 2)[0]));
  }
}
