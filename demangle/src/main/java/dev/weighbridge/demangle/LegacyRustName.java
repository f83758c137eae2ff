package dev.weighbridge.demangle;

/**
 * Tells a legacy Rust name, which reads like the name of a C++ variable, by the hash at its end.
 */
final class LegacyRustName {
  private LegacyRustName() {}

  static boolean is(ItaniumNodes nodes, int node, byte[] bytes) {
    if (nodes.kind(node) != ItaniumKind.NESTED || nodes.kind(nodes.b(node)) != ItaniumKind.NAME) {
      return false;
    }
    int from = nodes.a(nodes.b(node));
    int to = nodes.b(nodes.b(node));
    if (to - from != LegacyCursor.HASH_DIGITS + 1 || bytes[from] != 'h') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      int c = bytes[i];
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
