package dev.weighbridge.formats.elf.headers;

/** The usual names of machines: the first word of a target triple, without the byte order. */
final class ElfMachine {
  private ElfMachine() {}

  /** The name of an {@code e_machine} in a file of the given width; {@code EM_nnn} if unknown. */
  static String name(int machine, boolean is64Bit) {
    return switch (machine) {
      case ElfConstants.EM_386 -> "i386";
      case ElfConstants.EM_X86_64 -> "x86_64";
      case ElfConstants.EM_AARCH64 -> "aarch64";
      case ElfConstants.EM_ARM -> "arm";
      case ElfConstants.EM_RISCV -> is64Bit ? "riscv64" : "riscv32";
      case ElfConstants.EM_S390 -> is64Bit ? "s390x" : "s390";
      case ElfConstants.EM_PPC64 -> "powerpc64";
      case ElfConstants.EM_PPC -> "powerpc";
      case ElfConstants.EM_MIPS -> is64Bit ? "mips64" : "mips";
      case ElfConstants.EM_SPARC, ElfConstants.EM_SPARC32PLUS -> "sparc";
      case ElfConstants.EM_SPARCV9 -> "sparc64";
      case ElfConstants.EM_LOONGARCH -> is64Bit ? "loongarch64" : "loongarch32";
      case ElfConstants.EM_68K -> "m68k";
      case ElfConstants.EM_BPF -> "bpf";
      case ElfConstants.EM_CSKY -> "csky";
      default -> rareName(machine);
    };
  }

  /** What a file says beyond the name of its machine; empty if nothing. */
  static String variant(int machine, boolean is64Bit) {
    return switch (machine) {
      case ElfConstants.EM_X86_64 -> is64Bit ? "" : "x32";
      case ElfConstants.EM_SPARC32PLUS -> "v8plus";
      default -> "";
    };
  }

  /** Machines that need no treatment of their own; numbers from the registry of the gabi. */
  private static String rareName(int machine) {
    return switch (machine) {
      case 15 -> "parisc";
      case 22 -> "s390";
      case 42 -> "sh";
      case 50 -> "ia64";
      case 83 -> "avr";
      case 92 -> "or1k";
      case 94 -> "xtensa";
      case 105 -> "msp430";
      case 113 -> "nios2";
      case 164 -> "hexagon";
      case 189 -> "microblaze";
      case 190 -> "nvptx";
      case 195 -> "arc";
      case 203 -> "xcore";
      case 224 -> "amdgcn";
      case 251 -> "ve";
      case 0x9026 -> "alpha";
      default -> "EM_" + machine;
    };
  }
}
