package dev.weighbridge.internal.names;

import java.util.Set;

/** The names of the crates that the standard library ships copies of, beside its own. */
public final class ShippedCrates {
  /** The one whose code reaches the program through std: its maps are made of it. */
  public static final String IN_MAPS = "hashbrown";

  private static final Set<String> NAMES =
      Set.of(
          "test",
          "unwind",
          "sysroot",
          "rustc_demangle",
          "rustc_literal_escaper",
          "addr2line",
          "gimli",
          "object",
          "miniz_oxide",
          "adler",
          "adler2",
          "memchr",
          IN_MAPS,
          "cfg_if",
          "libc",
          "getopts",
          "unicode_width",
          "allocator_api2",
          "dlmalloc",
          "fortanix_sgx_abi",
          "hermit_abi",
          "r_efi",
          "wasi",
          "windows_targets",
          "vex_sdk",
          "moto_rt");

  private ShippedCrates() {}

  /** Whether std ships a crate of this name. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }

  /** Whether code of std's copy of a crate is never compiled by the program. */
  public static boolean isOutOfReach(String name) {
    return NAMES.contains(name) && !name.equals(IN_MAPS);
  }
}
