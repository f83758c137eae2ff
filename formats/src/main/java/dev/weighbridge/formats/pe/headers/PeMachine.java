package dev.weighbridge.formats.pe.headers;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_AMD64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64EC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64X;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARMNT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_EBC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_I386;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_IA64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_LOONGARCH64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_RISCV32;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_RISCV64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_THUMB;

import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;

/** The usual names of machines: the first word of a target triple. */
public final class PeMachine {
  private PeMachine() {}

  /** The name of a machine; its number in the specification's spelling if unknown. */
  public static String name(int machine) {
    return switch (machine) {
      case IMAGE_FILE_MACHINE_I386 -> "i386";
      case IMAGE_FILE_MACHINE_AMD64 -> "x86_64";
      case IMAGE_FILE_MACHINE_ARM64, IMAGE_FILE_MACHINE_ARM64EC, IMAGE_FILE_MACHINE_ARM64X ->
          "aarch64";
      case IMAGE_FILE_MACHINE_ARM, IMAGE_FILE_MACHINE_THUMB, IMAGE_FILE_MACHINE_ARMNT -> "arm";
      case IMAGE_FILE_MACHINE_IA64 -> "ia64";
      case IMAGE_FILE_MACHINE_RISCV32 -> "riscv32";
      case IMAGE_FILE_MACHINE_RISCV64 -> "riscv64";
      case IMAGE_FILE_MACHINE_LOONGARCH64 -> "loongarch64";
      case IMAGE_FILE_MACHINE_EBC -> "ebc";
      default -> "IMAGE_FILE_MACHINE_0x" + Integer.toHexString(machine);
    };
  }

  /** A machine as a value; all of them are little-endian. */
  public static Machine of(int machine) {
    String variant =
        switch (machine) {
          case IMAGE_FILE_MACHINE_ARM64EC -> "arm64ec";
          case IMAGE_FILE_MACHINE_ARM64X -> "arm64x";
          default -> "";
        };
    return Machine.of(new Architecture(name(machine)), addressBits(machine), true)
        .withVariant(variant);
  }

  /** Width of an address in bits: 32 or 64. */
  public static int addressBits(int machine) {
    return switch (machine) {
      case IMAGE_FILE_MACHINE_AMD64,
          IMAGE_FILE_MACHINE_ARM64,
          IMAGE_FILE_MACHINE_ARM64EC,
          IMAGE_FILE_MACHINE_ARM64X,
          IMAGE_FILE_MACHINE_IA64,
          IMAGE_FILE_MACHINE_EBC,
          IMAGE_FILE_MACHINE_RISCV64,
          IMAGE_FILE_MACHINE_LOONGARCH64 ->
          64;
      default -> 32;
    };
  }

  /** Whether an object may begin with this number; it is all the magic that an object has. */
  public static boolean isKnown(int machine) {
    return switch (machine) {
      case IMAGE_FILE_MACHINE_I386,
          IMAGE_FILE_MACHINE_AMD64,
          IMAGE_FILE_MACHINE_ARM64,
          IMAGE_FILE_MACHINE_ARM64EC,
          IMAGE_FILE_MACHINE_ARM64X,
          IMAGE_FILE_MACHINE_ARMNT ->
          true;
      default -> false;
    };
  }
}
