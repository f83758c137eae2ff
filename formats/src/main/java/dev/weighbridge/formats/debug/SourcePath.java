package dev.weighbridge.formats.debug;

import java.util.ArrayList;
import java.util.List;

/** Puts paths of source files together, of either kind of operating system. */
final class SourcePath {
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

  /** Whether it begins at a root: {@code /a}, {@code \a}, {@code C:\a}, {@code C:/a}. */
  static boolean isAbsolute(String path) {
    if (path.startsWith("/") || path.startsWith("\\")) {
      return true;
    }
    return path.length() > 2
        && path.charAt(1) == ':'
        && (path.charAt(2) == '\\' || path.charAt(2) == '/');
  }

  private static String normal(String path) {
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
