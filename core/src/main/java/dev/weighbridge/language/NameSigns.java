package dev.weighbridge.language;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of symbols tell: compilers of one language spell them in a way of their own. Only
 * the beginning and the end of a name are looked at; none is made text.
 */
final class NameSigns {
  /** What is at the end of a legacy Rust name: a number of 16 digits. */
  private static final int HASH = 16;

  /** What may stand behind it: {@code .llvm.} with a number, {@code .cold}, a version. */
  private static final int LONGEST_SUFFIX = 40;

  /**
   * Objects of the C library and of the compiler that are in nearly every program, whatever it is
   * written in.
   */
  private static final Set<String> START_FILES =
      Set.of(
          "crtstuff.c",
          "init.c",
          "init-first.c",
          "libc-start.c",
          "elf-init.c",
          "static-reloc.c",
          "crtexe.c",
          "crtdll.c",
          "gccmain.c",
          "natstart.c",
          "dllargv.c",
          "_newmode.c",
          "wildcard.c",
          "charmax.c",
          "xtxtmode.c",
          "atonexit.c",
          "merr.c",
          "pesect.c",
          "pseudo-reloc.c",
          "tlssup.c",
          "cinitexe.c",
          "CRT_fp10.c",
          "mingw_helpers.c",
          "tlsthrd.c",
          "tlsmcrt.c",
          "pseudo-reloc-list.c",
          "ctors.c",
          "crt1.c",
          "crt0.c");

  /** A beginning that only one language's names have. */
  private record Prefix(String text, Language language) {}

  private static final List<Prefix> PREFIXES =
      List.of(
          new Prefix("_OBJC_CLASS_$_", Language.OBJECTIVE_C),
          new Prefix("OBJC_CLASS_$_", Language.OBJECTIVE_C),
          new Prefix("go:buildid", Language.GO),
          new Prefix("go.buildid", Language.GO),
          new Prefix("runtime.gcWriteBarrier", Language.GO),
          new Prefix("runtime.morestack", Language.GO),
          new Prefix("tinygo_", Language.GO),
          new Prefix("$s", Language.SWIFT),
          new Prefix("_$s", Language.SWIFT),
          new Prefix("_swift_", Language.SWIFT),
          new Prefix("__zig_", Language.ZIG),
          new Prefix("zig_", Language.ZIG),
          new Prefix("_ada_", Language.ADA),
          new Prefix("__gnat_", Language.ADA),
          new Prefix("_gfortran_", Language.FORTRAN),
          new Prefix("caml_startup", Language.OCAML),
          new Prefix("caml_program", Language.OCAML),
          new Prefix("caml_globals", Language.OCAML),
          new Prefix("stg_", Language.HASKELL),
          new Prefix("ghczmprim", Language.HASKELL),
          new Prefix("hs_main", Language.HASKELL),
          new Prefix("NimMain", Language.NIM),
          new Prefix("FPC_", Language.PASCAL),
          new Prefix("fpc_", Language.PASCAL),
          new Prefix("SYSTEM_$$_", Language.PASCAL),
          new Prefix("__crystal_", Language.CRYSTAL),
          new Prefix("*Crystal::", Language.CRYSTAL),
          new Prefix("~lib/", Language.ASSEMBLYSCRIPT));

  /** How many names of functions or variables each language has; imported ones count as well. */
  private final int[] count = new int[Language.values().length];

  private boolean isTinyGo;
  private boolean isEmscripten;
  private boolean hasSourcesOfC;
  private byte[] name = new byte[256];

  NameSigns(BinaryFile file) {
    for (BinaryImage image : file.images()) {
      boolean isMicrosoft = file.format().equals("PE");
      SymbolTable symbols = image.symbols();
      for (int row = 0; row < symbols.count(); row++) {
        Work.checkAt(row);
        int length = symbols.nameLength(row);
        if (length == 0) {
          continue;
        }
        if (symbols.type(row) == SymbolType.FILE) {
          takeSource(symbols.name(row));
        } else {
          if (length > name.length) {
            name = new byte[2 * length];
          }
          symbols.copyName(row, name);
          take(length, isMicrosoft);
        }
      }
    }
  }

