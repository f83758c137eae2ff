package dev.weighbridge.formats.macho.headers;

/**
 * Numbers of the specification, in its spelling.
 *
 * <p>From Apple's headers below {@code mach-o/} and from {@code mach/machine.h}. The public records
 * keep raw numbers; compare them with these.
 */
public final class MachOConstants {
  // The magic number of a header, as read in the file's own byte order; loader.h.
  public static final int MH_MAGIC = 0xfeedface;
  public static final int MH_MAGIC_64 = 0xfeedfacf;

  // The magic number of a universal file, always big-endian; fat.h.
  public static final int FAT_MAGIC = 0xcafebabe;
  public static final int FAT_MAGIC_64 = 0xcafebabf;

  // Processor types, cputype; mach/machine.h.
  public static final int CPU_ARCH_ABI64 = 0x01000000;
  public static final int CPU_ARCH_ABI64_32 = 0x02000000;
  public static final int CPU_TYPE_X86 = 7;
  public static final int CPU_TYPE_X86_64 = CPU_TYPE_X86 | CPU_ARCH_ABI64;
  public static final int CPU_TYPE_ARM = 12;
  public static final int CPU_TYPE_ARM64 = CPU_TYPE_ARM | CPU_ARCH_ABI64;
  public static final int CPU_TYPE_ARM64_32 = CPU_TYPE_ARM | CPU_ARCH_ABI64_32;
  public static final int CPU_TYPE_POWERPC = 18;
  public static final int CPU_TYPE_POWERPC64 = CPU_TYPE_POWERPC | CPU_ARCH_ABI64;

  /** The bits of {@code cpusubtype} that tell capabilities, not the processor. */
  public static final int CPU_SUBTYPE_MASK = 0xff000000;

  // File types, filetype; loader.h.
  public static final int MH_OBJECT = 0x1;
  public static final int MH_EXECUTE = 0x2;
  public static final int MH_FVMLIB = 0x3;
  public static final int MH_CORE = 0x4;
  public static final int MH_PRELOAD = 0x5;
  public static final int MH_DYLIB = 0x6;
  public static final int MH_DYLINKER = 0x7;
  public static final int MH_BUNDLE = 0x8;
  public static final int MH_DYLIB_STUB = 0x9;
  public static final int MH_DSYM = 0xa;
  public static final int MH_KEXT_BUNDLE = 0xb;
  public static final int MH_FILESET = 0xc;

  // Header flags; loader.h.
  public static final int MH_TWOLEVEL = 0x80;
  public static final int MH_SUBSECTIONS_VIA_SYMBOLS = 0x2000;
  public static final int MH_PIE = 0x200000;

