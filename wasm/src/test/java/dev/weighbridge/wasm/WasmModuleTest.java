package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.items.WasmLimits;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.operators.ConstantExpression.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-written modules, sound and odd. */
class WasmModuleTest {
  private static WasmModule sound(WasmWriter writer) {
    WasmModule module = WasmModule.of(writer.bytes());
    assertThat(module.diagnostics()).isEmpty();
    return module;
  }

  private static List<String> complaints(WasmModule module) {
    return module.diagnostics().stream().map(Diagnostic::sentence).toList();
  }

  @Test
  void readsAnEmptyModule() {
    WasmModule module = sound(WasmWriter.module());
    assertThat(module.sections()).isEmpty();
    assertThat(module.count(ItemKind.FUNCTION)).isZero();
    assertThat(module.start()).isEmpty();
    assertThat(module.dataCount()).isEqualTo(-1);
  }

  @Test
  void refusesWhatIsNoModule() {
    assertThatThrownBy(() -> WasmModule.of(Bytes.of(hex("0061736d 0100"))))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("a preamble of 8 bytes");
    assertThatThrownBy(() -> WasmModule.of(Bytes.of(hex("0061736e 01000000"))))
        .hasMessageContaining("wasm.magic");
    assertThatThrownBy(() -> WasmModule.of(WasmWriter.component().bytes()))
        .hasMessage("wasm.layer at 0x6: expected 0: a module, found 1");
  }

  @Test
  void readsAnUnknownVersionWithAWarning() {
    WasmModule module = WasmModule.of(Bytes.of(hex("0061736d 02000000 0301 00")));
    assertThat(complaints(module)).containsExactly("wasm.version at 0x4: expected 1, found 2");
    assertThat(module.sections()).hasSize(1);
  }

  @Test
  void readsRecursiveGroupsAndSubtypes() {
    String group = "4e02" + "50 00 5f 01 7f 00" + "4f 01 00 5f 02 7f 00 63 00 01";
    WasmModule module = sound(WasmWriter.module().items(1, "60 01 7f 01 7e", group, "5e 78 01"));
    assertThat(module.types().stream().map(WasmType::text))
        .containsExactly(
            "(i32) -> i64", "struct {i32}", "struct {i32, mut (ref null 0)}", "array [mut i8]");
    assertThat(module.types().row(1).isFinal()).isFalse();
    assertThat(module.types().row(2).isFinal()).isTrue();
    assertThat(module.types().row(2).supertypes()).containsExactly(0);
    assertThat(module.types().fileStart(1)).isEqualTo(18);
  }

