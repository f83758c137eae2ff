package dev.weighbridge.crates.names;

import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.MemberTable;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a compile unit or object file says of whose it is.
 *
 * <p>The compiler names units {@code core.c0386ddbfadcbbc1-cgu.0}, where the number equals the
 * crate's disambiguator, and their objects {@code core-<metadata>.core.<number>-cgu.0.rcgu.o}.
 * Units of incremental builds and of the allocator shim have a number only.
 *
 * @param crate the Rust crate, if the name tells one
 * @param isRust whether the compiler of Rust made it
 * @param library who owns it if it is not Rust; empty if it is
 * @param start what is left of the crate's name where the linker has lost its end; empty if it
 *     tells no crate at all, or all of it
 */
public record UnitName(Optional<CrateName> crate, boolean isRust, String library, String start) {
  /** Owner of what every C program starts and ends with. */
  public static final String C_RUNTIME = "[C runtime]";

  /**
   * What stands between the first source of a crate and the crate in names of debug information.
   */
  public static final String BEHIND_SOURCE = "/@/";

  private static final String UNIT_MARK = "-cgu.";
  private static final String OBJECT_MARK = ".rcgu";
  private static final int HASH_DIGITS = 16;
  private static final int NUMBER_LENGTH = 20;

  /**
   * What may be left of {@code 3df09dc752c88fbf-cgu.0} behind lost characters, with more of them.
   */
  private static final Pattern CUT_END =
      Pattern.compile(
          "\\?(?:(?:(?:(?:[0-9a-f]*-)?c)?g)?u\\.[0-9]+|[0-9a-f]*-c(?:g(?:u(?:\\.[0-9]*)?)?)?\\?)$");

  /**
   * What may be left of {@code std.e088b1b0-cgu.15} if characters are lost behind its number:
   * {@code std.e088b1b0-c?5}, or of {@code std.e088b1b0-cgu.0} {@code std.e088b1b0-c?}.
   */
  private static final Pattern CUT_NUMBER =
      Pattern.compile("\\w+\\.[0-9a-f]+(?:-c?g?u?\\?\\.?[0-9]*|\\?\\.[0-9]+)");

  /** What is left of a crate, and of its number, before the first lost character. */
  private static final Pattern CUT_START =
      Pattern.compile("(\\w+)(\\.?)[0-9a-f]*(?:-c?g?u?)?\\?.*");

  private static final Set<String> RUNTIME =
      Set.of(
          "crtstuff",
          "crt1",
          "Scrt1",
          "rcrt1",
          "gcrt1",
          "crti",
          "crtn",
          "crtbegin",
          "crtbeginS",
          "crtbeginT",
          "crtend",
          "crtendS",
          "grcrt1",
          "Mcrt1");

  private static final String REGISTRY = "/registry/src/";

  /**
   * Reads a name.
   *
   * @param name of the unit, with or without folders, with or without {@code archive(member)}
   * @param container the archive, if stated apart
   */
  public static UnitName of(String name, String container) {
    int bracket = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    String archive = bracket > 0 ? name.substring(0, bracket) : container;
    String member = bracket > 0 ? name.substring(bracket + 1, name.length() - 1) : name;
    String file = file(member);
    Optional<CrateName> crate = crate(file);
    if (crate.isEmpty() && isCut(file)) {
      return cut(file);
    }
    if (crate.isPresent() || file.contains(OBJECT_MARK) || isNumber(file)) {
      return new UnitName(crate.isPresent() ? crate : ofObject(file), true, "", "");
    }
    return new UnitName(Optional.empty(), false, library(member, file, file(archive)), "");
  }

  /** A name whose crate is whole if the dot behind it is. */
  private static UnitName cut(String file) {
    Matcher left = CUT_START.matcher(file);
    if (!left.matches()) {
      return new UnitName(Optional.empty(), true, "", "");
    }
    String name = left.group(1);
    return left.group(2).isEmpty()
        ? new UnitName(Optional.empty(), true, "", name)
        : new UnitName(Optional.of(new CrateName(name, 0)), true, "", "");
  }

  private static String file(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static Optional<CrateName> crate(String file) {
    int mark = file.lastIndexOf(UNIT_MARK);
    int hash = mark < 0 ? -1 : file.lastIndexOf('.', mark - 1);
    if (hash <= 0 || !isHash(file, hash + 1, mark)) {
      return Optional.empty();
    }
    String name = file.substring(file.lastIndexOf('.', hash - 1) + 1, hash);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new CrateName(name, Long.parseUnsignedLong(file, hash + 1, mark, 16)));
  }

  private static boolean isHash(String text, int from, int to) {
    boolean isHex = from < to && to - from <= HASH_DIGITS;
    for (int i = from; isHex && i < to; i++) {
      isHex = Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 'g';
    }
    return isHex;
  }

  /** {@code j2c-a0ef78a4831dd876.635ch4q2guistnpksqa0703z2.rcgu.o} is of some {@code j2c}. */
  private static Optional<CrateName> ofObject(String file) {
    int dot = file.indexOf('.');
    int dash = dot < 0 ? -1 : file.lastIndexOf('-', dot);
    return dash > 0 && isHash(file, dash + 1, dot)
        ? Optional.of(new CrateName(file.substring(0, dash), 0))
        : Optional.empty();
  }

  /** Whether all there is is one of the compiler's numbers, in base 36. */
  private static boolean isNumber(String file) {
    boolean isNumber = file.length() >= NUMBER_LENGTH;
    for (int i = 0; isNumber && i < file.length(); i++) {
      char c = file.charAt(i);
      isNumber = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
    return isNumber;
  }

  /** Whether a name has lost characters, and ends as those of Rust do. */
  private static boolean isCut(String file) {
    return file.contains(MemberTable.LOST)
        && (CUT_END.matcher(file).find() || CUT_NUMBER.matcher(file).matches());
  }

  private static String library(String path, String file, String archive) {
    int dot = file.indexOf('.');
    if (RUNTIME.contains(dot < 0 ? file : file.substring(0, dot))) {
      return C_RUNTIME;
    }
    Optional<String> published = published(path.replace('\\', '/'));
    if (published.isPresent()) {
      return published.get();
    }
    if (archive.endsWith(".rlib") && archive.startsWith("lib")) {
      int dash = archive.lastIndexOf('-');
      return archive.substring("lib".length(), dash > 0 ? dash : archive.length() - 5);
    }
    return archive.isEmpty() ? file : archive + "(" + file + ")";
  }

  /** The package of a path into cargo's registry: {@code /registry/src/INDEX/ring-0.17.8/...}. */
  private static Optional<String> published(String path) {
    int start = path.indexOf(REGISTRY);
    int index = start < 0 ? -1 : path.indexOf('/', start + REGISTRY.length());
    int end = index < 0 ? -1 : path.indexOf('/', index + 1);
    for (int at = index + 1; at > 0 && at < end - 1; at++) {
      if (path.charAt(at) == '-' && path.charAt(at + 1) >= '0' && path.charAt(at + 1) <= '9') {
        return Optional.of(path.substring(index + 1, at));
      }
    }
    return Optional.empty();
  }
}