  // Load commands, cmd; loader.h.
  public static final int LC_REQ_DYLD = 0x80000000;
  public static final int LC_SEGMENT = 0x1;
  public static final int LC_SYMTAB = 0x2;
  public static final int LC_SYMSEG = 0x3;
  public static final int LC_THREAD = 0x4;
  public static final int LC_UNIXTHREAD = 0x5;
  public static final int LC_LOADFVMLIB = 0x6;
  public static final int LC_IDFVMLIB = 0x7;
  public static final int LC_IDENT = 0x8;
  public static final int LC_FVMFILE = 0x9;
  public static final int LC_PREPAGE = 0xa;
  public static final int LC_DYSYMTAB = 0xb;
  public static final int LC_LOAD_DYLIB = 0xc;
  public static final int LC_ID_DYLIB = 0xd;
  public static final int LC_LOAD_DYLINKER = 0xe;
  public static final int LC_ID_DYLINKER = 0xf;
  public static final int LC_PREBOUND_DYLIB = 0x10;
  public static final int LC_ROUTINES = 0x11;
  public static final int LC_SUB_FRAMEWORK = 0x12;
  public static final int LC_SUB_UMBRELLA = 0x13;
  public static final int LC_SUB_CLIENT = 0x14;
  public static final int LC_SUB_LIBRARY = 0x15;
  public static final int LC_TWOLEVEL_HINTS = 0x16;
  public static final int LC_PREBIND_CKSUM = 0x17;
  public static final int LC_LOAD_WEAK_DYLIB = 0x18 | LC_REQ_DYLD;
  public static final int LC_SEGMENT_64 = 0x19;
  public static final int LC_ROUTINES_64 = 0x1a;
  public static final int LC_UUID = 0x1b;
  public static final int LC_RPATH = 0x1c | LC_REQ_DYLD;
  public static final int LC_CODE_SIGNATURE = 0x1d;
  public static final int LC_SEGMENT_SPLIT_INFO = 0x1e;
  public static final int LC_REEXPORT_DYLIB = 0x1f | LC_REQ_DYLD;
  public static final int LC_LAZY_LOAD_DYLIB = 0x20;
  public static final int LC_ENCRYPTION_INFO = 0x21;
  public static final int LC_DYLD_INFO = 0x22;
  public static final int LC_DYLD_INFO_ONLY = 0x22 | LC_REQ_DYLD;
  public static final int LC_LOAD_UPWARD_DYLIB = 0x23 | LC_REQ_DYLD;
  public static final int LC_VERSION_MIN_MACOSX = 0x24;
  public static final int LC_VERSION_MIN_IPHONEOS = 0x25;
  public static final int LC_FUNCTION_STARTS = 0x26;
  public static final int LC_DYLD_ENVIRONMENT = 0x27;
  public static final int LC_MAIN = 0x28 | LC_REQ_DYLD;
  public static final int LC_DATA_IN_CODE = 0x29;
  public static final int LC_SOURCE_VERSION = 0x2a;
  public static final int LC_DYLIB_CODE_SIGN_DRS = 0x2b;
  public static final int LC_ENCRYPTION_INFO_64 = 0x2c;
  public static final int LC_LINKER_OPTION = 0x2d;
  public static final int LC_LINKER_OPTIMIZATION_HINT = 0x2e;
  public static final int LC_VERSION_MIN_TVOS = 0x2f;
  public static final int LC_VERSION_MIN_WATCHOS = 0x30;
  public static final int LC_NOTE = 0x31;
  public static final int LC_BUILD_VERSION = 0x32;
  public static final int LC_DYLD_EXPORTS_TRIE = 0x33 | LC_REQ_DYLD;
  public static final int LC_DYLD_CHAINED_FIXUPS = 0x34 | LC_REQ_DYLD;
  public static final int LC_FILESET_ENTRY = 0x35 | LC_REQ_DYLD;
  public static final int LC_ATOM_INFO = 0x36;
  public static final int LC_FUNCTION_VARIANTS = 0x37;
  public static final int LC_FUNCTION_VARIANT_FIXUPS = 0x38;
  public static final int LC_TARGET_TRIPLE = 0x39;
  public static final int LC_LAZY_LOAD_DYLIB_INFO = 0x3a;

  // Protections of a segment, initprot and maxprot; mach/vm_prot.h.
  public static final int VM_PROT_READ = 1;
  public static final int VM_PROT_WRITE = 2;
  public static final int VM_PROT_EXECUTE = 4;

  // Section types, the low byte of the flags of a section; loader.h.
  public static final int SECTION_TYPE = 0x000000ff;
  public static final int S_REGULAR = 0x0;
  public static final int S_ZEROFILL = 0x1;
  public static final int S_CSTRING_LITERALS = 0x2;
  public static final int S_4BYTE_LITERALS = 0x3;
  public static final int S_8BYTE_LITERALS = 0x4;
  public static final int S_LITERAL_POINTERS = 0x5;
  public static final int S_NON_LAZY_SYMBOL_POINTERS = 0x6;
  public static final int S_LAZY_SYMBOL_POINTERS = 0x7;
  public static final int S_SYMBOL_STUBS = 0x8;
  public static final int S_MOD_INIT_FUNC_POINTERS = 0x9;
  public static final int S_MOD_TERM_FUNC_POINTERS = 0xa;
  public static final int S_COALESCED = 0xb;
  public static final int S_GB_ZEROFILL = 0xc;
  public static final int S_INTERPOSING = 0xd;
  public static final int S_16BYTE_LITERALS = 0xe;
  public static final int S_DTRACE_DOF = 0xf;
  public static final int S_LAZY_DYLIB_SYMBOL_POINTERS = 0x10;
  public static final int S_THREAD_LOCAL_REGULAR = 0x11;
  public static final int S_THREAD_LOCAL_ZEROFILL = 0x12;
  public static final int S_THREAD_LOCAL_VARIABLES = 0x13;
  public static final int S_THREAD_LOCAL_VARIABLE_POINTERS = 0x14;
  public static final int S_THREAD_LOCAL_INIT_FUNCTION_POINTERS = 0x15;
  public static final int S_INIT_FUNC_OFFSETS = 0x16;

