package dev.weighbridge.graph;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.HexFormat;

/**
 * A Wasm module of six functions: {@code a} is exported and calls {@code b} and {@code c}, which
 * both call {@code d}, which calls {@code e}; nobody calls {@code f}, which calls {@code e} too.
 */
final class HandMadeModule {
  private static final String HEX =
      "0061736D 01000000"
          // type section: one type without parameters and results
          + "01 04 01 60 00 00"
          // function section: six functions of it
          + "03 07 06 00 00 00 00 00 00"
          // export section: function 0 as "a"
          + "07 05 01 01 61 00 00"
          // code section: bodies of 6, 4, 4, 4, 2 and 4 bytes, each behind its size
          + "0A 1F 06"
          + "06 00 10 01 10 02 0B"
          + "04 00 10 03 0B"
          + "04 00 10 03 0B"
          + "04 00 10 04 0B"
          + "02 00 0B"
          + "04 00 10 04 0B"
          // name section: functions a to f
          + "00 1A 04 6E616D65 01 13 06 00 01 61 01 01 62 02 01 63 03 01 64 04 01 65 05 01 66";

  private HandMadeModule() {}

  static BinaryModel model() {
    return model(HEX);
  }

  /**
   * The same with a body of {@code b} that declares 71 groups of locals, of which none is there.
   */
  static BinaryModel damaged() {
    return model(HEX.replaceFirst("04 00 10 03 0B", "04 47 10 03 0B"));
  }

  private static BinaryModel model(String hex) {
    byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
    return BinaryModel.of("hand.wasm", Bytes.of(file), OpenOptions.DEFAULT);
  }
}
