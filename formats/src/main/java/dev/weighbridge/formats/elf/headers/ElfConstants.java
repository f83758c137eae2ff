package dev.weighbridge.formats.elf.headers;

/**
 * Numbers of the specification, in its spelling.
 *
 * <p>From the System V ABI (gabi), its processor supplements and the GNU extensions of the Linux
 * Standard Base. The public records keep raw numbers; compare them with these.
 */
public final class ElfConstants {
  // Object file types, e_type; gabi 4, ELF header.
  public static final int ET_NONE = 0;
  public static final int ET_REL = 1;
  public static final int ET_EXEC = 2;
  public static final int ET_DYN = 3;
  public static final int ET_CORE = 4;

  // Indices into e_ident; gabi 4, ELF identification.
  public static final int EI_CLASS = 4;
  public static final int EI_DATA = 5;
  public static final int EI_VERSION = 6;
  public static final int EI_OSABI = 7;
  public static final int EI_ABIVERSION = 8;
  public static final int EI_NIDENT = 16;

  // Values of e_ident[EI_CLASS] and e_ident[EI_DATA].
  public static final int ELFCLASS32 = 1;
  public static final int ELFCLASS64 = 2;
  public static final int ELFDATA2LSB = 1;
  public static final int ELFDATA2MSB = 2;

  // Machines this library treats specially, e_machine; the registry of the gabi.
  public static final int EM_SPARC = 2;
  public static final int EM_386 = 3;
  public static final int EM_68K = 4;
  public static final int EM_MIPS = 8;
  public static final int EM_SPARC32PLUS = 18;
  public static final int EM_PPC = 20;
  public static final int EM_PPC64 = 21;
  public static final int EM_S390 = 22;
  public static final int EM_ARM = 40;
  public static final int EM_SPARCV9 = 43;
  public static final int EM_X86_64 = 62;
  public static final int EM_AARCH64 = 183;
  public static final int EM_RISCV = 243;
  public static final int EM_BPF = 247;
  public static final int EM_CSKY = 252;
  public static final int EM_LOONGARCH = 258;

  // Special section indices; gabi 4, sections.
  public static final int SHN_UNDEF = 0;
  public static final int SHN_LORESERVE = 0xff00;
  public static final int SHN_ABS = 0xfff1;
  public static final int SHN_COMMON = 0xfff2;
  public static final int SHN_XINDEX = 0xffff;

  // e_phnum when the count is in sh_info of section 0.
  public static final int PN_XNUM = 65535;

  // Section types, sh_type.
  public static final int SHT_NULL = 0;
  public static final int SHT_PROGBITS = 1;
  public static final int SHT_SYMTAB = 2;
  public static final int SHT_STRTAB = 3;
  public static final int SHT_RELA = 4;
  public static final int SHT_HASH = 5;
  public static final int SHT_DYNAMIC = 6;
  public static final int SHT_NOTE = 7;
  public static final int SHT_NOBITS = 8;
  public static final int SHT_REL = 9;
  public static final int SHT_SHLIB = 10;
  public static final int SHT_DYNSYM = 11;
  public static final int SHT_INIT_ARRAY = 14;
  public static final int SHT_FINI_ARRAY = 15;
  public static final int SHT_PREINIT_ARRAY = 16;
  public static final int SHT_GROUP = 17;
  public static final int SHT_SYMTAB_SHNDX = 18;
  public static final int SHT_RELR = 19;

  // Section types of systems and machines.
  public static final int SHT_ANDROID_REL = 0x60000001;
  public static final int SHT_ANDROID_RELA = 0x60000002;
  public static final int SHT_ANDROID_RELR = 0x6fffff00;
  public static final int SHT_CREL = 0x40000014;
  public static final int SHT_LLVM_ADDRSIG = 0x6fff4c03;
  public static final int SHT_GNU_ATTRIBUTES = 0x6ffffff5;
  public static final int SHT_GNU_HASH = 0x6ffffff6;
  public static final int SHT_GNU_verdef = 0x6ffffffd;
  public static final int SHT_GNU_verneed = 0x6ffffffe;
  public static final int SHT_GNU_versym = 0x6fffffff;
  public static final int SHT_X86_64_UNWIND = 0x70000001;
  public static final int SHT_ARM_EXIDX = 0x70000001;
  public static final int SHT_ARM_ATTRIBUTES = 0x70000003;
  public static final int SHT_MIPS_REGINFO = 0x70000006;
  public static final int SHT_MIPS_OPTIONS = 0x7000000d;
  public static final int SHT_MIPS_DWARF = 0x7000001e;
  public static final int SHT_MIPS_ABIFLAGS = 0x7000002a;
  public static final int SHT_RISCV_ATTRIBUTES = 0x70000003;

