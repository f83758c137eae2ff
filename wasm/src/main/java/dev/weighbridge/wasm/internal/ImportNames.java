package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.wasm.items.WasmImport;

/** What imports are called: {@code wasi_snapshot_preview1.fd_write}. */
final class ImportNames {
  /** The module name that toolchains give to all that C and Rust merely declare. */
  private static final String DECLARED_ELSEWHERE = "env";

  private final NamePool pool;
  private final Bytes module;

  /**
   * A writer of names.
   *
   * @param module the bytes of the module that imports
   */
  ImportNames(NamePool pool, Bytes module) {
    this.pool = pool;
    this.module = module;
  }

  void add(WasmImport item) {
    if (isTelling(item.module())) {
      pool.text(item.module());
      pool.text(".");
    }
    pool.text(item.name());
  }

  /** A compact group says its module once for all: its name must not fill the memory. */
  private boolean isTelling(String from) {
    return !from.isEmpty() && !from.equals(DECLARED_ELSEWHERE) && pool.position() < module.length();
  }
}
