package dev.weighbridge.wasm.items;

/**
 * How large a table or memory is at first and at most. Core specification 5.3.9, with the flags of
 * the threads, memory64 and custom page sizes proposals.
 *
 * @param minimum initial size, in elements of a table or pages of a memory; unsigned
 * @param maximum largest size, or -1 if none is stated
 * @param isShared whether several threads use it
 * @param is64Bit whether its addresses have 64 bits
 * @param pageSize bytes of a page: 65536 unless stated; without meaning for a table
 */
public record WasmLimits(
    long minimum, long maximum, boolean isShared, boolean is64Bit, int pageSize) {}
