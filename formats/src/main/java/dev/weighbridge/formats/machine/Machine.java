package dev.weighbridge.formats.machine;

import java.util.Objects;

/**
 * The machine that code is for; a value.
 *
 * @param architecture its instruction set
 * @param addressBits width of an address in the file's tables, in bits: 32 or 64
 * @param pointerBits width of a pointer in its data, in bits: 16, 32 or 64
 * @param isLittleEndian whether numbers in its data are little-endian
 * @param variant what the file says beyond the architecture, in the spelling of its platform:
 *     {@code arm64e}; empty if nothing
 */
public record Machine(
    Architecture architecture,
    int addressBits,
    int pointerBits,
    boolean isLittleEndian,
    String variant) {
  /** In facts of Wasm, bits of an address within a memory; those above number the memory. */
  public static final int WASM_SPACE_BITS = 48;

  /** The machine of an image that does not say. */
  public static final Machine UNKNOWN = of(Architecture.UNKNOWN, Long.SIZE, true);

  /** Checks that nothing is absent. */
  public Machine {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(variant, "variant");
  }

  /**
   * A machine without a variant, with pointers of the width that is usual.
   *
   * @param addressBits width of an address in the file's tables, in bits: 32 or 64
   */
  public static Machine of(Architecture architecture, int addressBits, boolean isLittleEndian) {
    Objects.requireNonNull(architecture, "architecture");
    boolean isNarrow =
        architecture.equals(Architecture.AVR) || architecture.equals(Architecture.MSP430);
    int pointerBits = isNarrow ? Short.SIZE : addressBits;
    return new Machine(architecture, addressBits, pointerBits, isLittleEndian, "");
  }

  /** The same with a variant. */
  public Machine withVariant(String text) {
    return new Machine(architecture, addressBits, pointerBits, isLittleEndian, text);
  }

  /** Whether its architecture is one. */
  public boolean is(Architecture other) {
    return architecture.equals(other);
  }

  /**
   * The bits of an address that count within one address space; those above number the space, which
   * only machines with several have.
   */
  public long addressMask() {
    boolean isWasm = is(Architecture.WASM32) || is(Architecture.WASM64);
    return isWasm ? (1L << WASM_SPACE_BITS) - 1 : -1L;
  }

  /** The architecture's name, which is what reports call the machine: {@code x86_64}. */
  public String name() {
    return architecture.name();
  }

  /** Its name, with the variant if there is one: {@code aarch64 (arm64e)}. */
  @Override
  public String toString() {
    return variant.isEmpty() ? name() : name() + " (" + variant + ")";
  }
}
