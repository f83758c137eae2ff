package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.wasm.WasmModule;
import java.util.function.LongSupplier;

/** Counts the bytes of all bodies that shorter numbers would save; decodes every body for it. */
final class PaddedBodies implements LongSupplier {
  private final WasmModule module;

  PaddedBodies(WasmModule module) {
    this.module = module;
  }

  @Override
  public long getAsLong() {
    long padded = 0;
    for (int row = 0; row < module.functions().count(); row++) {
      padded += ofBody(row);
    }
    return padded;
  }

  /** A body that cannot be decoded counts nothing. */
  private long ofBody(int row) {
    try {
      return module.functions().bodyStart(row) < 0 ? 0 : module.paddedBytes(row);
    } catch (BinaryException e) {
      return 0;
    }
  }
}
