package dev.weighbridge.formats.internal.pdb;

/** Numbers of program databases and of CodeView, in their spelling: {@code cvinfo.h}. */
public final class PdbConstants {
  // Streams with a fixed number; LLVM, The PDB File Format.
  public static final int STREAM_PDB = 1;
  public static final int STREAM_TPI = 2;
  public static final int STREAM_DBI = 3;
  public static final int STREAM_IPI = 4;

  // The named stream of texts, and how it begins.
  public static final String STREAM_NAMES = "/names";
  public static final int NAMES_SIGNATURE = 0xEFFEEFFE;

  // Versions of the streams read here.
  public static final int DBI_V70 = 19990903;
  public static final int DBI_SC_V60 = 0xeffe0000 + 19970605;
  public static final int DBI_SC_V2 = 0xeffe0000 + 20140516;

  // A feature of the PDB stream: symbols stayed in the objects, /DEBUG:FASTLINK.
  public static final int FEATURE_MINIMAL_DEBUG_INFO = 0x494E494D;

  // Rows of the optional debug header of the DBI stream.
  public static final int DEBUG_OMAP_FROM_SRC = 4;
  public static final int DEBUG_SECTION_HEADERS = 5;
  public static final int DEBUG_SECTION_HEADERS_ORIGINAL = 10;

  // A stream number that means none.
  public static final int NO_STREAM = 0xFFFF;

  // Kinds of symbol records.
  public static final int S_END = 0x0006;
  public static final int S_THUNK32 = 0x1102;
  public static final int S_BLOCK32 = 0x1103;
  public static final int S_WITH32 = 0x1104;
  public static final int S_LDATA32 = 0x110c;
  public static final int S_GDATA32 = 0x110d;
  public static final int S_PUB32 = 0x110e;
  public static final int S_LPROC32 = 0x110f;
  public static final int S_GPROC32 = 0x1110;
  public static final int S_LTHREAD32 = 0x1112;
  public static final int S_GTHREAD32 = 0x1113;
  public static final int S_TRAMPOLINE = 0x112c;
  public static final int S_SEPCODE = 0x1132;
  public static final int S_COMPILE2 = 0x1116;
  public static final int S_COMPILE3 = 0x113c;
  public static final int S_LPROC32_ID = 0x1146;
  public static final int S_GPROC32_ID = 0x1147;
  public static final int S_BUILDINFO = 0x114c;
  public static final int S_INLINESITE = 0x114d;
  public static final int S_INLINESITE_END = 0x114e;
  public static final int S_PROC_ID_END = 0x114f;
  public static final int S_LPROC32_DPC = 0x1155;
  public static final int S_LPROC32_DPC_ID = 0x1156;
  public static final int S_INLINESITE2 = 0x115d;

  // Flags of S_PUB32.
  public static final int PUBLIC_CODE = 1;
  public static final int PUBLIC_FUNCTION = 2;

  // Signature at the start of a module stream that this reader understands.
  public static final int CV_SIGNATURE_C13 = 4;

  // Kinds of what lies behind the symbols of a module.
  public static final int DEBUG_S_LINES = 0xf2;
  public static final int DEBUG_S_FILECHKSMS = 0xf4;
  public static final int DEBUG_S_INLINEELINES = 0xf6;

  // Flags of lines, and numbers that stand for no line: a debugger steps into none of them.
  public static final int CV_LINES_HAVE_COLUMNS = 1;
  public static final int LINE_ALWAYS_STEP_INTO = 0xfeefee;
  public static final int LINE_NEVER_STEP_INTO = 0xf00f00;

  // What a list of inlined functions begins with if each may be of several files.
  public static final int CV_INLINEE_SOURCE_LINE_SIGNATURE_EX = 1;

  // Kinds of type and item records.
  public static final int LF_CLASS = 0x1504;
  public static final int LF_STRUCTURE = 0x1505;
  public static final int LF_UNION = 0x1506;
  public static final int LF_ENUM = 0x1507;
  public static final int LF_INTERFACE = 0x1519;
  public static final int LF_FUNC_ID = 0x1601;
  public static final int LF_MFUNC_ID = 0x1602;
  public static final int LF_BUILDINFO = 0x1603;
  public static final int LF_STRING_ID = 0x1605;

  private PdbConstants() {}
}
