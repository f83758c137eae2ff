package dev.weighbridge.crates.names;

import java.util.List;

/** Names that compilers give to data nobody named: literals, vtables, jump tables. */
public final class AnonymousNames {
  /** LLVM names the anonymous data of a module by a hash of the module and a number. */
  private static final String OF_MODULE = "anon.";

  private static final int MODULE_DIGITS = 32;

  private static final List<String> BEGINNINGS =
      List.of(
          OF_MODULE,
          "alloc_",
          "vtable.",
          "str.",
          "switch.table",
          "GCC_except_table",
          "__unnamed_",
          "const.",
          "byte_str.",
          "tmp");

  private AnonymousNames() {}

  /** Whether a name is of that sort, or only counts an item: {@code data[0] .rodata}. */
  public static boolean contains(String name) {
    if (isNumber(name)) {
      return true;
    }
    String bare = bare(name);
    for (String beginning : BEGINNINGS) {
      if (bare.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** No compiler puts brackets into a name; items of a Wasm module without a name have them. */
  private static boolean isNumber(String name) {
    int open = name.indexOf('[');
    int close = name.indexOf(']', open + 1);
    boolean isNumber = open > 0 && close > open + 1;
    for (int i = open + 1; isNumber && i < close; i++) {
      isNumber = name.charAt(i) >= '0' && name.charAt(i) <= '9';
    }
    return isNumber;
  }

  /** The hash of the module that made some data, in text; empty if the name does not tell. */
  public static String module(String name) {
    String bare = bare(name);
    int end = OF_MODULE.length() + MODULE_DIGITS;
    boolean tells = bare.startsWith(OF_MODULE) && bare.length() > end && bare.charAt(end) == '.';
    return tells ? bare.substring(OF_MODULE.length(), end) : "";
  }

  /** Whether a name is of code that LLVM moved out of several functions, to have it only once. */
  public static boolean isOutlined(String name) {
    return name.startsWith("OUTLINED_FUNCTION_") || name.startsWith("_OUTLINED_FUNCTION_");
  }

  /** A name without the marks of private symbols: {@code .L} in ELF, {@code l_} in Mach-O. */
  private static String bare(String name) {
    if (name.startsWith(".L") || name.startsWith("l_")) {
      return name.substring(2);
    }
    boolean isMarked = name.startsWith("_") || name.startsWith("lt") || name.startsWith("L_");
    return isMarked && !name.startsWith("__") ? name.substring(1) : name;
  }
}
