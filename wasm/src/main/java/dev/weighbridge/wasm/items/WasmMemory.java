package dev.weighbridge.wasm.items;

import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Limits;
import java.util.Objects;

/**
 * A linear memory that a module defines. Core specification 5.5.8.
 *
 * @param index its index among all memories, imported ones first
 * @param fileStart first byte of its definition
 * @param fileEnd end of its definition, exclusive
 * @param limits its size, in pages
 */
public record WasmMemory(int index, long fileStart, long fileEnd, WasmLimits limits) {
  /** Refuses null. */
  public WasmMemory {
    Objects.requireNonNull(limits, "limits");
  }

  /**
   * Where a byte of a linear memory lies among the addresses of the module's facts, which hold all
   * memories and the code in one space: code counts from 0, memory {@code n} from {@code (n + 1) <<
   * 48}.
   *
   * @param memory its index, below {@link Limits#MAX_WASM_MEMORIES}
   * @param address its address there, below {@link Limits#MAX_WASM_MEMORY}
   */
  public static long place(int memory, long address) {
    return ((memory + 1L) << Machine.WASM_SPACE_BITS) + address;
  }
}
