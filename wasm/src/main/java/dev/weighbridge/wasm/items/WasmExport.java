package dev.weighbridge.wasm.items;

import java.util.Objects;

/**
 * One export. Core specification 5.5.10.
 *
 * @param index its place among the exports of all kinds
 * @param fileStart first byte
 * @param fileEnd end, exclusive
 * @param name the name it is exported under
 * @param kind what is exported
 * @param itemIndex the index of the exported item in the index space of its kind
 */
public record WasmExport(
    int index, long fileStart, long fileEnd, String name, ItemKind kind, int itemIndex) {
  /** Refuses null. */
  public WasmExport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