  @Test
  void readsEveryKindOfImport() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(
                    2,
                    "01 61 01 66 00 05",
                    "01 61 01 74 01 70 01 01 08",
                    "01 61 01 6d 02 0f 01 02 00",
                    "01 61 01 67 03 7d 01",
                    "01 61 01 65 04 00 02"));
    assertThat(module.imports()).extracting(WasmImport::kind).containsExactly(ItemKind.values());
    assertThat(module.imports().get(0).typeIndex()).isEqualTo(5);
    assertThat(module.imports().get(1).limits())
        .contains(new WasmLimits(1, 8, false, false, 65536));
    assertThat(module.imports().get(2).limits()).contains(new WasmLimits(1, 2, true, true, 1));
    assertThat(module.imports().get(3).isMutable()).isTrue();
    assertThat(module.imported(ItemKind.TAG)).isEqualTo(1);
  }

  @Test
  void readsCompactImports() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(
                    2,
                    "01 61 00 7f 02 01 78 00 03 01 79 03 7f 00",
                    "01 62 00 7e 00 07 03 01 70 01 71 01 72"));
    assertThat(module.imports())
        .extracting(i -> i.module() + "." + i.name())
        .containsExactly("a.x", "a.y", "b.p", "b.q", "b.r");
    assertThat(module.imports().get(4).typeIndex()).isEqualTo(7);
    assertThat(module.imported(ItemKind.FUNCTION)).isEqualTo(4);
  }

  @Test
  void readsTablesAndMemoriesOfAllProposals() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(4, "70 04 8080808010", "40 00 64 70 00 01 d2 00 0b")
                .items(
                    5,
                    "00 01",
                    "01 01 02",
                    "03 01 02",
                    "04 80808080808001",
                    "08 10 00",
                    "09 01 02 10"));
    assertThat(module.tables().row(0).limits().minimum()).isEqualTo(1L << 32);
    assertThat(module.tables().row(1).initializer()).isPresent();
    assertThat(module.tables().row(1).element().text()).isEqualTo("(ref func)");
    assertThat(module.memoryLimits(3)).isEqualTo(new WasmLimits(1L << 42, -1, false, true, 65536));
    assertThat(module.memoryLimits(4).pageSize()).isEqualTo(1);
    assertThat(module.memoryLimits(5)).isEqualTo(new WasmLimits(1, 2, false, false, 65536));
  }

  @Test
  void readsConstantExpressions() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(
                    6,
                    "7f 00 41 7f 0b",
                    "7f 01 23 00 0b",
                    "70 00 d2 05 0b",
                    "6f 00 d0 6f 0b",
                    "7f 00 41 01 41 02 6a 0b",
                    "7b 00 fd 0c 00000000 00000000 00000000 00000000 0b"));
    assertThat(module.globals().stream().map(g -> g.initializer().form()))
        .containsExactly(
            Form.INTEGER, Form.GLOBAL, Form.FUNCTION, Form.NULL, Form.OTHER, Form.OTHER);
    assertThat(module.globals().row(0).initializer().integer()).isEqualTo(0xFFFF_FFFFL);
    assertThat(module.globals().row(2).initializer().value()).isEqualTo(5);
  }

  @Test
  void readsEveryFormOfElementSegment() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(
                    9,
                    "00 41 01 0b 02 00 01",
                    "01 00 01 02",
                    "02 03 41 00 0b 00 01 02",
                    "03 00 01 02",
                    "04 41 00 0b 01 d2 00 0b",
                    "05 70 01 d0 70 0b",
                    "06 01 41 00 0b 6f 01 d0 6f 0b",
                    "07 70 00"));
    assertThat(
            module.elements().stream().map(e -> e.mode() + " " + e.table() + " " + e.itemCount()))
        .containsExactly(
            "ACTIVE 0 2",
            "PASSIVE -1 1",
            "ACTIVE 3 1",
            "DECLARATIVE -1 1",
            "ACTIVE 0 1",
            "PASSIVE -1 1",
            "ACTIVE 1 1",
            "DECLARATIVE -1 0");
  }

  @Test
  void readsEveryFormOfDataSegment() {
    WasmModule module =
        sound(
            WasmWriter.module()
                .items(11, "00 41 08 0b 02 6869", "01 01 78", "02 01 23 00 0b 01 79", "01 00"));
    assertThat(module.data().stream().map(d -> d.mode() + " " + d.memory() + " " + d.address()))
        .containsExactly("ACTIVE 0 8", "PASSIVE -1 -1", "ACTIVE 1 -1", "PASSIVE -1 -1");
    assertThat(module.data().row(0).contentSize()).isEqualTo(2);
  }

  @Test
  void keepsFunctionsWithoutBodiesAndBodiesWithoutFunctions() {
    WasmModule more = WasmModule.of(WasmWriter.module().items(3, "00", "00").bytes());
    assertThat(more.functions().count()).isEqualTo(2);
    assertThat(more.functions().bodyStart(1)).isEqualTo(-1);
    assertThat(complaints(more))
        .containsExactly("wasm.code: expected 2 bodies, as many as function entries, found 0");
    WasmModule less = WasmModule.of(WasmWriter.module().items(10, "02 00 0b").bytes());
    assertThat(less.functions().row(0).typeIndex()).isEqualTo(-1);
    assertThat(less.code(0).next()).isTrue();
  }

  @Test
  void keepsUnknownSectionsRaw() {
    WasmModule module = WasmModule.of(WasmWriter.module().section(77, hex("010203")).bytes());
    assertThat(module.sections().get(0).name()).isEqualTo("section 77");
    assertThat(complaints(module))
        .containsExactly("wasm.section77 at 0xA: expected a known section, found section id 77");
  }

  @Test
  void clipsASectionThatIsLargerThanTheFile() {
    WasmModule module = WasmModule.of(WasmWriter.module().raw(3, 0x7F, 2, 0).bytes());
    assertThat(module.sections().get(0).fileEnd()).isEqualTo(12);
    assertThat(module.functions().count()).isZero();
    assertThat(complaints(module).get(0)).startsWith("wasm.section[0].size at 0x9");
  }

  @Test
  void doesNotBelieveCounts() {
    WasmModule module =
        WasmModule.of(
            WasmWriter.module().section(10, hex("ffffffff0f 020 00b".replace(" ", ""))).bytes());
    assertThat(module.functions().count()).isZero();
    assertThat(complaints(module).get(0)).contains("at most 3 items in the bytes left");
  }

  @Test
  void keepsWhatCameBeforeAFault() {
    WasmModule module = WasmModule.of(WasmWriter.module().items(5, "00 01", "ff 00").bytes());
    assertThat(module.memories().count()).isEqualTo(1);
    assertThat(complaints(module).get(0)).contains("flags of limits");
  }

  @Test
  void reportsBytesBehindTheLastItem() {
    WasmModule module = WasmModule.of(WasmWriter.module().section(5, hex("01 0001 00")).bytes());
    assertThat(complaints(module).get(0)).contains("the end of the section", "1 bytes more");
  }
}
