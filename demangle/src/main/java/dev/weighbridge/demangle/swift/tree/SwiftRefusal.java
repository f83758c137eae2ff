package dev.weighbridge.demangle.swift.tree;

/** A name is not of this mangling, or takes more than any real name does. */
public final class SwiftRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** It has no text and no trace: names are refused often. */
  public SwiftRefusal() {
    super(null, null, false, false);
  }
}
