package dev.weighbridge.formats.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The services of the module path and those of the class path are the same. */
class ServicesTest {
  @Test
  void providesWhatTheServiceFilesSay() throws IOException, URISyntaxException {
    Path classes = classes();
    Map<String, List<String>> provided = new TreeMap<>();
    try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
      for (Provides provides : ModuleDescriptor.read(descriptor).provides()) {
        provided.put(provides.service(), provides.providers().stream().sorted().toList());
      }
    }
    Map<String, List<String>> listed = new TreeMap<>();
    try (Stream<Path> files = Files.list(classes.resolve("META-INF/services"))) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        listed.put(
            file.getFileName().toString(),
            lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .sorted()
                .toList());
      }
    }
    assertThat(provided).isNotEmpty().isEqualTo(listed);
  }

  @Test
  void findsTheFormats() {
    assertThat(FormatRegistry.installed().formats())
        .extracting(BinaryFormat::name)
        .contains("ELF")
        .isSorted();
  }

  /** The folder of compiled classes, not of tests. */
  private static Path classes() throws URISyntaxException {
    URI place = BinaryFormat.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(place);
  }
}
