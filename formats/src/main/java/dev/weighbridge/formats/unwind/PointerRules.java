package dev.weighbridge.formats.unwind;

import java.util.Objects;

/**
 * What a section of unwind tables leaves unsaid about its pointers.
 *
 * <p>That is how wide an address is, what relative ones count from, and how places that a linker
 * has still to fill in are read.
 *
 * @param addressSize bytes of an address, 4 or 8
 * @param textBase address that {@link PointerEncoding#DW_EH_PE_textrel} counts from, or -1 if
 *     unknown
 * @param dataBase address that {@link PointerEncoding#DW_EH_PE_datarel} counts from, or -1 if
 *     unknown: the GOT on x86; {@code .eh_frame_hdr} counts from itself whatever this says
 * @param relocations what relocations put into the section; {@link #NO_RELOCATIONS} once linked
 */
public record PointerRules(int addressSize, long textBase, long dataBase, Relocations relocations) {

  /** The answer of {@link Relocations#target} where no relocation patches a place. */
  public static final long NOT_RELOCATED = Long.MIN_VALUE;

  /** No place is left to be filled in. */
  public static final Relocations NO_RELOCATIONS = (place, value) -> NOT_RELOCATED;

  /** What a relocatable file's relocations put into a section. */
  @FunctionalInterface
  public interface Relocations {
    /**
     * The address that the pointer at a place will mean, or {@link #NOT_RELOCATED}.
     *
     * <p>In a relocatable file, whose sections have no addresses yet, file offsets take the part of
     * addresses: the answer is the file offset of the target.
     *
     * @param place position of the pointer in the bytes of the image
     * @param value the number written there: the addend of relocations that have none of their own
     */
    long target(long place, long value);

    /**
     * The number that a place will hold, for numbers that are no pointers: {@code pc_range} of a
     * linker that relaxes code (RISC-V {@code R_RISCV_ADD32}, {@code R_RISCV_SUB32}).
     */
    default long number(long place, long value) {
      return value;
    }
  }

  /** Checks the address size. */
  public PointerRules {
    Objects.requireNonNull(relocations, "relocations");
    if (addressSize != 4 && addressSize != 8) {
      throw new IllegalArgumentException("address size " + addressSize);
    }
  }

  /** The rules of a linked file: no text base, no data base, nothing left to fill in. */
  public static PointerRules linked(int addressSize) {
    return new PointerRules(addressSize, -1, -1, NO_RELOCATIONS);
  }

  /** These rules with places that a linker has still to fill in. */
  public PointerRules with(Relocations places) {
    return new PointerRules(addressSize, textBase, dataBase, places);
  }

  /** These rules with other bases. */
  public PointerRules withBases(long text, long data) {
    return new PointerRules(addressSize, text, data, relocations);
  }
}
