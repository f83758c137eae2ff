package dev.weighbridge.generics;

import java.util.Optional;

/**
 * A copy that Go's compiler makes of a generic function for the types of one shape: {@code
 * slices.Sort[go.shape.[]int]}; older releases write {@code [...]}. Brackets behind the package are
 * of type arguments.
 *
 * @param bare the name with {@code [_]} for them
 * @param arguments what they are
 */
record GoInstance(String bare, String arguments) {
  /** The instance that a name is of, empty if it is of none. */
  static Optional<GoInstance> of(String name) {
    int open = name.indexOf('[');
    boolean isType = name.startsWith("type") || name.startsWith("_type");
    if (open <= 0 || isType || !isPath(name, open)) {
      return Optional.empty();
    }
    StringBuilder bare = new StringBuilder();
    String arguments = "";
    int depth = 0;
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '[' && depth++ == 0) {
        bare.append("[_]");
        start = i + 1;
      }
      if (depth == 0) {
        bare.append(c);
      }
      if (c == ']' && depth > 0 && --depth == 0 && arguments.isEmpty()) {
        arguments = name.substring(start, i);
      }
    }
    return depth == 0 ? Optional.of(new GoInstance(bare.toString(), arguments)) : Optional.empty();
  }

  /** Whether a package and a name stand in front of the brackets. */
  private static boolean isPath(String name, int open) {
    int slash = name.lastIndexOf('/', open);
    int dot = name.indexOf('.', slash + 1);
    return dot > slash + 1 && dot + 1 < open;
  }
}
