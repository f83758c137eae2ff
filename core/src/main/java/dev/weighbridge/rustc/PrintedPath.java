package dev.weighbridge.rustc;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A name as the compiler prints it, {@code std::vec::Vec::<u8>::push}, or as a symbol reads, {@code
 * <alloc::vec::Vec<u8>>::push}: the item it is of, whatever its type arguments.
 */
final class PrintedPath {
  /** Self types inside self types; names of more levels are one item each. */
  private static final int DEEPEST = 50;

  private static final String SHIM = " - shim(";
  private static final String AS = " as ";
  private static final String FOR = " for ";
  private static final String IMPL = "impl ";
  private static final String ARGUMENTS = "<_>";

  /** Words in labels that are no path. */
  private static final Set<String> WORDS =
      Set.of(
          "_", "as", "vtable", "for", "impl", "dyn", "fn", "mut", "const", "unsafe", "extern",
          "shim", "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16",
          "i32", "i64", "i128", "isize", "f16", "f32", "f64", "f128");

  private PrintedPath() {}

  /**
   * The item, with {@code _} for type arguments and for what is behind {@code &}, {@code *} or in
   * brackets; the name itself if it cannot be taken apart.
   */
  static String generic(String name) {
    int shim = name.indexOf(SHIM);
    if (shim < 0) {
      return path(name, 0);
    }
    String what = name.substring(shim + SHIM.length());
    String rest = what.equals("vtable)") ? SHIM + what : " - shim";
    return path(name.substring(0, shim), 0) + (what.startsWith("Some(") ? "" : rest);
  }

  /** Whether a label of {@link #generic} has type arguments or may have some. */
  static boolean hasArguments(String label) {
    return label.contains(ARGUMENTS)
        || label.contains("&_")
        || label.contains("&mut _")
        || label.contains("[_")
        || label.contains("(_");
  }