  // Section attributes; loader.h.
  public static final int S_ATTR_PURE_INSTRUCTIONS = 0x80000000;
  public static final int S_ATTR_NO_DEAD_STRIP = 0x10000000;
  public static final int S_ATTR_DEBUG = 0x02000000;
  public static final int S_ATTR_SOME_INSTRUCTIONS = 0x00000400;

  // Parts of n_type; nlist.h.
  public static final int N_STAB = 0xe0;
  public static final int N_PEXT = 0x10;
  public static final int N_TYPE = 0x0e;
  public static final int N_EXT = 0x01;

  // Values of n_type & N_TYPE; nlist.h.
  public static final int N_UNDF = 0x0;
  public static final int N_ABS = 0x2;
  public static final int N_INDR = 0xa;
  public static final int N_PBUD = 0xc;
  public static final int N_SECT = 0xe;

  // Bits of n_desc; nlist.h.
  public static final int N_ARM_THUMB_DEF = 0x0008;
  public static final int N_WEAK_REF = 0x0040;
  public static final int N_WEAK_DEF = 0x0080;
  public static final int N_ALT_ENTRY = 0x0200;

  // Values of n_type of debug-map symbols; stab.h.
  public static final int N_GSYM = 0x20;
  public static final int N_FUN = 0x24;
  public static final int N_STSYM = 0x26;
  public static final int N_BNSYM = 0x2e;
  public static final int N_AST = 0x32;
  public static final int N_ENSYM = 0x4e;
  public static final int N_SO = 0x64;
  public static final int N_OSO = 0x66;

  // Entries of the indirect symbol table that name no symbol; loader.h.
  public static final int INDIRECT_SYMBOL_LOCAL = 0x80000000;
  public static final int INDIRECT_SYMBOL_ABS = 0x40000000;

  // Flags of an exported symbol; loader.h.
  public static final int EXPORT_SYMBOL_FLAGS_KIND_MASK = 0x03;
  public static final int EXPORT_SYMBOL_FLAGS_KIND_REGULAR = 0x00;
  public static final int EXPORT_SYMBOL_FLAGS_KIND_THREAD_LOCAL = 0x01;
  public static final int EXPORT_SYMBOL_FLAGS_KIND_ABSOLUTE = 0x02;
  public static final int EXPORT_SYMBOL_FLAGS_WEAK_DEFINITION = 0x04;
  public static final int EXPORT_SYMBOL_FLAGS_REEXPORT = 0x08;
  public static final int EXPORT_SYMBOL_FLAGS_STUB_AND_RESOLVER = 0x10;

  // Kinds of data in code; loader.h.
  public static final int DICE_KIND_DATA = 1;
  public static final int DICE_KIND_JUMP_TABLE8 = 2;
  public static final int DICE_KIND_JUMP_TABLE16 = 3;
  public static final int DICE_KIND_JUMP_TABLE32 = 4;
  public static final int DICE_KIND_ABS_JUMP_TABLE32 = 5;

  // Relocation types that come in pairs or scattered; reloc.h, x86_64/reloc.h, arm64/reloc.h.
  public static final int R_SCATTERED = 0x80000000;
  public static final int X86_64_RELOC_SUBTRACTOR = 5;
  public static final int ARM64_RELOC_SUBTRACTOR = 1;

  // Magic numbers of the blobs of a code signature, always big-endian; kern/cs_blobs.h.
  public static final int CSMAGIC_REQUIREMENTS = 0xfade0c01;
  public static final int CSMAGIC_CODEDIRECTORY = 0xfade0c02;
  public static final int CSMAGIC_EMBEDDED_SIGNATURE = 0xfade0cc0;
  public static final int CSMAGIC_EMBEDDED_ENTITLEMENTS = 0xfade7171;
  public static final int CSMAGIC_EMBEDDED_DER_ENTITLEMENTS = 0xfade7172;
  public static final int CSMAGIC_EMBEDDED_LAUNCH_CONSTRAINT = 0xfade8181;
  public static final int CSMAGIC_BLOBWRAPPER = 0xfade0b01;

  private MachOConstants() {}
}
