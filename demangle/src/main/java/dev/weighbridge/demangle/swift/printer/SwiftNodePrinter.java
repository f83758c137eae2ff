package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftNode;
import org.jspecify.annotations.Nullable;

/** Writes nodes of any kind. */
interface SwiftNodePrinter {
  /** Writes a node. */
  void print(SwiftNode node);

  /**
   * Writes a node as what something is in, before its name.
   *
   * @return what of it is still to be written, behind the name; null if nothing
   */
  @Nullable SwiftNode printContext(SwiftNode node);

  /** Writes all children of a node, with a text between them. */
  void printAll(SwiftNode node, String separator);
}