  // Section flags, sh_flags.
  public static final long SHF_WRITE = 0x1;
  public static final long SHF_ALLOC = 0x2;
  public static final long SHF_EXECINSTR = 0x4;
  public static final long SHF_MERGE = 0x10;
  public static final long SHF_STRINGS = 0x20;
  public static final long SHF_INFO_LINK = 0x40;
  public static final long SHF_LINK_ORDER = 0x80;
  public static final long SHF_OS_NONCONFORMING = 0x100;
  public static final long SHF_GROUP = 0x200;
  public static final long SHF_TLS = 0x400;
  public static final long SHF_COMPRESSED = 0x800;
  public static final long SHF_GNU_RETAIN = 0x200000;
  public static final long SHF_EXCLUDE = 0x80000000L;

  // Kinds of compression, ch_type; gabi 4, section compression.
  public static final int ELFCOMPRESS_ZLIB = 1;
  public static final int ELFCOMPRESS_ZSTD = 2;

  // Flag in the first word of a section group.
  public static final int GRP_COMDAT = 0x1;

  // Segment types, p_type; gabi 5, program header.
  public static final int PT_NULL = 0;
  public static final int PT_LOAD = 1;
  public static final int PT_DYNAMIC = 2;
  public static final int PT_INTERP = 3;
  public static final int PT_NOTE = 4;
  public static final int PT_SHLIB = 5;
  public static final int PT_PHDR = 6;
  public static final int PT_TLS = 7;
  public static final int PT_GNU_EH_FRAME = 0x6474e550;
  public static final int PT_GNU_STACK = 0x6474e551;
  public static final int PT_GNU_RELRO = 0x6474e552;
  public static final int PT_GNU_PROPERTY = 0x6474e553;
  public static final int PT_ARM_EXIDX = 0x70000001;
  public static final int PT_AARCH64_MEMTAG_MTE = 0x70000002;
  public static final int PT_RISCV_ATTRIBUTES = 0x70000003;
  public static final int PT_MIPS_REGINFO = 0x70000000;
  public static final int PT_MIPS_OPTIONS = 0x70000002;
  public static final int PT_MIPS_ABIFLAGS = 0x70000003;

  // Segment permissions, p_flags.
  public static final int PF_X = 0x1;
  public static final int PF_W = 0x2;
  public static final int PF_R = 0x4;

  // Symbol bindings, the high half of st_info; gabi 4, symbol table.
  public static final int STB_LOCAL = 0;
  public static final int STB_GLOBAL = 1;
  public static final int STB_WEAK = 2;
  public static final int STB_GNU_UNIQUE = 10;

  // Symbol types, the low half of st_info.
  public static final int STT_NOTYPE = 0;
  public static final int STT_OBJECT = 1;
  public static final int STT_FUNC = 2;
  public static final int STT_SECTION = 3;
  public static final int STT_FILE = 4;
  public static final int STT_COMMON = 5;
  public static final int STT_TLS = 6;
  public static final int STT_GNU_IFUNC = 10;
  public static final int STT_ARM_TFUNC = 13;

  // Symbol visibility, the low two bits of st_other.
  public static final int STV_DEFAULT = 0;
  public static final int STV_INTERNAL = 1;
  public static final int STV_HIDDEN = 2;
  public static final int STV_PROTECTED = 3;

  // Dynamic tags, d_tag; gabi 5, dynamic section.
  public static final long DT_NULL = 0;
  public static final long DT_NEEDED = 1;
  public static final long DT_PLTRELSZ = 2;
  public static final long DT_PLTGOT = 3;
  public static final long DT_HASH = 4;
  public static final long DT_STRTAB = 5;
  public static final long DT_SYMTAB = 6;
  public static final long DT_RELA = 7;
  public static final long DT_RELASZ = 8;
  public static final long DT_RELAENT = 9;
  public static final long DT_STRSZ = 10;
  public static final long DT_SYMENT = 11;
  public static final long DT_INIT = 12;
  public static final long DT_FINI = 13;
  public static final long DT_SONAME = 14;
  public static final long DT_RPATH = 15;
  public static final long DT_SYMBOLIC = 16;
  public static final long DT_REL = 17;
  public static final long DT_RELSZ = 18;
  public static final long DT_RELENT = 19;
  public static final long DT_PLTREL = 20;
  public static final long DT_DEBUG = 21;
  public static final long DT_TEXTREL = 22;
  public static final long DT_JMPREL = 23;
  public static final long DT_BIND_NOW = 24;
  public static final long DT_INIT_ARRAY = 25;
  public static final long DT_FINI_ARRAY = 26;
  public static final long DT_INIT_ARRAYSZ = 27;
  public static final long DT_FINI_ARRAYSZ = 28;
  public static final long DT_RUNPATH = 29;
  public static final long DT_FLAGS = 30;
  public static final long DT_PREINIT_ARRAY = 32;
  public static final long DT_PREINIT_ARRAYSZ = 33;
  public static final long DT_SYMTAB_SHNDX = 34;
  public static final long DT_RELRSZ = 35;
  public static final long DT_RELR = 36;
  public static final long DT_RELRENT = 37;

