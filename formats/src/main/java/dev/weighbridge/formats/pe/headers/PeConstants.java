package dev.weighbridge.formats.pe.headers;

/**
 * Numbers of the specification, in its spelling.
 *
 * <p>From the Microsoft PE Format specification, {@code winnt.h} and the x64 and ARM64 exception
 * handling conventions. The public records keep raw numbers; compare them with these.
 */
public final class PeConstants {
  // Machines this library treats specially; PE Format, Machine Types.
  public static final int IMAGE_FILE_MACHINE_UNKNOWN = 0;
  public static final int IMAGE_FILE_MACHINE_I386 = 0x14c;
  public static final int IMAGE_FILE_MACHINE_ARM = 0x1c0;
  public static final int IMAGE_FILE_MACHINE_THUMB = 0x1c2;
  public static final int IMAGE_FILE_MACHINE_ARMNT = 0x1c4;
  public static final int IMAGE_FILE_MACHINE_IA64 = 0x200;
  public static final int IMAGE_FILE_MACHINE_EBC = 0xebc;
  public static final int IMAGE_FILE_MACHINE_RISCV32 = 0x5032;
  public static final int IMAGE_FILE_MACHINE_RISCV64 = 0x5064;
  public static final int IMAGE_FILE_MACHINE_LOONGARCH64 = 0x6264;
  public static final int IMAGE_FILE_MACHINE_AMD64 = 0x8664;
  public static final int IMAGE_FILE_MACHINE_ARM64EC = 0xa641;
  public static final int IMAGE_FILE_MACHINE_ARM64X = 0xa64e;
  public static final int IMAGE_FILE_MACHINE_ARM64 = 0xaa64;

  // Flags of the file header; PE Format, Characteristics.
  public static final int IMAGE_FILE_RELOCS_STRIPPED = 0x0001;
  public static final int IMAGE_FILE_EXECUTABLE_IMAGE = 0x0002;
  public static final int IMAGE_FILE_LINE_NUMS_STRIPPED = 0x0004;
  public static final int IMAGE_FILE_LOCAL_SYMS_STRIPPED = 0x0008;
  public static final int IMAGE_FILE_LARGE_ADDRESS_AWARE = 0x0020;
  public static final int IMAGE_FILE_32BIT_MACHINE = 0x0100;
  public static final int IMAGE_FILE_DEBUG_STRIPPED = 0x0200;
  public static final int IMAGE_FILE_SYSTEM = 0x1000;
  public static final int IMAGE_FILE_DLL = 0x2000;

  // Magic of the optional header; PE Format, Optional Header.
  public static final int IMAGE_NT_OPTIONAL_HDR32_MAGIC = 0x10b;
  public static final int IMAGE_NT_OPTIONAL_HDR64_MAGIC = 0x20b;

  // Rows of the data directory; PE Format, Optional Header Data Directories.
  public static final int IMAGE_DIRECTORY_ENTRY_EXPORT = 0;
  public static final int IMAGE_DIRECTORY_ENTRY_IMPORT = 1;
  public static final int IMAGE_DIRECTORY_ENTRY_RESOURCE = 2;
  public static final int IMAGE_DIRECTORY_ENTRY_EXCEPTION = 3;
  public static final int IMAGE_DIRECTORY_ENTRY_SECURITY = 4;
  public static final int IMAGE_DIRECTORY_ENTRY_BASERELOC = 5;
  public static final int IMAGE_DIRECTORY_ENTRY_DEBUG = 6;
  public static final int IMAGE_DIRECTORY_ENTRY_ARCHITECTURE = 7;
  public static final int IMAGE_DIRECTORY_ENTRY_GLOBALPTR = 8;
  public static final int IMAGE_DIRECTORY_ENTRY_TLS = 9;
  public static final int IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG = 10;
  public static final int IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT = 11;
  public static final int IMAGE_DIRECTORY_ENTRY_IAT = 12;
  public static final int IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT = 13;
  public static final int IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR = 14;

  // Flags of a section; PE Format, Section Flags.
  public static final int IMAGE_SCN_CNT_CODE = 0x0000_0020;
  public static final int IMAGE_SCN_CNT_INITIALIZED_DATA = 0x0000_0040;
  public static final int IMAGE_SCN_CNT_UNINITIALIZED_DATA = 0x0000_0080;
  public static final int IMAGE_SCN_LNK_INFO = 0x0000_0200;
  public static final int IMAGE_SCN_LNK_REMOVE = 0x0000_0800;
  public static final int IMAGE_SCN_LNK_COMDAT = 0x0000_1000;
  public static final int IMAGE_SCN_ALIGN_MASK = 0x00F0_0000;
  public static final int IMAGE_SCN_LNK_NRELOC_OVFL = 0x0100_0000;
  public static final int IMAGE_SCN_MEM_DISCARDABLE = 0x0200_0000;
  public static final int IMAGE_SCN_MEM_SHARED = 0x1000_0000;
  public static final int IMAGE_SCN_MEM_EXECUTE = 0x2000_0000;
  public static final int IMAGE_SCN_MEM_READ = 0x4000_0000;
  public static final int IMAGE_SCN_MEM_WRITE = 0x8000_0000;

