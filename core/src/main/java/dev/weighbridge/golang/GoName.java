package dev.weighbridge.golang;

import java.util.Set;

/**
 * The name of a function or variable as Go's linker has it: {@code net/http.(*conn).serve}. The
 * package is what stands before the first dot behind the last slash; dots of its last element are
 * written {@code %2e}. cmd/internal/objabi, {@code PathToPrefix}.
 */
public final class GoName {
  /** What stands for the functions that the compiler makes to compare and hash types. */
  public static final String TYPE_ALGORITHMS = "[type algorithms]";

  private static final String ESCAPE = "%";

  /** What other compilers put behind the dot of a piece of a function. */
  private static final Set<String> PIECES =
      Set.of(
          "cold", "part", "constprop", "isra", "llvm", "lto_priv", "localalias", "cleanup", "str");

  private GoName() {}

  /** The path of the package that a name is of, {@link #TYPE_ALGORITHMS}, or empty if of none. */
  public static String packageOf(String name) {
    if (name.startsWith("type:.") || name.startsWith("type..")) {
      return TYPE_ALGORITHMS;
    }
    if (isOfLinker(name)) {
      return "";
    }
    int bracket = name.indexOf('[');
    String head = bracket < 0 ? name : name.substring(0, bracket);
    int slash = head.lastIndexOf('/');
    int dot = head.indexOf('.', slash + 1);
    if (dot <= slash + 1 || (slash < 0 && !isPlain(head, dot))) {
      return "";
    }
    return decoded(head.substring(0, dot));
  }

  /** Data that the linker gathers: texts, types, tables of methods. */
  private static boolean isOfLinker(String name) {
    return name.startsWith("go:")
        || name.startsWith("type:")
        || name.startsWith("type.")
        || name.startsWith("go.itab.")
        || name.startsWith("go.string.")
        || name.startsWith("go.func.")
        || (name.startsWith("go.") && name.indexOf('/') < 0);
  }

  /** Whether a package of one element may be meant, not a piece of a function of C. */
  private static boolean isPlain(String head, int dot) {
    for (int i = 0; i < dot; i++) {
      char c = head.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '%' && c != '-') {
        return false;
      }
    }
    int end = head.indexOf('.', dot + 1);
    String next = head.substring(dot + 1, end < 0 ? head.length() : end);
    boolean isNumber = !next.isEmpty() && Character.isDigit(next.charAt(0));
    return !isNumber && !head.startsWith("_") && !PIECES.contains(next);
  }

  private static String decoded(String path) {
    if (!path.contains(ESCAPE)) {
      return path;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
      text.append(low < 0 ? c : (char) (high << 4 | low));
      i += low < 0 ? 0 : 2;
    }
    return text.toString();
  }
}
