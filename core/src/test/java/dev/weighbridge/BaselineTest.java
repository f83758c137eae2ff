package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the last release exported is still exported; japicmp looks at classes and members only. */
class BaselineTest {
  @ParameterizedTest
  @ValueSource(strings = {"demangle", "formats", "wasm", "core"})
  void packagesOfTheBaselineAreExported(String module) throws IOException {
    List<String> before;
    try (FileSystem jar =
        FileSystems.newFileSystem(Path.of("../" + module, "src/api/baseline.jar"))) {
      before = exported(jar.getPath("module-info.class"));
    }

    assertThat(before).isNotEmpty();
    assertThat(exported(Path.of("../" + module, "target/classes/module-info.class")))
        .as(module)
        .containsAll(before);
  }

  private static List<String> exported(Path descriptor) throws IOException {
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(export -> !export.isQualified())
          .map(Exports::source)
          .sorted()
          .toList();
    }
  }
}
