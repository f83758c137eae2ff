package dev.weighbridge.demangle.v0;

import java.nio.charset.StandardCharsets;

/** The names of the basic-types of v0, by their letter. */
final class BasicTypes {
  /** Indexed by letter minus {@code 'a'}; empty for a letter that is no basic type. */
  static final byte[][] NAMES = new byte[26][];

  static {
    String[] names = {
      "i8", "bool", "char", "f64", "str", "f32", "", "u8", "isize", "usize", "", "i32", "u32",
      "i128", "u128", "_", "", "", "i16", "u16", "()", "...", "", "i64", "u64", "!"
    };
    for (int i = 0; i < names.length; i++) {
      NAMES[i] = names[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  private BasicTypes() {}
}
