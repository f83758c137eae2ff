package dev.weighbridge.demangle.msvc;

/**
 * One name of a path.
 *
 * @param name the name itself; empty if it follows from what is around it
 * @param arguments those of a template, in angle brackets; else empty
 * @param role what it names
 */
record MsvcIdentifier(String name, String arguments, Role role) {
  /** What a name is of. */
  enum Role {
    PLAIN,
    CONSTRUCTOR,
    DESTRUCTOR,
    CONVERSION
  }

  static MsvcIdentifier plain(String name) {
    return new MsvcIdentifier(name, "", Role.PLAIN);
  }

  /** The identifier as it is written inside a scope; a conversion has its type put in later. */
  String text(String scope) {
    return switch (role) {
      case PLAIN -> name + arguments;
      case CONSTRUCTOR -> scope + arguments;
      case DESTRUCTOR -> "~" + scope + arguments;
      case CONVERSION -> "operator " + name + arguments;
    };
  }
}
