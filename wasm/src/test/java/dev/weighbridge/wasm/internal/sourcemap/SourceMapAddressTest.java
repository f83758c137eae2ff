package dev.weighbridge.wasm.internal.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module may say of the place of its source map: an address, in all that one may be. */
class SourceMapAddressTest {
  private static final byte[] NAME = "sourceMappingURL".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MAP = Fixtures.array("sourcemap/art-sourcemap.wasm.map");

  @TempDir Path folder;

  /**
   * The module of the fixtures, in which the section with the address, its last, is another one.
   */
  private static Bytes module(String address) {
    byte[] module = Fixtures.array("sourcemap/art-sourcemap.wasm");
    String text = new String(module, StandardCharsets.ISO_8859_1);
    int name = text.indexOf(new String(NAME, StandardCharsets.US_ASCII));
    int start = name - 3; // Identifier and length of the section, length of the name.
    int end = start + 2 + module[start + 1];
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    put(content, NAME);
    put(content, address.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(module, 0, start);
    out.write(0);
    put(out, content.toByteArray());
    out.write(module, end, module.length - end);
    return Bytes.of(out.toByteArray());
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    int rest = bytes.length;
    for (; rest > 127; rest >>>= 7) {
      out.write((rest & 127) | 128);
    }
    out.write(rest);
    out.writeBytes(bytes);
  }

  private static BinaryFile read(String address, SideFiles files) {
    return FormatRegistry.installed().read("m.wasm", module(address), files);
  }

  /** What {@code llvm-dwarfdump} prints of the same module with DWARF. */
  private static void assertIsTruth(DebugInformation debug) {
    LineTable lines = debug.lines();
    Map<String, Long> bytes = new TreeMap<>();
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        if (lines.file(row) >= 0) {
          String path = lines.sources().path(lines.file(row));
          bytes.merge(path, lines.end(run, row) - lines.start(run, row), Long::sum);
        }
      }
    }
    List<String> found = new ArrayList<>();
    bytes.forEach((source, size) -> found.add(size + " " + source));
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(Truth.of("dwarf/art.wasm").part("sources"));
    assertThat(debug.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:application/json;base64,",
        "data:application/json;charset=utf-8;base64,",
        "DATA:;BASE64,"
      })
  void theAddressMayBeTheMap(String head) {
    String address = head + Base64.getEncoder().encodeToString(MAP);
    BinaryFile file = read(address, SideFiles.none());
    assertThat(file.diagnostics()).isEmpty();
    assertIsTruth(file.images().get(0).debug());
    assertThat(file.images().get(0).debug().files()).hasSize(1);
  }

  @Test
  void theMapMayBeEscaped() throws URISyntaxException {
    String text = new String(MAP, StandardCharsets.UTF_8);
    String escaped = new URI("data", "application/json," + text, null).toASCIIString();
    assertThat(escaped).contains("%22version%22");
    assertIsTruth(read(escaped, SideFiles.beside(folder)).images().get(0).debug());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:application/json", "data:application/json;base64,e30", "data:,{}"})
  void anAddressWithoutAMapIsToldOf(String address) {
    BinaryFile file = read(address, SideFiles.none());
    DebugInformation debug = file.images().get(0).debug();
    assertThat(debug.lines().runCount()).isZero();
    List<String> said = new ArrayList<>();
    file.diagnostics().forEach(one -> said.add(one.sentence()));
    debug.diagnostics().forEach(one -> said.add(one.sentence()));
    assertThat(said).hasSize(1).allMatch(one -> one.startsWith("wasm.sourceMappingURL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my%20map.json",
        "my map.json",
        "my%20map.json?v=3",
        "my%20map.json#part",
        "https://example.com/assets/my%20map.json?v=3"
      })
  void bytesOfAFileNameMayBeEscaped(String address) throws IOException {
    Files.write(folder.resolve("my map.json"), MAP);
    SideFiles beside = SideFiles.beside(folder.resolve("m.wasm"));
    assertIsTruth(read(address, beside).images().get(0).debug());
  }
}
