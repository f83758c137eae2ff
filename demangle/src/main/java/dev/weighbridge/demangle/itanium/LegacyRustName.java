package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.rust.LegacyHash;

/**
 * Tells a legacy Rust name, which reads like the name of a C++ variable, by the hash at its end.
 */
final class LegacyRustName {
  private LegacyRustName() {}

  static boolean is(ItaniumNodes nodes, int node, byte[] bytes) {
    if (nodes.kind(node) != ItaniumKind.NESTED || nodes.kind(nodes.b(node)) != ItaniumKind.NAME) {
      return false;
    }
    int last = nodes.b(node);
    return LegacyHash.is(bytes, nodes.a(last), nodes.b(last));
  }
}
