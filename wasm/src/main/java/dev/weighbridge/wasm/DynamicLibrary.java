package dev.weighbridge.wasm;

import java.util.List;

/**
 * What a dynamic library asks of its loader: the {@code dylink.0} section. Tool conventions, {@code
 * DynamicLinking.md}.
 *
 * @param memorySize bytes of memory to reserve, zero-filled part included
 * @param memoryAlignment in bytes, as a power of two: 4 means 16 bytes
 * @param tableSize elements of the table to reserve
 * @param tableAlignment in elements, as a power of two
 * @param needed the libraries it needs
 */
public record DynamicLibrary(
    long memorySize,
    long memoryAlignment,
    long tableSize,
    long tableAlignment,
    List<String> needed) {}
