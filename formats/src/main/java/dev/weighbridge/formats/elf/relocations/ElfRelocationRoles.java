package dev.weighbridge.formats.elf.relocations;

import dev.weighbridge.formats.elf.headers.ElfConstants;
import java.util.Arrays;

/**
 * What the relocation types of one machine do. Numbers are those of the machine's processor
 * supplement; the comments name the first of each row.
 */
final class ElfRelocationRoles {
  /** Above the largest type number of any machine here. */
  private static final int TYPES = 1_100;

  private final byte[] roles = new byte[TYPES];
  private int relative;
  private int mask = -1;

  private ElfRelocationRoles() {
    Arrays.fill(roles, (byte) ElfRelocationRole.OTHER.ordinal());
  }

  /** What a type does. */
  ElfRelocationRole role(int type) {
    int number = type & mask;
    return ElfRelocationRole.of(number >= 0 && number < TYPES ? roles[number] : roles[0]);
  }

  /** The type of a relative relocation, which a packed table implies; 0 if unknown. */
  int relative() {
    return relative;
  }

  private ElfRelocationRoles absolute(int... types) {
    return set(ElfRelocationRole.ABSOLUTE, types);
  }

  private ElfRelocationRoles relative(int... types) {
    relative = types[0];
    return set(ElfRelocationRole.RELATIVE, types);
  }

  private ElfRelocationRoles indirect(int... types) {
    return set(ElfRelocationRole.INDIRECT, types);
  }

  /** The three types of dynamic linking; 0 for one that the machine has not. */
  private ElfRelocationRoles linking(int copy, int globDat, int jumpSlot) {
    set(ElfRelocationRole.COPY, copy);
    set(ElfRelocationRole.GLOB_DAT, globDat);
    return set(ElfRelocationRole.JUMP_SLOT, jumpSlot);
  }

  private ElfRelocationRoles modules(int... types) {
    return set(ElfRelocationRole.TLS_MODULE, types);
  }

  private ElfRelocationRoles offsets(int... types) {
    return set(ElfRelocationRole.TLS_OFFSET, types);
  }

  private ElfRelocationRoles descriptors(int... types) {
    return set(ElfRelocationRole.TLS_DESCRIPTOR, types);
  }

  private ElfRelocationRoles set(ElfRelocationRole role, int... types) {
    for (int type : types) {
      if (type != 0) {
        roles[type] = (byte) role.ordinal();
      }
    }
    return this;
  }

  /** The roles of a machine's types; all {@code OTHER} if it is not known here. */
  static ElfRelocationRoles of(int machine, boolean is64Bit) {
    ElfRelocationRoles roles = new ElfRelocationRoles();
    return switch (machine) {
      case ElfConstants.EM_X86_64 -> x64(roles, is64Bit);
      case ElfConstants.EM_386 -> i386(roles);
      case ElfConstants.EM_AARCH64 -> aarch64(roles);
      case ElfConstants.EM_ARM -> arm(roles);
      case ElfConstants.EM_RISCV -> riscv(roles, is64Bit);
      case ElfConstants.EM_LOONGARCH -> loongArch(roles, is64Bit);
      case ElfConstants.EM_S390 -> s390(roles, is64Bit);
      case ElfConstants.EM_PPC, ElfConstants.EM_PPC64 -> powerPc(roles, is64Bit);
      case ElfConstants.EM_SPARC, ElfConstants.EM_SPARC32PLUS, ElfConstants.EM_SPARCV9 ->
          sparc(roles, is64Bit);
      case ElfConstants.EM_MIPS -> mips(roles, is64Bit);
      case ElfConstants.EM_68K -> roles.absolute(1).relative(22).linking(19, 20, 21);
      case ElfConstants.EM_CSKY -> roles.absolute(1).relative(9).linking(10, 11, 12);
      case ElfConstants.EM_BPF -> roles.absolute(2);
      default -> roles;
    };
  }

