package dev.weighbridge.demangle;

/** What GNU c++filt does otherwise in every name of a kind, so that texts can be compared. */
final class CppFilt {
  private CppFilt() {}

  /** A text without the two quirks of c++filt around empty packs: no space, and a comma. */
  static String withoutPackQuirks(String text) {
    return text.replaceAll("> (?=>)", ">").replace(", , ", ", ");
  }
}
