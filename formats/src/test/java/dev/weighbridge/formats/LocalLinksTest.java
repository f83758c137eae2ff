package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.LinkTable.Link;
import dev.weighbridge.formats.LinkTable.Trait;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.LocalBinaries;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports and exports of the libraries of the machine, row by row. */
@RequiresNative("readelf")
class LocalLinksTest {
  private static final int FILES = 100;

  private static final Pattern SYMBOL =
      Pattern.compile(
          " +\\d+: .* (GLOBAL|WEAK|UNIQUE) +\\w+ +(?:\\[.*] +)?(\\w+|bad section index.*])"
              + " (\\S+)(?: \\(.*)?");

  static List<Path> libraries() throws IOException {
    List<Path> found = new ArrayList<>(LocalBinaries.all());
    for (String folder : List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
          files
              .filter(file -> file.getFileName().toString().contains(".so."))
              .filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
              .sorted()
              .limit(FILES)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void agreeWithReadelf(Path file) throws IOException {
    List<String> imports = new ArrayList<>();
    List<String> exports = new ArrayList<>();
    for (String line : NativeTool.lines("readelf", "--dyn-syms", "-W", file)) {
      Matcher symbol = SYMBOL.matcher(line);
      if (symbol.matches()) {
        (symbol.group(2).equals("UND") ? imports : exports).add(symbol.group(3));
      }
    }
    BinaryImage image =
        FormatRegistry.installed().read(file.toString(), FileMapper.open(file)).images().get(0);
    assertThat(image.imports().stream().map(LocalLinksTest::text)).isEqualTo(imports);
    assertThat(image.exports().stream().map(LocalLinksTest::text)).isEqualTo(exports);
  }

  /** As the tool writes it: bytes one by one, a version behind one or two signs. */
  private static String text(Link link) {
    String name =
        new String(link.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    boolean isDefault = link.library().isEmpty() && !link.traits().contains(Trait.HIDDEN);
    return link.version().isEmpty() || link.version().equals(link.name())
        ? name
        : name + (isDefault ? "@@" : "@") + link.version();
  }
}
