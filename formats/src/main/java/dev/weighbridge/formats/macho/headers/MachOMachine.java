package dev.weighbridge.formats.macho.headers;

import static dev.weighbridge.formats.macho.headers.MachOConstants.CPU_SUBTYPE_MASK;

/** Names of processors. */
final class MachOMachine {
  private static final int CPU_SUBTYPE_X86_64_H = 8;
  private static final int CPU_SUBTYPE_ARM64E = 2;

  private MachOMachine() {}

  /** The machine in the field's usual spelling, the same for every format. */
  static String name(int cpuType) {
    return switch (cpuType) {
      case MachOConstants.CPU_TYPE_X86 -> "i386";
      case MachOConstants.CPU_TYPE_X86_64 -> "x86_64";
      case MachOConstants.CPU_TYPE_ARM -> "arm";
      case MachOConstants.CPU_TYPE_ARM64, MachOConstants.CPU_TYPE_ARM64_32 -> "aarch64";
      case MachOConstants.CPU_TYPE_POWERPC -> "powerpc";
      case MachOConstants.CPU_TYPE_POWERPC64 -> "powerpc64";
      case 6 -> "m68k";
      case 8 -> "mips";
      case 11 -> "parisc";
      case 14 -> "sparc";
      default -> "CPU_TYPE_" + Integer.toUnsignedString(cpuType);
    };
  }

  /** The architecture in the spelling of the platform's tools: {@code arm64e}, {@code x86_64h}. */
  static String architecture(int cpuType, int cpuSubtype) {
    int subtype = cpuSubtype & ~CPU_SUBTYPE_MASK;
    return switch (cpuType) {
      case MachOConstants.CPU_TYPE_X86_64 -> subtype == CPU_SUBTYPE_X86_64_H ? "x86_64h" : "x86_64";
      case MachOConstants.CPU_TYPE_ARM64 -> subtype == CPU_SUBTYPE_ARM64E ? "arm64e" : "arm64";
      case MachOConstants.CPU_TYPE_ARM64_32 -> "arm64_32";
      case MachOConstants.CPU_TYPE_ARM -> arm(subtype);
      case MachOConstants.CPU_TYPE_POWERPC -> "ppc";
      case MachOConstants.CPU_TYPE_POWERPC64 -> "ppc64";
      default -> name(cpuType);
    };
  }

  /** The architecture where it is not simply that of its processor; else empty. */
  static String variant(int cpuType, int cpuSubtype) {
    String architecture = architecture(cpuType, cpuSubtype);
    return architecture.equals(architecture(cpuType, 0)) ? "" : architecture;
  }

  private static String arm(int subtype) {
    return switch (subtype) {
      case 5 -> "armv4t";
      case 6 -> "armv6";
      case 7 -> "armv5";
      case 9 -> "armv7";
      case 10 -> "armv7f";
      case 11 -> "armv7s";
      case 12 -> "armv7k";
      case 14 -> "armv6m";
      case 15 -> "armv7m";
      case 16 -> "armv7em";
      default -> "arm";
    };
  }
}
