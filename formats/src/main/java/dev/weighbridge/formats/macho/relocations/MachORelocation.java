package dev.weighbridge.formats.macho.relocations;

/**
 * One relocation: {@code relocation_info} or {@code scattered_relocation_info}. reloc.h.
 *
 * @param index its row
 * @param address {@code r_address}: where to patch, counted from the section, or from the first
 *     writable segment of a linked file
 * @param type {@code r_type}, 0 to 15, in the machine's own numbers
 * @param isPcRelative whether the distance from the place is wanted
 * @param isExternal whether {@code symbol} is a row of the symbol table
 * @param symbol row of a symbol; else the section, counted from 1, or 0 for an absolute value; of a
 *     scattered relocation -1
 * @param value address of what a scattered relocation refers to, else 0
 * @param size bytes patched: 1, 2, 4 or 8
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of this row in the file, exclusive
 */
public record MachORelocation(
    int index,
    long address,
    int type,
    boolean isPcRelative,
    boolean isExternal,
    int symbol,
    long value,
    int size,
    long fileStart,
    long fileEnd) {}
