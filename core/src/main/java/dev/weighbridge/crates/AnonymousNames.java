package dev.weighbridge.crates;

import java.util.List;

/** Names that compilers give to data nobody named: literals, vtables, jump tables. */
final class AnonymousNames {
  private static final List<String> BEGINNINGS =
      List.of(
          "anon.",
          "alloc_",
          "vtable.",
          "str.",
          "switch.table",
          "GCC_except_table",
          "__unnamed_",
          "L__unnamed_",
          "l_anon.",
          "l___unnamed_",
          "l_alloc_",
          "ltmp",
          "const.",
          "byte_str.");

  private AnonymousNames() {}

  /** Whether a name is of that sort; leading dots and one {@code L} do not matter. */
  static boolean contains(String name) {
    String bare = name.startsWith(".L") ? name.substring(2) : name;
    for (String beginning : BEGINNINGS) {
      if (bare.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
