package dev.weighbridge.formats.debug;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts paths of source files together, of either kind of operating system. What compilers for the
 * web state may be an address instead: one of a file is its path, any other keeps its beginning,
 * {@code webpack://}.
 */
final class SourcePath {
  private static final String AUTHORITY = "://";
  private static final String FILE = "file";

  private SourcePath() {}

  /** The path of a name in a directory that may count from another one. */
  static String of(String base, String directory, String name) {
    if (isAbsolute(name)) {
      return normal(name);
    }
    if (isAbsolute(directory) || base.isEmpty()) {
      return normal(joined(directory, name));
    }
    return normal(joined(joined(base, directory), name));
  }

  private static String joined(String directory, String name) {
    return directory.isEmpty() ? name : name.isEmpty() ? directory : directory + "/" + name;
  }

  /**
   * Whether it begins at a root: {@code /a}, {@code \a}, {@code C:\a}, {@code C:/a}, {@code
   * webpack://a}.
   */
  static boolean isAbsolute(String path) {
    if (path.startsWith("/") || path.startsWith("\\") || scheme(path) > 0) {
      return true;
    }
    return path.length() > 2
        && path.charAt(1) == ':'
        && (path.charAt(2) == '\\' || path.charAt(2) == '/');
  }

  /** Length of the scheme of an address, 0 if it is none; a drive is none. RFC 3986, 3.1. */
  private static int scheme(String path) {
    int end = path.indexOf(AUTHORITY);
    for (int i = 0; i < end; i++) {
      char c = path.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isOther = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!isLetter && (i == 0 || !isOther)) {
        return 0;
      }
    }
    return end > 1 ? end : 0;
  }

  private static String normal(String path) {
    int scheme = scheme(path);
    if (scheme == 0) {
      return normalPath(path);
    }
    String rest = path.substring(scheme + AUTHORITY.length());
    if (!path.regionMatches(true, 0, FILE, 0, scheme) || scheme != FILE.length()) {
      return path.substring(0, scheme) + AUTHORITY + normalPath(rest);
    }
    boolean hasDrive = rest.startsWith("/") && isAbsolute(rest.substring(1));
    return normalPath(hasDrive ? rest.substring(1) : rest);
  }

  private static String normalPath(String path) {
    String plain = path.replace('\\', '/');
    List<String> names = new ArrayList<>();
    for (String name : plain.split("/", -1)) {
      int last = names.size() - 1;
      if (name.equals("..") && last >= 0 && !names.get(last).equals("..")) {
        names.remove(last);
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return (plain.startsWith("/") ? "/" : "") + String.join("/", names);
  }
}
