package dev.weighbridge.formats.dwarf;

import java.util.Objects;

/**
 * The header of a unit. DWARF 5, 7.5.1.
 *
 * @param section {@link DwarfSection#INFO} or {@link DwarfSection#TYPES}
 * @param start first byte of the unit in that section
 * @param entriesStart where its entries begin
 * @param end end of the unit, exclusive
 * @param encoding how its numbers are written
 * @param type one of the {@code DW_UT_} constants, raw if unknown; before version 5 it is {@code
 *     DW_UT_type} in {@link DwarfSection#TYPES} and else {@code DW_UT_compile}
 * @param abbreviations where its table begins in {@link DwarfSection#ABBREV}, as stated: in a
 *     package it counts from the unit's part of that section
 * @param id identifier of a split unit or its skeleton, signature of a type unit, else 0; those of
 *     split units of version 4 are in their root entries
 * @param typeOffset of a type unit, where its type begins, counted from the start of the unit
 */
public record UnitHeader(
    DwarfSection section,
    long start,
    long entriesStart,
    long end,
    Encoding encoding,
    int type,
    long abbreviations,
    long id,
    long typeOffset) {
  /** Refuses null. */
  public UnitHeader {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(encoding, "encoding");
  }
}
