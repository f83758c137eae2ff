package dev.weighbridge.demangle.rust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The crates of the Rust sysroot that have their name to themselves. */
public final class SysrootCrates implements CrateSet {
  /** The only one. */
  public static final SysrootCrates INSTANCE = new SysrootCrates();

  private static final byte[][] NAMES = names();

  private SysrootCrates() {}

  private static byte[][] names() {
    String[] names = {
      "core",
      "std",
      "alloc",
      "__rustc",
      "proc_macro",
      "panic_unwind",
      "panic_abort",
      "std_detect",
      "compiler_builtins",
      "rustc_std_workspace_core",
      "rustc_std_workspace_alloc",
      "rustc_std_workspace_std",
      "profiler_builtins"
    };
    byte[][] bytes = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      bytes[i] = names[i].getBytes(StandardCharsets.US_ASCII);
    }
    return bytes;
  }

  @Override
  public boolean contains(byte[] bytes, int start, int end, long disambiguator) {
    int length = end - start;
    for (byte[] name : NAMES) {
      if (name.length == length
          && name[0] == bytes[start]
          && Arrays.equals(name, 0, length, bytes, start, end)) {
        return true;
      }
    }
    return false;
  }
}
