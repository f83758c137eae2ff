package dev.weighbridge.demangle.msvc;

/** A name is not of this mangling, or takes more than any real name does. */
final class MsvcRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** It has no text and no trace: names are refused often. */
  MsvcRefusal() {
    super(null, null, false, false);
  }
}
