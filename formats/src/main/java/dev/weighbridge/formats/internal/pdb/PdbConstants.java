package dev.weighbridge.formats.internal.pdb;

/** Numbers of program databases and of CodeView, in their spelling: {@code cvinfo.h}. */
final class PdbConstants {
  // Streams with a fixed number; LLVM, The PDB File Format.
  static final int STREAM_PDB = 1;
  static final int STREAM_DBI = 3;

  // Versions of the streams read here.
  static final int DBI_V70 = 19990903;
  static final int DBI_SC_V60 = 0xeffe0000 + 19970605;
  static final int DBI_SC_V2 = 0xeffe0000 + 20140516;

  // A feature of the PDB stream: symbols stayed in the objects, /DEBUG:FASTLINK.
  static final int FEATURE_MINIMAL_DEBUG_INFO = 0x494E494D;

  // Rows of the optional debug header of the DBI stream.
  static final int DEBUG_OMAP_FROM_SRC = 4;
  static final int DEBUG_SECTION_HEADERS = 5;
  static final int DEBUG_SECTION_HEADERS_ORIGINAL = 10;

  // A stream number that means none.
  static final int NO_STREAM = 0xFFFF;

  // Kinds of symbol records.
  static final int S_THUNK32 = 0x1102;
  static final int S_LDATA32 = 0x110c;
  static final int S_GDATA32 = 0x110d;
  static final int S_PUB32 = 0x110e;
  static final int S_LPROC32 = 0x110f;
  static final int S_GPROC32 = 0x1110;
  static final int S_LTHREAD32 = 0x1112;
  static final int S_GTHREAD32 = 0x1113;
  static final int S_TRAMPOLINE = 0x112c;
  static final int S_SEPCODE = 0x1132;
  static final int S_LPROC32_ID = 0x1146;
  static final int S_GPROC32_ID = 0x1147;
  static final int S_LPROC32_DPC = 0x1155;
  static final int S_LPROC32_DPC_ID = 0x1156;

  // Flags of S_PUB32.
  static final int PUBLIC_CODE = 1;
  static final int PUBLIC_FUNCTION = 2;

  // Signature at the start of a module stream that this reader understands.
  static final int CV_SIGNATURE_C13 = 4;

  private PdbConstants() {}
}