  /** How many names are spelt as a language's compiler spells them. */
  int count(Language language) {
    return count[language.ordinal()];
  }

  /** Whether TinyGo's helpers are there. */
  boolean isTinyGo() {
    return isTinyGo;
  }

  /** Whether Emscripten's helpers are there. */
  boolean isEmscripten() {
    return isEmscripten;
  }

  /** Whether a source of C is named that is no part of every program. */
  boolean hasSourcesOfC() {
    return hasSourcesOfC;
  }

  private void takeSource(String source) {
    String file = source.substring(source.lastIndexOf('/') + 1);
    hasSourcesOfC |= file.endsWith(".c") && !START_FILES.contains(file);
  }

  private void take(int length, boolean isMicrosoft) {
    // Names of Mach-O and of 32-bit Windows have one underscore more.
    int start = length > 2 && name[0] == '_' && name[1] == '_' && isMangled(2) ? 1 : 0;
    Language language = mangled(start, length, isMicrosoft);
    if (language == null) {
      language = prefixed(length);
    }
    if (language != null) {
      count[language.ordinal()]++;
    }
    isTinyGo |= startsWith("tinygo_", length);
    isEmscripten |=
        startsWith("emscripten_", length)
            || startsWith("_emscripten_", length)
            || startsWith("__emscripten_", length);
  }

  private boolean isMangled(int at) {
    return name[at] == 'Z' || name[at] == 'R' || name[at] == 'D';
  }

  private @Nullable Language mangled(int start, int length, boolean isMicrosoft) {
    if (length - start > 4 && name[start] == '_') {
      int second = name[start + 1];
      int third = name[start + 2];
      if (second == 'R' && "CNMXYIB".indexOf(third) >= 0 && isNested(start + 3)) {
        return Language.RUST;
      }
      if (second == 'Z' && (third == 'N' || third == 'T' || third == 'S' || isDigit(third))) {
        return hasRustHash(length) ? Language.RUST : Language.CPP;
      }
      if (second == 'Z' && (third == 'n' || third == 'd' || third == 'G' || third == 'L')) {
        return Language.CPP;
      }
      if (second == 'D' && isDigit(third)) {
        return Language.D;
      }
    }
    if (isMicrosoft && name[0] == '?' && length > 4) {
      return Language.CPP;
    }
    return hasReadableHash(length) ? Language.RUST : null;
  }

  /** What may follow the first letter of a path in the v0 mangling. */
  private boolean isNested(int at) {
    return Character.isLetterOrDigit(name[at]) || name[at] == '_';
  }

  /** {@code 17h0123456789abcdefE}, and what LLVM or a version may have put behind it. */
  private boolean hasRustHash(int length) {
    int shortest = Math.max(HASH + 6, length - LONGEST_SUFFIX);
    for (int end = length; end >= shortest; end--) {
      int hash = end - 1 - HASH;
      if (name[end - 1] == 'E'
          && name[hash - 1] == 'h'
          && name[hash - 2] == '7'
          && name[hash - 3] == '1'
          && isHexadecimal(hash, end - 1)) {
        return true;
      }
    }
    return false;
  }

  /** {@code core::fmt::write::h0123456789abcdef}: tools for Wasm make names readable. */
  private boolean hasReadableHash(int length) {
    int hash = length - HASH;
    return hash > 4
        && name[hash - 1] == 'h'
        && name[hash - 2] == ':'
        && name[hash - 3] == ':'
        && isHexadecimal(hash, length);
  }

  private boolean isHexadecimal(int start, int end) {
    for (int at = start; at < end; at++) {
      if (!isDigit(name[at]) && (name[at] < 'a' || name[at] > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private @Nullable Language prefixed(int length) {
    for (Prefix prefix : PREFIXES) {
      if (startsWith(prefix.text(), length)) {
        return prefix.language();
      }
    }
    return null;
  }

  private boolean startsWith(String prefix, int length) {
    if (prefix.length() > length) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (name[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
