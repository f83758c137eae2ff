package dev.weighbridge.formats;

import java.util.Locale;

/** What bytes are, whoever owns them. Every byte of a file has exactly one kind. */
public enum Kind {
  /** Machine code or Wasm bodies. */
  CODE,
  /** Constants, string literals, vtables; also data that is read-only after relocation. */
  RODATA,
  /** Writable data with bytes in the file. */
  DATA,
  /** Memory that starts as zero and has no bytes in the file ({@code .bss}). */
  ZERO,
  /** Unwind and exception tables: {@code .eh_frame}, {@code .gcc_except_table}, {@code .pdata}. */
  UNWIND,
  /** Relocation records and fixups. */
  RELOCATIONS,
  /** Symbol-table rows and the bytes of symbol names. */
  NAMES,
  /** What the dynamic linker reads: imports, exports, hash tables, GOT, PLT, stubs. */
  LINKING,
  /** Debug information. */
  DEBUG,
  /** File, segment and section headers, load commands, notes. */
  HEADERS,
  /** Windows resources. */
  RESOURCES,
  /** Code signatures and certificates. */
  SIGNATURE,
  /** Bytes that only align what follows. */
  PADDING,
  /** Anything else. */
  OTHER;

  private static final Kind[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line and in machine output: {@code rodata}. */
  public String key() {
    return key;
  }

  /** Whether bytes are the program's own code or data, not a table of the format. */
  public boolean isContent() {
    return this == CODE || this == RODATA || this == DATA || this == ZERO;
  }

  /** The kind with this {@link #ordinal()}, without the copy that {@link #values()} makes. */
  public static Kind of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /** How many kinds there are. */
  public static int count() {
    return BY_ORDINAL.length;
  }
}
