package dev.weighbridge.category;

import java.util.Set;

/**
 * Words that stand in readable names, Rust or C++, though mangled names do not spell them: a letter
 * or a code stands for them there.
 */
final class GeneratedWords {
  private static final Set<String> WORDS =
      Set.of(
          "bool",
          "char",
          "f128",
          "i128",
          "u128",
          "isize",
          "usize",
          "unsafe",
          "extern",
          "const",
          "true",
          "false",
          "closure",
          "shim",
          "impl",
          "async",
          "vtable",
          "reify",
          "size",
          "limit",
          "reached",
          "invalid",
          "syntax",
          "recursion",
          "dyn",
          "mut",
          "str",
          "for",
          "std",
          "allocator",
          "char_traits",
          "basic_string",
          "basic_istream",
          "basic_ostream",
          "basic_iostream",
          "string",
          "istream",
          "ostream",
          "iostream",
          "operator",
          "typeinfo",
          "name",
          "guard",
          "variable",
          "thunk",
          "virtual",
          "covariant",
          "return",
          "construction",
          "int",
          "long",
          "short",
          "signed",
          "unsigned",
          "float",
          "double",
          "void",
          "wchar_t",
          "decltype",
          "auto",
          "nullptr_t",
          "volatile",
          "restrict",
          "transaction",
          "clone",
          "anonymous",
          "namespace",
          "lambda",
          "unnamed");

  private GeneratedWords() {}

  /** Whether a part of one of them may be taken for a word. */
  static boolean contains(String word) {
    for (String generated : WORDS) {
      if (generated.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
