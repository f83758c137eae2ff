package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.wasm.internal.WasmFormat;
import dev.weighbridge.wasm.operators.OperatorCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of others: each opens without a diagnostic, and each body ends where its size says. Give
 * the folder with {@code -Dweighbridge.wasm.corpus=FOLDER}.
 */
@EnabledIfSystemProperty(named = CorpusTest.FOLDER, matches = ".+")
class CorpusTest {
  static final String FOLDER = "weighbridge.wasm.corpus";

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty(FOLDER)))) {
      return files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isUnderstood(Path path) throws IOException {
    BinaryFile file = new WasmFormat().read(path.toString(), FileMapper.open(path));
    assertThat(file.diagnostics()).isEmpty();
    for (BinaryImage image : file.images()) {
      WasmModule module = WasmModule.of(image.bytes(), image.fileStart());
      for (int row = 0; row < module.functions().count(); row++) {
        OperatorCursor code = module.code(row);
        int depth = 1;
        while (code.next()) {
          depth = code.depth();
        }
        assertThat(depth).isZero();
        assertThat(code.end()).isEqualTo(module.functions().bodyEnd(row));
      }
    }
  }
}
