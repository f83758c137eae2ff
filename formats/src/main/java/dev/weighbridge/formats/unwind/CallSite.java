package dev.weighbridge.formats.unwind;

/**
 * A range of code from which exceptions may come.
 *
 * @param start address of its first byte
 * @param end its end, exclusive
 * @param landingPad address of the code that handles them, or -1 if none does
 * @param action 1 + offset of the first action record, or 0 for a mere cleanup
 */
public record CallSite(long start, long end, long landingPad, long action) {}
