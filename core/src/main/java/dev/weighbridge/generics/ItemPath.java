package dev.weighbridge.generics;

/**
 * The path of a generic item as both manglings of Rust tell it, for comparing only: {@code
 * alloc::vec::Vec::push} of {@code <alloc::vec::Vec<_>>::push} and of {@code
 * alloc::vec::Vec<_>::push}.
 */
final class ItemPath {
  private ItemPath() {}

  /** The path in a label of copies. */
  static String of(String label) {
    StringBuilder path = new StringBuilder();
    int at = 0;
    while (at < label.length()) {
      boolean isTurbofish = label.startsWith("::<", at);
      boolean isArguments = label.charAt(at) == '<' && at > 0 && isWord(label.charAt(at - 1));
      if (isTurbofish || isArguments) {
        at = ArgumentText.close(label, isTurbofish ? at + 2 : at);
      } else {
        path.append(label.charAt(at++));
      }
    }
    return withoutBrackets(anySelf(path.toString()));
  }

  /** The older mangling writes the type parameter of a blanket impl where the other has a type. */
  private static String anySelf(String path) {
    boolean isParameter =
        path.length() > 2 && Character.isUpperCase(path.charAt(1)) && path.startsWith(" as ", 2);
    return isParameter ? "<_" + path.substring(2) : path;
  }

  private static String withoutBrackets(String path) {
    int close = path.startsWith("<") ? ArgumentText.close(path, 0) : 0;
    boolean isPlain = close > 0 && !path.substring(0, close).contains(" ");
    return isPlain ? path.substring(1, close - 1) + path.substring(close) : path;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
