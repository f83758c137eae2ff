package dev.weighbridge.wasm.operators;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmWriter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorCursorTest {
  private static OperatorCursor code(String body) {
    byte[] bytes = hex(body);
    byte[] entry = new ByteWriter().uleb128(1).uleb128(bytes.length + 1L).u8(0).raw(bytes).array();
    WasmModule module = WasmModule.of(WasmWriter.module().section(10, entry).bytes());
    return module.code(0);
  }

  private static OperatorCursor first(String body) {
    OperatorCursor code = code(body);
    assertThat(code.next()).isTrue();
    return code;
  }

  @Test
  void knowsEachOperatorOnce() {
    Set<String> names = new HashSet<>();
    int count = 0;
    for (int prefix : new int[] {0, 0xFB, 0xFC, 0xFD, 0xFE}) {
      for (int number = 0; number < 0x200; number++) {
        int opcode = prefix == 0 && number > 0xFF ? -1 : prefix << 16 | number;
        Operator operator = opcode < 0 ? null : OperatorTable.of(opcode).orElse(null);
        if (operator != null) {
          assertThat(operator.opcode()).isEqualTo(opcode);
          names.add(operator.mnemonic());
          count++;
        }
      }
    }
    // select, ref.test and ref.cast have two opcodes each.
    assertThat(names).hasSize(count - 3);
    assertThat(count).isEqualTo(199 + 7 + 31 + 22 + 256 + 67);
  }

  @Test
  void readsImmediates() {
    OperatorCursor call = first("11 05 81 00 0b");
    assertThat(call.operator().mnemonic()).isEqualTo("call_indirect");
    assertThat(call.value(0)).isEqualTo(5);
    assertThat(call.value(1)).isEqualTo(1);
    OperatorCursor load = first("28 42 03 80 08 0b");
    assertThat(load.memory()).isEqualTo(3);
    assertThat(load.value(0)).isEqualTo(1024);
    assertThat(first("41 7f 0b").value(0)).isEqualTo(-1);
    assertThat(first("42 808080808080808080 7f 0b").value(0)).isEqualTo(Long.MIN_VALUE);
    assertThat(first("fb 18 03 00 63 00 0b 0b").value(2)).isEqualTo(-29);
  }

  @Test
  void readsLabelsAndHandlers() {
    OperatorCursor table = first("0e 02 01 02 00 0b");
    assertThat(table.value(0)).isEqualTo(2);
    assertThat(table.label(1)).isEqualTo(2);
    assertThat(table.label(2)).isZero();
    OperatorCursor handlers = first("1f 40 03 00 07 01 01 08 02 02 03 0b 0b");
    assertThat(handlers.value(1)).isEqualTo(3);
    assertThat(handlers.handlerTag(1)).isEqualTo(8);
    assertThat(handlers.handlerLabel(1)).isEqualTo(2);
    assertThat(handlers.handlerTag(2)).isEqualTo(-1);
    assertThat(handlers.handlerLabel(2)).isEqualTo(3);
  }

  @Test
  void endsWithTheExpression() {
    OperatorCursor code = code("02 40 03 7f 0b 06 64 70 18 00 0b 0b 01 01");
    int count = 0;
    while (code.next()) {
      count++;
    }
    assertThat(count).isEqualTo(7);
    assertThat(code.isAtEnd()).isTrue();
    assertThat(code.next()).isFalse();
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> first("ff 0b"))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("expected a known operator, found opcode 0xff");
    assertThatThrownBy(() -> first("fc ff 03 0b")).hasMessageContaining("opcode 0xfc01ff");
    assertThatThrownBy(() -> first("fd ffffffff0f 0b")).hasMessageContaining("opcode 0xfdffff");
    assertThatThrownBy(() -> first("10 80")).isInstanceOf(MalformedBinaryException.class);
  }

  @Test
  void countsPaddedBytes() {
    assertThat(first("10 85 80 80 80 00 0b").paddedBytes()).isEqualTo(4);
    assertThat(first("41 ff ff ff ff 7f 0b").paddedBytes()).isEqualTo(4);
    assertThat(first("41 80 80 c0 00 0b").paddedBytes()).isZero();
    assertThat(first("28 02 80 88 80 80 00 0b").paddedBytes()).isEqualTo(3);
    assertThat(first("fd 8c 80 00 00000000 00000000 00000000 00000000 0b").paddedBytes())
        .isEqualTo(2);
  }
}
