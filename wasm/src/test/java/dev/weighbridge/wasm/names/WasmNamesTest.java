package dev.weighbridge.wasm.names;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static dev.weighbridge.wasm.WasmWriter.subsection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmWriter;
import org.junit.jupiter.api.Test;

class WasmNamesTest {
  private static WasmNames names(byte[]... subsections) {
    ByteWriter payload = new ByteWriter();
    for (byte[] subsection : subsections) {
      payload.raw(subsection);
    }
    return WasmModule.of(WasmWriter.module().custom("name", payload.array()).bytes()).names();
  }

  @Test
  void readsEveryKindOfTheFeaturesModule() {
    WasmNames names = WasmModule.of(Fixtures.bytes("wasm/features.wasm")).names();
    assertThat(names.module()).contains("features");
    assertThat(names.of(NameKind.FUNCTION).count()).isEqualTo(18);
    assertThat(names.of(NameKind.TYPE).name(0)).isEqualTo("point");
    assertThat(names.of(NameKind.TABLE).name(1)).isEqualTo("externs");
    assertThat(names.of(NameKind.MEMORY).name(3)).isEqualTo("big");
    assertThat(names.of(NameKind.GLOBAL).name(1)).isEqualTo("counter");
    assertThat(names.of(NameKind.ELEMENT).name(2)).isEqualTo("passive");
    assertThat(names.of(NameKind.DATA).name(0)).isEqualTo("greeting");
    assertThat(names.of(NameKind.TAG).name(1)).isEqualTo("done");
    NameGroups fields = names.groupsOf(NameKind.FIELD);
    assertThat(fields.owner(0)).isZero();
    assertThat(fields.names(0).name(1)).isEqualTo("y");
    NameGroups locals = names.groupsOf(NameKind.LOCAL);
    assertThat(locals.names(0).name(0)).isEqualTo("n");
    assertThat(names.groupsOf(NameKind.LABEL).count()).isPositive();
    assertThat(names.diagnostics()).isEmpty();
  }

  @Test
  void theFirstOfTwoNamesCounts() {
    WasmNames names =
        names(
            subsection(1, hex("02 00 01 61 00 01 62")), subsection(1, hex("02 00 01 63 01 01 64")));
    NameMap functions = names.of(NameKind.FUNCTION);
    assertThat(functions.count()).isEqualTo(4);
    assertThat(functions.rowsByIndex(3)).containsExactly(0, 3, -1);
    assertThat(functions.name(3)).isEqualTo("d");
  }

  @Test
  void badUtf8StaysReadable() {
    assertThat(names(subsection(1, hex("01 00 02 ff 41"))).of(NameKind.FUNCTION).name(0))
        .isEqualTo("\uFFFDA");
  }

  @Test
  void anIndexThatNamesNothingIsLeftOut() {
    NameMap functions = names(subsection(1, hex("01 ffffffff07 01 61"))).of(NameKind.FUNCTION);
    assertThat(functions.index(0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(functions.rowsByIndex(1)).containsExactly(-1);
  }

  @Test
  void keepsTheNamesBeforeAFault() {
    WasmNames names =
        names(subsection(1, hex("02 00 01 61 01 7f 62")), subsection(0, hex("01 6d")));
    assertThat(names.of(NameKind.FUNCTION).count()).isEqualTo(1);
    assertThat(names.module()).contains("m");
    assertThat(names.diagnostics()).hasSize(1);
  }

  @Test
  void notesUnknownSubsections() {
    WasmNames names = names(subsection(42, hex("00")));
    assertThat(names.subsections()).hasSize(1);
    assertThat(names.diagnostics()).hasSize(1);
  }

  @Test
  void withoutSectionAllIsEmpty() {
    WasmNames names = WasmModule.of(WasmWriter.module().bytes()).names();
    assertThat(names.module()).isEmpty();
    assertThat(names.of(NameKind.MODULE).count()).isZero();
  }
}
