package dev.weighbridge.crates.names;

import java.util.Set;

/**
 * Names that are not mangled and still tell whose they are: those of Rust's runtime, and those with
 * which every C program starts and ends.
 */
public final class ReservedNames {
  private static final Set<String> RUST =
      Set.of("rust_eh_personality", "rust_panic", "rust_begin_unwind", "rust_metadata");

  private static final Set<String> RUST_BEGINNINGS =
      Set.of("__rust_", "__rdl_", "__rg_", "__rustc_");

  private static final Set<String> C_RUNTIME =
      Set.of(
          "_start",
          "__start",
          "_init",
          "_fini",
          "_dl_relocate_static_pie",
          "__libc_csu_init",
          "__libc_csu_fini",
          "deregister_tm_clones",
          "register_tm_clones",
          "__do_global_dtors_aux",
          "__do_global_dtors_aux_fini_array_entry",
          "__frame_dummy_init_array_entry",
          "frame_dummy",
          "completed.0",
          "__dso_handle",
          "__FRAME_END__",
          "__TMC_END__",
          "_IO_stdin_used",
          "__abi_tag",
          "__data_start",
          "data_start",
          "mainCRTStartup",
          "WinMainCRTStartup",
          "__tmainCRTStartup");

  private ReservedNames() {}

  /** Whether a name is of Rust's runtime. */
  public static boolean isRust(String name) {
    if (RUST.contains(name)) {
      return true;
    }
    for (String beginning : RUST_BEGINNINGS) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name is of the objects that every C program is linked with. */
  public static boolean isRuntimeOfC(String name) {
    return C_RUNTIME.contains(name);
  }
}
