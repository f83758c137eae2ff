package dev.weighbridge.demangle.msvc;

/** A name is not of this mangling, or takes more than any real name does. */
final class MsvcRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The only one there is: it has no text and no trace, and names are refused often. */
  static final MsvcRefusal REFUSAL = new MsvcRefusal();

  private MsvcRefusal() {
    super(null, null, false, false);
  }
}
