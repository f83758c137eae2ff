package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.ComponentName.Sort;
import dev.weighbridge.wasm.internal.WasmFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WasmComponentTest {
  private static BinaryFile read(Bytes bytes) {
    return new WasmFormat().read("test", bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"component", "j2c-component"})
  void findsTheNestedModules(String name) {
    WasmComponent component = WasmComponent.of(Fixtures.bytes("wasm/" + name + ".wasm"));
    List<String> found = new ArrayList<>();
    walk(component, "", found);
    List<String> expected =
        Fixtures.lines("wasm/" + name + ".wasm.modules.txt").stream()
            .filter(line -> line.contains(" offset=") && !line.contains("custom"))
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  private static void walk(WasmComponent component, String indent, List<String> found) {
    assertThat(component.diagnostics()).isEmpty();
    for (WasmSection section : component.sections()) {
      String place =
          " offset="
              + (component.fileStart() + section.contentStart())
              + " size="
              + section.contentSize();
      if (section.id() == WasmConstants.COMPONENT_SECTION_CORE_MODULE) {
        assertThat(component.module(section).diagnostics()).isEmpty();
        found.add(indent + "core module" + place);
      } else if (section.id() == WasmConstants.COMPONENT_SECTION_COMPONENT) {
        found.add(indent + "component" + place);
        walk(component.component(section), indent + "  ", found);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"component-deep", "component-async"})
  void readsComponentsOfTheNewestTools(String name) {
    BinaryFile file = read(Fixtures.bytes("wasm/" + name + ".wasm"));
    assertThat(file.diagnostics()).isEmpty();
    long images = file.images().stream().mapToLong(i -> i.fileEnd() - i.fileStart()).sum();
    long around = file.container().stream().mapToLong(s -> s.fileEnd() - s.fileStart()).sum();
    assertThat(images + around).isEqualTo(file.fileSize());
  }

  @Test
  void namesImagesByTheirPath() {
    BinaryFile file = read(Fixtures.bytes("wasm/component.wasm"));
    assertThat(file.images())
        .extracting(BinaryImage::name)
        .containsExactly("module[0] libc", "module[1] main", "component[0] inner/module[0] m");
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.as(WasmComponent.class)).isPresent();
  }

  @Test
  void readsImportsAndExports() {
    WasmComponent component = WasmComponent.of(Fixtures.bytes("wasm/component.wasm"));
    assertThat(component.imports()).extracting(ComponentName::name).containsExactly("log");
    assertThat(component.exports())
        .extracting(ComponentName::name)
        .containsExactly("size", "area", "inner", "greet");
    assertThat(component.exports())
        .extracting(ComponentName::sort)
        .containsExactly(Sort.TYPE, Sort.FUNCTION, Sort.INSTANCE, Sort.FUNCTION);
    assertThat(component.name()).contains("outer");
    assertThat(component.version()).isEqualTo(13);
  }

  @Test
  void stopsAtAnInsaneDepth() {
    WasmWriter writer = WasmWriter.component();
    for (int i = 0; i < 3 * Limits.MAX_COMPONENT_DEPTH; i++) {
      writer = WasmWriter.component().section(4, writer.array());
    }
    BinaryFile file = read(writer.bytes());
    assertThat(file.diagnostics()).hasSize(1);
    assertThat(file.diagnostics().get(0).expected()).contains("nested at most");
  }

  @Test
  void stopsAtAnInsaneNumber() {
    WasmWriter writer = WasmWriter.component();
    for (int i = 0; i < Limits.MAX_NESTED_MODULES + 1; i++) {
      writer.section(1, WasmWriter.module().array());
    }
    BinaryFile file = read(writer.bytes());
    assertThat(file.images()).hasSize(Limits.MAX_NESTED_MODULES);
    assertThat(file.diagnostics()).hasSize(1);
  }

  @Test
  void reportsWhatIsNoModule() {
    BinaryFile file =
        read(WasmWriter.component().section(1, hex("00")).section(99, hex("00")).bytes());
    assertThat(file.images()).isEmpty();
    assertThat(file.diagnostics()).hasSize(2);
  }
}