  private static String path(String text, int depth) {
    if (depth > DEEPEST) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '<') {
        out.append(c);
        at++;
        continue;
      }
      int end = close(text, at);
      if (end < 0) {
        return text;
      }
      String inner = text.substring(at + 1, end - 1);
      if (!isList(text, at, inner)) {
        out.append('<').append(self(inner, depth + 1)).append('>');
      } else if (isOnlyLifetimes(inner)) {
        int cut = out.length() - 2;
        out.setLength(cut >= 0 && out.charAt(cut) == ':' ? cut : out.length());
      } else {
        out.append(ARGUMENTS);
      }
      at = end;
    }
    return out.toString();
  }

  /** What stands in angle brackets that are no list of arguments: a type, perhaps with a trait. */
  private static String self(String text, int depth) {
    if (text.startsWith(IMPL)) {
      String rest = text.substring(IMPL.length());
      int split = lastSplit(rest, FOR);
      return split < 0
          ? IMPL + type(rest, depth)
          : IMPL
              + path(rest.substring(0, split), depth)
              + FOR
              + type(after(rest, split, FOR), depth);
    }
    int split = lastSplit(text, AS);
    return split < 0
        ? type(text, depth)
        : type(text.substring(0, split), depth) + AS + path(after(text, split, AS), depth);
  }

  private static String after(String text, int at, String word) {
    return text.substring(at + word.length());
  }

  private static String type(String text, int depth) {
    if (text.startsWith("&")) {
      int space = text.startsWith("&'") ? text.indexOf(' ') + 1 : 1;
      return text.startsWith("mut ", space) ? "&mut _" : "&_";
    }
    if (text.startsWith("*")) {
      return text.startsWith("*mut ") ? "*mut _" : "*const _";
    }
    if (text.startsWith("[")) {
      return lastSplit(text.substring(1, text.length() - 1), "; ") < 0 ? "[_]" : "[_; _]";
    }
    if (text.startsWith("(")) {
      return tuple(text);
    }
    boolean isFunction =
        text.startsWith("fn(")
            || text.startsWith("for<")
            || text.startsWith("unsafe ")
            || text.startsWith("extern ");
    return isFunction ? "fn(_)" : path(text, depth);
  }

  private static String tuple(String text) {
    if (text.equals("()")) {
      return text;
    }
    StringBuilder out = new StringBuilder("(_");
    int depth = 0;
    for (int i = 1; i < text.length() - 2; i++) {
      char c = text.charAt(i);
      depth += opens(c) ? 1 : closes(text, i) ? -1 : 0;
      if (c == ',' && depth == 0) {
        out.append(", _");
      }
    }
    return out.append(')').toString();
  }

  private static boolean isList(String text, int at, String inner) {
    if (at == 0 || inner.startsWith(IMPL)) {
      return false;
    }
    char before = text.charAt(at - 1);
    return before == ':' || before == '}' || isWord(before);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isOnlyLifetimes(String list) {
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      boolean begins = i == 0 || list.charAt(i - 1) == ' ';
      if (begins ? c != '\'' : !isWord(c) && c != ',' && c != ' ') {
        return false;
      }
    }
    return !list.isEmpty();
  }

  /** Where a word stands last outside of all brackets; -1 if nowhere. */
  private static int lastSplit(String text, String word) {
    int depth = 0;
    int found = -1;
    for (int i = 0; i < text.length(); i++) {
      depth += opens(text.charAt(i)) ? 1 : closes(text, i) ? -1 : 0;
      if (depth == 0 && text.startsWith(word, i)) {
        found = i;
      }
    }
    return found;
  }

  private static boolean opens(char c) {
    return c == '<' || c == '(' || c == '[' || c == '{';
  }

  private static boolean closes(String text, int at) {
    char c = text.charAt(at);
    boolean isArrow = c == '>' && at > 0 && text.charAt(at - 1) == '-';
    return (c == '>' && !isArrow) || c == ')' || c == ']' || c == '}';
  }

  /** The position behind the bracket that closes the one at a position; -1 if none does. */
  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isCharacter = c == '\'' && i + 2 < text.length() && text.charAt(i + 2) == '\'';
      if (isCharacter) {
        i += 2;
      } else if (c == '<') {
        depth++;
      } else if (c == '>' && closes(text, i) && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * What is equal of labels of one item, that of a symbol and what the compiler prints: {@code
   * alloc::vec::Vec::push}; empty if it is none that both would write alike.
   */
  static String key(String label) {
    if (label.contains(SHIM) || label.endsWith(" - shim")) {
      return "";
    }
    String bare = label.replace("::" + ARGUMENTS, "").replace(ARGUMENTS, "");
    int open = bare.startsWith("<") ? 0 : bare.indexOf("::<" + IMPL) + 2;
    if (open == 1) {
      return bare;
    }
    int end = close(bare, open);
    if (end < 0) {
      return bare;
    }
    String inner = bare.substring(open + 1, end - 1);
    String rest = bare.substring(end);
    if (inner.startsWith(IMPL)) {
      String what = inner.substring(IMPL.length());
      int split = lastSplit(what, FOR);
      return split < 0
          ? own(what) + rest
          : "<" + after(what, split, FOR) + AS + what.substring(0, split) + ">" + rest;
    }
    return lastSplit(inner, AS) < 0 ? own(inner) + rest : bare;
  }

  private static String own(String type) {
    return isWord(type.charAt(0)) ? type : "<" + type + ">";
  }

  /**
   * The name of a symbol as the compiler prints it, type arguments included: {@code
   * alloc::vec::Vec::<u8>::push} of {@code <alloc::vec::Vec<u8>>::push}; empty if it writes such
   * names in another way.
   */
  static Optional<String> printed(String symbol) {
    if (!symbol.startsWith("<")) {
      return Optional.of(symbol);
    }
    int end = close(symbol, 0);
    if (end < 0) {
      return Optional.empty();
    }
    String inner = symbol.substring(1, end - 1);
    if (lastSplit(inner, AS) >= 0) {
      return Optional.of(symbol);
    }
    if (inner.isEmpty() || !isWord(inner.charAt(0))) {
      return Optional.empty();
    }
    int list = inner.indexOf('<');
    String self = list < 0 ? inner : inner.substring(0, list) + "::" + inner.substring(list);
    boolean isOneList = list < 0 || close(inner, list) == inner.length();
    return isOneList ? Optional.of(self + symbol.substring(end)) : Optional.empty();
  }

  /**
   * A label as other crates print it: {@code rack::shelf::put} of {@code shelf::put} in the crate
   * {@code rack}.
   *
   * @param isKnown whether a path that begins so is whole, as it begins with the name of a crate
   */
  static String outside(String label, String crate, Predicate<String> isKnown) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < label.length()) {
      int end = at + 1;
      if (label.charAt(at) == '{') {
        int close = label.indexOf('}', at);
        end = close < 0 ? label.length() : close + 1;
      } else if (isWord(label.charAt(at))) {
        while (end < label.length() && isWord(label.charAt(end))) {
          end++;
        }
        String word = label.substring(at, end);
        boolean isHead = startsPath(label, at) && !WORDS.contains(word) && !isKnown.test(word);
        out.append(isHead ? crate + "::" : "");
      }
      out.append(label, at, end);
      at = end;
    }
    return out.toString();
  }

  private static boolean startsPath(String text, int at) {
    return at == 0 || (text.charAt(at - 1) != ':' && !isWord(text.charAt(at - 1)));
  }

  /** The name of a symbol without that of a crate, as the compiler prints it there. */
  static String inside(String symbol, String crate) {
    String start = crate + "::";
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = symbol.indexOf(start); at >= 0; at = symbol.indexOf(start, at + 1)) {
      if (startsPath(symbol, at)) {
        out.append(symbol, from, at);
        from = at + start.length();
      }
    }
    return from == 0 ? symbol : out.append(symbol, from, symbol.length()).toString();
  }
}
