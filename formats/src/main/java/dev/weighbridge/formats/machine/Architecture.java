package dev.weighbridge.formats.machine;

import java.util.Objects;

/**
 * An instruction set by its usual name: the first word of a target triple, without the byte order.
 *
 * <p>The constants are those that something in this library depends on. Others are equal by their
 * names; one that a format does not know has the number in the specification's spelling: {@code
 * EM_77}.
 *
 * @param name the name in the field's usual spelling: {@code x86_64}, {@code aarch64}, {@code
 *     riscv64}; never empty
 */
public record Architecture(String name) {
  /** The file does not say. */
  public static final Architecture UNKNOWN = new Architecture("unknown");

  /** 64-bit x86, with addresses of 64 or, as x32, of 32 bits. */
  public static final Architecture X86_64 = new Architecture("x86_64");

  /** 32-bit x86. */
  public static final Architecture I386 = new Architecture("i386");

  /** 64-bit Arm. */
  public static final Architecture AARCH64 = new Architecture("aarch64");

  /** 32-bit Arm, with Thumb. */
  public static final Architecture ARM = new Architecture("arm");

  /** 64-bit RISC-V. */
  public static final Architecture RISCV64 = new Architecture("riscv64");

  /** 32-bit RISC-V. */
  public static final Architecture RISCV32 = new Architecture("riscv32");

  /** 64-bit z/Architecture. */
  public static final Architecture S390X = new Architecture("s390x");

  /** 64-bit LoongArch. */
  public static final Architecture LOONGARCH64 = new Architecture("loongarch64");

  /** 64-bit Power, of either byte order. */
  public static final Architecture POWERPC64 = new Architecture("powerpc64");

  /** 32-bit Power. */
  public static final Architecture POWERPC = new Architecture("powerpc");

  /** 32-bit SPARC. */
  public static final Architecture SPARC = new Architecture("sparc");

  /** 64-bit SPARC. */
  public static final Architecture SPARC64 = new Architecture("sparc64");

  /** AVR, whose pointers have 16 bits. */
  public static final Architecture AVR = new Architecture("avr");

  /** MSP430, whose pointers have 16 bits. */
  public static final Architecture MSP430 = new Architecture("msp430");

  /** WebAssembly with memories of 32-bit addresses. */
  public static final Architecture WASM32 = new Architecture("wasm32");

  /** WebAssembly with a memory of 64-bit addresses. */
  public static final Architecture WASM64 = new Architecture("wasm64");

  /** Checks that there is a name. */
  public Architecture {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an architecture without a name");
    }
  }

  // Written out, since a record binds these when first asked, which costs a cold start
  // milliseconds.

  @Override
  public boolean equals(Object other) {
    return other instanceof Architecture architecture && name.equals(architecture.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }
}