  /** R_X86_64_64 (in the 32-bit form R_X86_64_32), RELATIVE, IRELATIVE, COPY, DTPMOD64 ... */
  private static ElfRelocationRoles x64(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 1 : 10)
        .relative(8, 38)
        .indirect(37)
        .linking(5, 6, 7)
        .modules(16)
        .offsets(17, 18)
        .descriptors(36);
  }

  /** R_386_32, RELATIVE, IRELATIVE, COPY, TLS_DTPMOD32, TLS_TPOFF ... */
  private static ElfRelocationRoles i386(ElfRelocationRoles roles) {
    return roles
        .absolute(1)
        .relative(8)
        .indirect(42)
        .linking(5, 6, 7)
        .modules(35)
        .offsets(14, 36, 37)
        .descriptors(41);
  }

  /** R_AARCH64_ABS64, RELATIVE, IRELATIVE, COPY, TLS_DTPMOD, TLS_DTPREL ... */
  private static ElfRelocationRoles aarch64(ElfRelocationRoles roles) {
    return roles
        .absolute(257)
        .relative(1027)
        .indirect(1032)
        .linking(1024, 1025, 1026)
        .modules(1028)
        .offsets(1029, 1030)
        .descriptors(1031);
  }

  /** R_ARM_ABS32 and TARGET1, RELATIVE, IRELATIVE, COPY, TLS_DTPMOD32 ... */
  private static ElfRelocationRoles arm(ElfRelocationRoles roles) {
    return roles
        .absolute(2, 38)
        .relative(23)
        .indirect(160)
        .linking(20, 21, 22)
        .modules(17)
        .offsets(18, 19)
        .descriptors(13);
  }

  /** R_RISCV_32 or 64, RELATIVE, IRELATIVE, COPY (the GOT uses the absolute type) ... */
  private static ElfRelocationRoles riscv(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 2 : 1)
        .relative(3)
        .indirect(58)
        .linking(4, 0, 5)
        .modules(6, 7)
        .offsets(8, 9, 10, 11)
        .descriptors(12);
  }

  /** R_LARCH_32 or 64, RELATIVE, IRELATIVE, COPY, TLS_DTPMOD32 ... */
  private static ElfRelocationRoles loongArch(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 2 : 1)
        .relative(3)
        .indirect(12)
        .linking(4, 0, 5)
        .modules(6, 7)
        .offsets(8, 9, 10, 11)
        .descriptors(13, 14);
  }

  /** R_390_32 or 64, RELATIVE, IRELATIVE, COPY, TLS_DTPMOD ... */
  private static ElfRelocationRoles s390(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 22 : 4)
        .relative(12)
        .indirect(61)
        .linking(9, 10, 11)
        .modules(54)
        .offsets(55, 56);
  }

  /** R_PPC_ADDR32 or R_PPC64_ADDR64, RELATIVE, IRELATIVE, COPY, DTPMOD ... */
  private static ElfRelocationRoles powerPc(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 38 : 1)
        .relative(22)
        .indirect(248)
        .linking(19, 20, 21)
        .modules(68)
        .offsets(73, 78);
  }

  /** R_SPARC_32 or 64 and the unaligned ones, RELATIVE, IRELATIVE and JMP_IREL, COPY ... */
  private static ElfRelocationRoles sparc(ElfRelocationRoles roles, boolean is64Bit) {
    return roles
        .absolute(is64Bit ? 32 : 3, is64Bit ? 54 : 23)
        .relative(22)
        .indirect(249, 248)
        .linking(19, 20, 21)
        .modules(74, 75)
        .offsets(76, 77, 78, 79);
  }

  /**
   * R_MIPS_32 or 64; R_MIPS_REL32, which is absolute or, without a symbol, relative; COPY ... The
   * 64-bit form has up to three types in one record; the first one decides.
   */
  private static ElfRelocationRoles mips(ElfRelocationRoles roles, boolean is64Bit) {
    roles.mask = 0xFF;
    return roles
        .absolute(is64Bit ? 18 : 2, 3)
        .linking(126, 51, 127)
        .modules(38, 40)
        .offsets(39, 41, 47, 48);
  }
}
