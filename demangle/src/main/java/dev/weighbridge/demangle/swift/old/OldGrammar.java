package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftNode;

/** What declarations need of types. */
interface OldGrammar {
  /** A type, in its node. */
  SwiftNode type();

  /** A generic signature. */
  SwiftNode signature(boolean isPseudo);
}
