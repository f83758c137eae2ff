package dev.weighbridge.formats.elf.headers;

/** The specification's names of section and segment types, without their prefixes. */
final class ElfNames {
  private ElfNames() {}

  static String segmentType(int type) {
    return switch (type) {
      case ElfConstants.PT_NULL -> "NULL";
      case ElfConstants.PT_LOAD -> "LOAD";
      case ElfConstants.PT_DYNAMIC -> "DYNAMIC";
      case ElfConstants.PT_INTERP -> "INTERP";
      case ElfConstants.PT_NOTE -> "NOTE";
      case ElfConstants.PT_SHLIB -> "SHLIB";
      case ElfConstants.PT_PHDR -> "PHDR";
      case ElfConstants.PT_TLS -> "TLS";
      case ElfConstants.PT_GNU_EH_FRAME -> "GNU_EH_FRAME";
      case ElfConstants.PT_GNU_STACK -> "GNU_STACK";
      case ElfConstants.PT_GNU_RELRO -> "GNU_RELRO";
      case ElfConstants.PT_GNU_PROPERTY -> "GNU_PROPERTY";
      default -> hexadecimal(type);
    };
  }

  static String sectionType(int type) {
    return switch (type) {
      case ElfConstants.SHT_NULL -> "NULL";
      case ElfConstants.SHT_PROGBITS -> "PROGBITS";
      case ElfConstants.SHT_SYMTAB -> "SYMTAB";
      case ElfConstants.SHT_STRTAB -> "STRTAB";
      case ElfConstants.SHT_RELA -> "RELA";
      case ElfConstants.SHT_HASH -> "HASH";
      case ElfConstants.SHT_DYNAMIC -> "DYNAMIC";
      case ElfConstants.SHT_NOTE -> "NOTE";
      case ElfConstants.SHT_NOBITS -> "NOBITS";
      case ElfConstants.SHT_REL -> "REL";
      case ElfConstants.SHT_SHLIB -> "SHLIB";
      case ElfConstants.SHT_DYNSYM -> "DYNSYM";
      case ElfConstants.SHT_INIT_ARRAY -> "INIT_ARRAY";
      case ElfConstants.SHT_FINI_ARRAY -> "FINI_ARRAY";
      case ElfConstants.SHT_PREINIT_ARRAY -> "PREINIT_ARRAY";
      case ElfConstants.SHT_GROUP -> "GROUP";
      case ElfConstants.SHT_SYMTAB_SHNDX -> "SYMTAB_SHNDX";
      case ElfConstants.SHT_RELR -> "RELR";
      case ElfConstants.SHT_LLVM_ADDRSIG -> "LLVM_ADDRSIG";
      case ElfConstants.SHT_GNU_ATTRIBUTES -> "GNU_ATTRIBUTES";
      case ElfConstants.SHT_GNU_HASH -> "GNU_HASH";
      case ElfConstants.SHT_GNU_verdef -> "GNU_verdef";
      case ElfConstants.SHT_GNU_verneed -> "GNU_verneed";
      case ElfConstants.SHT_GNU_versym -> "GNU_versym";
      default -> hexadecimal(type);
    };
  }

  private static String hexadecimal(int type) {
    return "0x" + Integer.toHexString(type);
  }
}
