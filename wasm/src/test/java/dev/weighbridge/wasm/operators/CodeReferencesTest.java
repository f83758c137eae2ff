package dev.weighbridge.wasm.operators;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeReferencesTest {
  private static List<String> references(String body) {
    byte[] bytes = hex(body + "0b");
    byte[] entry = new ByteWriter().uleb128(1).uleb128(bytes.length + 1L).u8(0).raw(bytes).array();
    WasmModule module = WasmModule.of(WasmWriter.module().section(10, entry).bytes());
    List<String> found = new ArrayList<>();
    CodeReferences.visit(
        module.code(0),
        (kind, position, target, space) ->
            found.add(kind + " " + target + (space == 0 ? "" : " in " + space)));
    return found;
  }

  @Test
  void listsCalls() {
    assertThat(references("10 07 12 08 11 05 01 13 05 00 14 06 15 06 d2 09"))
        .containsExactly(
            "CALL 7",
            "CALL 8",
            "INDIRECT_CALL 5 in 1",
            "TABLE 1",
            "INDIRECT_CALL 5",
            "TABLE 0",
            "REFERENCE_CALL 6",
            "REFERENCE_CALL 6",
            "FUNCTION 9");
  }

  @Test
  void listsSegmentsTablesMemoriesAndTags() {
    assertThat(
            references("23 01 24 02 fc 08 03 01 fc 09 03 fc 0c 04 05 fc 0d 04 25 06 3f 02 08 07"))
        .containsExactly(
            "GLOBAL 1",
            "GLOBAL 2",
            "DATA 3",
            "MEMORY 1",
            "DATA 3",
            "ELEMENT 4",
            "TABLE 5",
            "ELEMENT 4",
            "TABLE 6",
            "MEMORY 2",
            "TAG 7");
  }

  @Test
  void listsTypes() {
    assertThat(references("fb 00 03 fb 09 04 02 fb 16 05 d0 06 d0 70 02 07 0b"))
        .containsExactly("TYPE 3", "TYPE 4", "DATA 2", "TYPE 5", "TYPE 6", "TYPE 7");
    // select of a (ref 3) and an i32, a block that gives a (ref null 4)
    assertThat(references("1c 02 64 03 7f")).containsExactly("TYPE 3");
    assertThat(references("02 63 04 0b")).containsExactly("TYPE 4");
  }

  @Test
  void knowsConstantAddresses() {
    assertThat(references("41 80 08 28 02 04")).containsExactly("CONSTANT 1024", "ADDRESS 1028");
    assertThat(references("41 7f 28 02 00"))
        .containsExactly("CONSTANT 4294967295", "ADDRESS 4294967295");
    assertThat(references("20 00 28 42 01 10")).containsExactly("OFFSET 16 in 1");
    assertThat(references("20 00 28 02 00")).containsExactly("MEMORY 0");
    assertThat(references("20 00 28 42 01 00")).containsExactly("MEMORY 1");
    assertThat(references("41 08 41 01 36 02 04"))
        .containsExactly("CONSTANT 8", "CONSTANT 1", "OFFSET 4");
    assertThat(references("42 80 80 80 80 10 29 03 00"))
        .containsExactly("CONSTANT 4294967296", "ADDRESS 4294967296");
  }

  @Test
  void listsWhatHandlersCatch() {
    assertThat(references("1f 40 02 00 03 00 02 00 0b")).containsExactly("TAG 3");
    assertThat(references("06 40 07 02 0b")).containsExactly("TAG 2");
  }
}
