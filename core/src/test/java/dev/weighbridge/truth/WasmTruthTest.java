package dev.weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of Wasm say whose source a function is; which crate compiled it, the map of its link. */
class WasmTruthTest {
  @TempDir private Path folder;

  @Test
  void functionsAreOfTheCrateThatCompiledThem() throws IOException {
    Path module = unpacked("app.wasm");
    MapScore score = MapScore.of("app, Wasm", module, unpacked("app.wasm.map"));
    assertThat(score.code().claimed()).as(score.row()).isGreaterThanOrEqualTo(0.99);
    // By names alone it is two fifths.
    assertThat(score.code().rightOfClaimed()).as(score.row()).isGreaterThanOrEqualTo(0.97);
  }

  private Path unpacked(String name) throws IOException {
    Path file = folder.resolve(name);
    String resource = "/truth/" + name + ".gz";
    try (InputStream packed =
        Objects.requireNonNull(WasmTruthTest.class.getResourceAsStream(resource))) {
      Files.copy(new GZIPInputStream(packed), file);
    }
    return file;
  }
}
