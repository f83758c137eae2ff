package dev.weighbridge.language;

import java.nio.charset.StandardCharsets;

/** Byte sequences in code or data that only one thing leaves behind. */
public enum ByteMarker {
  /** Message of a precondition check in the standard library: only with debug assertions. */
  UNSAFE_PRECONDITION("unsafe precondition(s) violated"),
  /** Message of an overflow check of user code: only with overflow checks. */
  OVERFLOW_CHECK("attempt to add with overflow"),
  /** Message head of every panic that is formatted. */
  PANICKED_AT("panicked at "),
  /** What the standard library says when a panic leaves a thread. */
  PANIC_RUNTIME("Rust panics must be rethrown"),
  /** The exception class of Rust panics, as the runtime writes and compares it. */
  EXCEPTION_CLASS("MOZ\0RUST"),
  /** The same on little-endian machines that write the number, not the text. */
  EXCEPTION_CLASS_REVERSED("TSUR\0ZOM"),
  /** The variable that asks for a backtrace. */
  BACKTRACE_VARIABLE("RUST_BACKTRACE"),
  /** Where the backtrace symboliser looks for separate debug files. */
  DEBUG_FOLDER("/usr/lib/debug"),
  /** A name the backtrace symboliser looks up. */
  DEBUG_ABBREV("debug_abbrev"),
  /** Where the standard library of a distributed compiler was built. */
  RUSTC_PATH("/rustc/"),
  /** A source path inside the standard library. */
  LIBRARY_PATH("library/std/src/"),
  /** What rustc writes into the comment of objects. */
  RUSTC_VERSION("rustc version "),
  /** First power of ten of the shortest float printing, {@code 0xe61acf033d1a45df}. */
  FLOAT_POWERS("\u00dfE\u001a=\u0003\u00cf\u001a\u00e6"),
  /** The same in big-endian order. */
  FLOAT_POWERS_BIG("\u00e6\u001a\u00cf\u0003=\u001aE\u00df"),
  /** Message prefix of jemalloc. */
  JEMALLOC("<jemalloc>: "),
  /** Message prefix of mimalloc. */
  MIMALLOC("mimalloc: "),
  /** Message prefix of tcmalloc. */
  TCMALLOC("tcmalloc: "),
  /** Mark of the UPX packer. */
  UPX("UPX!"),
  /** What Go's linker puts before the versions of the program's modules. */
  GO_BUILD_INFORMATION("\u00ff Go buildinf:"),
  /** What begins the same text where nothing points to it, as in Wasm. */
  GO_MODULES("0w\u00af\f\u0092t\b\002A\u00e1\u00c1\u0007\u00e6\u00d6\u0018\u00e6"),
  /** What the start-up code of MinGW says when it fails. */
  MINGW_RUNTIME("Mingw-w64 runtime failure"),
  /** What GCC writes into the comment of objects; Windows programs keep it among constants. */
  GCC_COMMENT("GCC: ("),
  /** How the library of AssemblyScript names its sources, in texts of two bytes a character. */
  ASSEMBLYSCRIPT_LIBRARY("~\0l\0i\0b\0/\0"),
  /** A message of Haskell's run-time system. */
  HASKELL_RUNTIME("Most RTS options are disabled"),
  /** The same in programs that take options. */
  HASKELL_OPTIONS("+RTS"),
  /** The variable that the run-time system of OCaml reads. */
  OCAML_RUNTIME("OCAMLRUNPARAM");

  private static final ByteMarker[] BY_ORDINAL = values();
  private final String text;

  ByteMarker(String text) {
    this.text = text;
  }

  /** The bytes as text, one character each, also above 0x7F. */
  public String text() {
    return text;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static ByteMarker of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  static int count() {
    return BY_ORDINAL.length;
  }
}