  // Dynamic tags of systems and machines.
  public static final long DT_ANDROID_REL = 0x6000000f;
  public static final long DT_ANDROID_RELSZ = 0x60000010;
  public static final long DT_ANDROID_RELA = 0x60000011;
  public static final long DT_ANDROID_RELASZ = 0x60000012;
  public static final long DT_ANDROID_RELR = 0x6fffe000;
  public static final long DT_ANDROID_RELRSZ = 0x6fffe001;
  public static final long DT_GNU_HASH = 0x6ffffef5;
  public static final long DT_AUDIT = 0x6ffffefc;
  public static final long DT_DEPAUDIT = 0x6ffffefb;
  public static final long DT_AUXILIARY = 0x7ffffffd;
  public static final long DT_FILTER = 0x7fffffff;
  public static final long DT_VERSYM = 0x6ffffff0;
  public static final long DT_RELACOUNT = 0x6ffffff9;
  public static final long DT_RELCOUNT = 0x6ffffffa;
  public static final long DT_FLAGS_1 = 0x6ffffffb;
  public static final long DT_VERDEF = 0x6ffffffc;
  public static final long DT_VERDEFNUM = 0x6ffffffd;
  public static final long DT_VERNEED = 0x6ffffffe;
  public static final long DT_VERNEEDNUM = 0x6fffffff;
  public static final long DT_MIPS_LOCAL_GOTNO = 0x7000000a;
  public static final long DT_MIPS_SYMTABNO = 0x70000011;
  public static final long DT_MIPS_GOTSYM = 0x70000013;
  public static final long DT_PPC_GOT = 0x70000000;
  public static final long DT_PPC64_GLINK = 0x70000000;
  public static final long DT_PPC64_OPD = 0x70000001;
  public static final long DT_PPC64_OPDSZ = 0x70000002;

  // Flags in DT_FLAGS.
  public static final long DF_ORIGIN = 0x1;
  public static final long DF_SYMBOLIC = 0x2;
  public static final long DF_TEXTREL = 0x4;
  public static final long DF_BIND_NOW = 0x8;
  public static final long DF_STATIC_TLS = 0x10;

  // Flags in DT_FLAGS_1.
  public static final long DF_1_NOW = 0x1;
  public static final long DF_1_PIE = 0x8000000;

  // Version bookkeeping; LSB, symbol versioning.
  public static final int VER_NDX_LOCAL = 0;
  public static final int VER_NDX_GLOBAL = 1;
  public static final int VER_FLG_BASE = 0x1;
  public static final int VER_FLG_WEAK = 0x2;

  // Note types of the owner GNU.
  public static final int NT_GNU_ABI_TAG = 1;
  public static final int NT_GNU_HWCAP = 2;
  public static final int NT_GNU_BUILD_ID = 3;
  public static final int NT_GNU_GOLD_VERSION = 4;
  public static final int NT_GNU_PROPERTY_TYPE_0 = 5;

  // Note types of the owners stapsdt and FDO.
  public static final int NT_STAPSDT = 3;
  public static final int NT_FDO_PACKAGING_METADATA = 0xcafe1a7e;

  // Properties in NT_GNU_PROPERTY_TYPE_0.
  public static final int GNU_PROPERTY_STACK_SIZE = 1;
  public static final int GNU_PROPERTY_NO_COPY_ON_PROTECTED = 2;
  public static final int GNU_PROPERTY_X86_FEATURE_1_AND = 0xc0000002;
  public static final int GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002;
  public static final int GNU_PROPERTY_X86_ISA_1_USED = 0xc0010002;
  public static final int GNU_PROPERTY_AARCH64_FEATURE_1_AND = 0xc0000000;

  private ElfConstants() {}
}
