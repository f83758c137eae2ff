package dev.weighbridge.crates;

import java.util.List;

/** Names that compilers give to data nobody named: literals, vtables, jump tables. */
final class AnonymousNames {
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

  /** Whether a name is of that sort. */
  static boolean contains(String name) {
    String bare = bare(name);
    for (String beginning : BEGINNINGS) {
      if (bare.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** The hash of the module that made some data, in text; empty if the name does not tell. */
  static String module(String name) {
    String bare = bare(name);
    int end = OF_MODULE.length() + MODULE_DIGITS;
    boolean tells = bare.startsWith(OF_MODULE) && bare.length() > end && bare.charAt(end) == '.';
    return tells ? bare.substring(OF_MODULE.length(), end) : "";
  }

  /** Whether a name is of code that LLVM moved out of several functions, to have it only once. */
  static boolean isOutlined(String name) {
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
