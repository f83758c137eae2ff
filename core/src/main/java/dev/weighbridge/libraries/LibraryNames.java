package dev.weighbridge.libraries;

import dev.weighbridge.internal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of symbols that a library has; those that end in {@value #ANY} are beginnings.
 *
 * @param name of the library
 * @param symbols what tells it by itself
 * @param also what is too common for that
 * @param files names of source files that nobody else has
 */
record LibraryNames(String name, List<String> symbols, List<String> also, List<String> files) {
  static final String ANY = "*";

  /** What stands before a scope in names of the Itanium ABI: functions, tables, local statics. */
  private static final List<String> BEFORE_SCOPE =
      List.of(
          "_ZN", "_ZNK", "_ZNO", "_ZNR", "_ZTVN", "_ZTSN", "_ZTIN", "_ZZN", "_ZZNK", "_ZGVN",
          "_ZGVZN", "_ZGVZNK");

  private static final Pattern NAME = Pattern.compile("[^\\s*]+\\*?");
  private static final Pattern SCOPE = Pattern.compile("[A-Za-z_]\\w*(::[A-Za-z_]\\w*)*");

  LibraryNames {
    symbols = List.copyOf(symbols);
    also = List.copyOf(also);
    files = List.copyOf(files);
  }

  /**
   * Reads the names of a table of settings.
   *
   * @throws dev.weighbridge.config.ConfigException if one is no name nor beginning of one
   */
  static LibraryNames read(String library, ConfigTable table) {
    List<String> symbols = new ArrayList<>(names(table, "symbols"));
    for (String scope : table.texts("scopes")) {
      if (!SCOPE.matcher(scope).matches()) {
        throw table.fault("scopes", "namespaces such as google::protobuf");
      }
      symbols.addAll(inScope(scope));
    }
    return new LibraryNames(library, symbols, names(table, "also"), table.texts("files"));
  }

  private static List<String> names(ConfigTable table, String key) {
    List<String> names = table.texts(key);
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw table.fault(key, "names without spaces, or beginnings of names such as \"png_*\"");
      }
    }
    return names;
  }

  /** The beginnings of all names in a namespace of C++, {@code google::protobuf}. */
  static List<String> inScope(String scope) {
    StringBuilder path = new StringBuilder();
    for (String part : List.of(scope.split("::", -1))) {
      path.append(part.length()).append(part);
    }
    List<String> names = new ArrayList<>();
    for (String before : BEFORE_SCOPE) {
      names.add(before + path + ANY);
    }
    return names;
  }

  /** A line that {@link #parse} reads. */
  String line() {
    return String.join("\t", name, joined(symbols), joined(also), joined(files));
  }

  /** Reads what {@link #line} has written. */
  static LibraryNames parse(String line) {
    List<String> parts = List.of(line.split("\t", -1));
    return new LibraryNames(
        parts.get(0), words(parts.get(1)), words(parts.get(2)), words(parts.get(3)));
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}
