package dev.weighbridge.demangle.msvc;

import java.util.List;

/**
 * A qualified name.
 *
 * @param scopes what is around it, outermost first
 * @param last the name itself
 */
record MsvcName(List<String> scopes, MsvcIdentifier last) {
  private static final String SEPARATOR = "::";

  String text() {
    String scope = scopes.isEmpty() ? "" : scopes.get(scopes.size() - 1);
    boolean isOfClass =
        last.role() == MsvcIdentifier.Role.CONSTRUCTOR
            || last.role() == MsvcIdentifier.Role.DESTRUCTOR;
    if (isOfClass && scope.isEmpty()) {
      throw new MsvcRefusal();
    }
    return inScope(last.text(scope));
  }

  private String inScope(String name) {
    return scopes.isEmpty() ? name : String.join(SEPARATOR, scopes) + SEPARATOR + name;
  }

  /** The name of a conversion to a type. */
  MsvcName convertingTo(String type) {
    return last.role() == MsvcIdentifier.Role.CONVERSION
        ? new MsvcName(scopes, new MsvcIdentifier(type, last.arguments(), last.role()))
        : this;
  }
}
