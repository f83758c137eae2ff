package dev.weighbridge.wasm.items;

/**
 * A tag of exceptions that a module defines. Core specification 5.5.16.
 *
 * @param index its index among all tags, imported ones first
 * @param fileStart first byte of its definition
 * @param fileEnd end of its definition, exclusive
 * @param typeIndex the function type whose parameters an exception carries
 */
public record WasmTag(int index, long fileStart, long fileEnd, int typeIndex) {}
