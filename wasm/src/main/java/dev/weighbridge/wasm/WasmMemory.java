package dev.weighbridge.wasm;

/**
 * A linear memory that a module defines. Core specification 5.5.8.
 *
 * @param index its index among all memories, imported ones first
 * @param fileStart first byte of its definition
 * @param fileEnd end of its definition, exclusive
 * @param limits its size, in pages
 */
public record WasmMemory(int index, long fileStart, long fileEnd, WasmLimits limits) {}
