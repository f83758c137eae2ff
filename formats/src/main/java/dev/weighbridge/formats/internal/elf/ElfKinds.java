package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_RELA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_RELR;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ARM_EXIDX;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_CREL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_DYNAMIC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_DYNSYM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_FINI_ARRAY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_ATTRIBUTES;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_HASH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_verdef;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_verneed;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_versym;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GROUP;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_HASH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_INIT_ARRAY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_LLVM_ADDRSIG;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOTE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_PREINIT_ARRAY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_RELA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_RELR;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_STRTAB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_SYMTAB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_SYMTAB_SHNDX;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.elf.headers.ElfSection;

/**
 * What the bytes of a section are where nothing finer is known: by its type, then its name, then
 * its flags.
 */
final class ElfKinds {
  /** What BOLT puts before the names of sections whose content it has moved elsewhere. */
  private static final String BOLT_ORIGINAL = ".bolt.org";

  /** The list of packages that cargo-auditable leaves in a program. */
  private static final String DEPENDENCIES = ".dep-v0";

  private ElfKinds() {}

  /**
   * The kind of a section.
   *
   * @param isReadOnlyAfterRelocation whether {@code PT_GNU_RELRO} covers it
   */
  static Kind of(ElfSection section, boolean isReadOnlyAfterRelocation) {
    String name = originalName(section);
    Kind byType = byType(section, name);
    Kind known = byType != Kind.OTHER ? byType : byName(name);
    return known != Kind.OTHER ? known : byFlags(section, name, isReadOnlyAfterRelocation);
  }

  /**
   * Whether the tools define what all bytes of a section are, so that its name explains them.
   *
   * <p>What a program itself puts into its memory, it does not. The old code section of BOLT is
   * none of that: what no symbol claims there are dead copies of functions that were moved.
   */
  static boolean isMetadata(ElfSection section, Kind kind) {
    return switch (kind) {
      case CODE -> section.name().equals(BOLT_ORIGINAL + ".text");
      case DATA, ZERO -> false;
      case RODATA -> section.name().equals(DEPENDENCIES);
      case OTHER -> !section.isLoaded() && isToolSection(section, section.name());
      default -> true;
    };
  }

  private static String originalName(ElfSection section) {
    String name = section.name();
    return name.startsWith(BOLT_ORIGINAL) ? name.substring(BOLT_ORIGINAL.length()) : name;
  }

  private static Kind byType(ElfSection section, String name) {
    return switch (section.type()) {
      case SHT_SYMTAB, SHT_SYMTAB_SHNDX -> Kind.NAMES;
      case SHT_STRTAB -> stringTable(section, name);
      case SHT_REL,
          SHT_RELA,
          SHT_RELR,
          SHT_CREL,
          SHT_ANDROID_REL,
          SHT_ANDROID_RELA,
          SHT_ANDROID_RELR ->
          Kind.RELOCATIONS;
      case SHT_DYNAMIC, SHT_DYNSYM, SHT_HASH, SHT_GNU_HASH -> Kind.LINKING;
      case SHT_GNU_versym, SHT_GNU_verdef, SHT_GNU_verneed -> Kind.LINKING;
      case SHT_INIT_ARRAY, SHT_FINI_ARRAY, SHT_PREINIT_ARRAY -> Kind.LINKING;
      case SHT_NOTE, SHT_GROUP, SHT_GNU_ATTRIBUTES -> Kind.HEADERS;
      default -> Kind.OTHER;
    };
  }

  private static Kind stringTable(ElfSection section, String name) {
    if (section.isLoaded()) {
      return Kind.LINKING;
    }
    if (name.startsWith(".stab")) {
      return Kind.DEBUG;
    }
    return name.equals(".shstrtab") ? Kind.HEADERS : Kind.NAMES;
  }

  private static Kind byName(String name) {
    if (name.startsWith(".debug") || name.startsWith(".zdebug") || name.startsWith(".stab")) {
      return Kind.DEBUG;
    }
    if (name.startsWith(".ARM.exidx") || name.startsWith(".ARM.extab")) {
      return Kind.UNWIND;
    }
    if (name.startsWith(".gcc_except_table") || name.startsWith(".eh_frame")) {
      return Kind.UNWIND;
    }
    if (name.startsWith(".note") || name.startsWith(".gnu.warning")) {
      return Kind.HEADERS;
    }
    if (name.startsWith(".mdebug")) {
      return Kind.DEBUG;
    }
    return switch (name) {
      case ".sframe" -> Kind.UNWIND;
      // Linux, arch/x86/include/asm/orc_types.h: how the kernel and its modules unwind.
      case ".orc_unwind", ".orc_unwind_ip", ".orc_lookup", ".orc_header" -> Kind.UNWIND;
      case ".gdb_index", ".gnu_debuglink", ".gnu_debugaltlink", ".BTF", ".BTF.ext", ".pdr" ->
          Kind.DEBUG;
      case ".line", ".SUNW_ctf", ".ctf" -> Kind.DEBUG;
      case ".gnu_debugdata" -> Kind.NAMES;
      case ".interp", ".dynamic", ".dynstr", ".gnu.liblist", ".gnu.conflict" -> Kind.LINKING;
      case ".got",
          ".got.plt",
          ".got2",
          ".plt",
          ".plt.got",
          ".plt.sec",
          ".iplt",
          ".igot",
          ".igot.plt" ->
          Kind.LINKING;
      case ".glink", ".plt.bnd", ".branch_lt", ".MIPS.stubs", ".MIPS.xhash", ".rld_map" ->
          Kind.LINKING;
      case ".comment", ".ARM.attributes", ".riscv.attributes", ".gnu.attributes" -> Kind.HEADERS;
      case ".MIPS.abiflags", ".MIPS.options", ".reginfo", ".csky.attributes" -> Kind.HEADERS;
      default -> Kind.OTHER;
    };
  }

  private static Kind byFlags(ElfSection section, String name, boolean isReadOnlyLater) {
    if (section.type() == SHT_ARM_EXIDX && section.isLoaded()) {
      return Kind.UNWIND;
    }
    if (section.isExecutable()) {
      return Kind.CODE;
    }
    if (!section.isLoaded()) {
      return Kind.OTHER;
    }
    if (section.type() == SHT_NOBITS && section.isWritable()) {
      return Kind.ZERO;
    }
    if (!section.isWritable() || name.startsWith(".data.rel.ro")) {
      return Kind.RODATA;
    }
    return isReadOnlyLater && !section.isThreadLocal() ? Kind.RODATA : Kind.DATA;
  }

  /** Sections of compilers and languages that are no part of the program's memory. */
  private static boolean isToolSection(ElfSection section, String name) {
    return section.type() == SHT_LLVM_ADDRSIG
        || name.startsWith(".llvm")
        || name.startsWith(".gnu.")
        || name.startsWith(".rustc")
        || name.equals(".rmeta")
        || name.equals(".stack_sizes")
        || name.equals(DEPENDENCIES);
  }
}
