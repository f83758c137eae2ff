package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.items.LocalGroup;
import dev.weighbridge.wasm.items.WasmFunction;
import dev.weighbridge.wasm.operators.CodeReferences;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ReferenceKind;
import dev.weighbridge.wasm.operators.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the package's documentation, compiled and run. */
class TutorialTest {
  @TempDir Path folder;

  private WasmModule module() {
    try {
      Path path = Files.write(folder.resolve("a.wasm"), Fixtures.array("wasm/features.wasm"));
      return WasmModule.open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void listsSectionsAndTheLargestFunctions() {
    WasmModule module = module();
    List<String> lines = new ArrayList<>();
    for (WasmSection section : module.sections()) {
      lines.add(section.name() + " " + section.contentSize());
    }
    module.functions().stream()
        .sorted(Comparator.comparing(WasmFunction::bodySize).reversed())
        .limit(10)
        .forEach(f -> lines.add("func[" + f.index() + "] " + f.bodySize()));
    assertThat(lines).hasSize(14 + 10).contains("type 79", "func[11] 112");
  }

  @Test
  void listsOperatorsAndCalls() {
    WasmModule module = module();
    List<String> lines = new ArrayList<>();
    int function = 2;
    OperatorCursor code = module.code(function);
    while (code.next()) {
      lines.add(code.operator().mnemonic());
    }
    CodeReferences.visit(
        module.code(function),
        (kind, position, target, space) -> {
          if (kind == ReferenceKind.CALL) {
            lines.add("calls func[" + target + "]");
          }
        });
    assertThat(lines)
        .containsExactly("local.get", "i32.const", "return_call", "end", "calls func[4]");
  }

  @Test
  void tellsLocalsAndPadding() {
    WasmModule module = module();
    assertThat(module.locals(6)).containsExactly(new LocalGroup(1, new ValueType(0x7B, 0)));
    assertThat(module.paddedBytes(6)).isZero();
  }
}