  // Section numbers with a meaning of their own; PE Format, Section Number Values.
  public static final int IMAGE_SYM_UNDEFINED = 0;
  public static final int IMAGE_SYM_ABSOLUTE = -1;
  public static final int IMAGE_SYM_DEBUG = -2;

  // Derived type in a symbol's type field; PE Format, Type Representation.
  public static final int IMAGE_SYM_DTYPE_FUNCTION = 2;

  // Storage classes; PE Format, Storage Class.
  public static final int IMAGE_SYM_CLASS_EXTERNAL = 2;
  public static final int IMAGE_SYM_CLASS_STATIC = 3;
  public static final int IMAGE_SYM_CLASS_LABEL = 6;
  public static final int IMAGE_SYM_CLASS_FUNCTION = 101;
  public static final int IMAGE_SYM_CLASS_FILE = 103;
  public static final int IMAGE_SYM_CLASS_SECTION = 104;
  public static final int IMAGE_SYM_CLASS_WEAK_EXTERNAL = 105;
  public static final int IMAGE_SYM_CLASS_CLR_TOKEN = 107;

  // Base relocation types; PE Format, Base Relocation Types.
  public static final int IMAGE_REL_BASED_ABSOLUTE = 0;
  public static final int IMAGE_REL_BASED_HIGH = 1;
  public static final int IMAGE_REL_BASED_LOW = 2;
  public static final int IMAGE_REL_BASED_HIGHLOW = 3;
  public static final int IMAGE_REL_BASED_HIGHADJ = 4;
  public static final int IMAGE_REL_BASED_DIR64 = 10;

  // Debug types; PE Format, Debug Type.
  public static final int IMAGE_DEBUG_TYPE_COFF = 1;
  public static final int IMAGE_DEBUG_TYPE_CODEVIEW = 2;
  public static final int IMAGE_DEBUG_TYPE_MISC = 4;
  public static final int IMAGE_DEBUG_TYPE_OMAP_TO_SRC = 7;
  public static final int IMAGE_DEBUG_TYPE_OMAP_FROM_SRC = 8;
  public static final int IMAGE_DEBUG_TYPE_VC_FEATURE = 12;
  public static final int IMAGE_DEBUG_TYPE_POGO = 13;
  public static final int IMAGE_DEBUG_TYPE_ILTCG = 14;
  public static final int IMAGE_DEBUG_TYPE_REPRO = 16;
  public static final int IMAGE_DEBUG_TYPE_EX_DLLCHARACTERISTICS = 20;

  // Flags of x64 unwind information; x64 exception handling, struct UNWIND_INFO.
  public static final int UNW_FLAG_NHANDLER = 0;
  public static final int UNW_FLAG_EHANDLER = 1;
  public static final int UNW_FLAG_UHANDLER = 2;
  public static final int UNW_FLAG_CHAININFO = 4;

  // Bits 28 to 31 of GuardFlags: extra bytes in each row of the guard tables.
  public static final int IMAGE_GUARD_CF_FUNCTION_TABLE_SIZE_SHIFT = 28;

  // Predefined resource types; Windows resource types.
  public static final int RT_CURSOR = 1;
  public static final int RT_BITMAP = 2;
  public static final int RT_ICON = 3;
  public static final int RT_MENU = 4;
  public static final int RT_DIALOG = 5;
  public static final int RT_STRING = 6;
  public static final int RT_RCDATA = 10;
  public static final int RT_GROUP_CURSOR = 12;
  public static final int RT_GROUP_ICON = 14;
  public static final int RT_VERSION = 16;
  public static final int RT_MANIFEST = 24;

  // Import types and name types of import objects; PE Format, Import Type, Import Name Type.
  public static final int IMPORT_CODE = 0;
  public static final int IMPORT_DATA = 1;
  public static final int IMPORT_CONST = 2;
  public static final int IMPORT_ORDINAL = 0;
  public static final int IMPORT_NAME = 1;
  public static final int IMPORT_NAME_NOPREFIX = 2;
  public static final int IMPORT_NAME_UNDECORATE = 3;
  public static final int IMPORT_NAME_EXPORTAS = 4;

  private PeConstants() {}
}
