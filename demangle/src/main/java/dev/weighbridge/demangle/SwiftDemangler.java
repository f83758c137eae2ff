package dev.weighbridge.demangle;

import dev.weighbridge.demangle.swift.SwiftText;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads Swift symbol names of all versions.
 *
 * <p>They begin with {@code $s} since Swift 5, with {@code $S} or {@code _T0} in Swift 4, and with
 * {@code _T} before, as names of classes for Objective-C still do. Names of macOS may have another
 * underscore before that.
 *
 * <p>There are two texts of a name, which are those of {@code swift-demangle}: the whole one, with
 * modules and types ({@code app.Store.load(at: Swift.Int) throws -> Swift.String}), and the brief
 * one of its option {@code -simplified} ({@code Store.load(at:)}). Different symbols may have the
 * same brief text.
 *
 * <p>A name with anything that is not known is refused as a whole. Names come from files that
 * anybody can write: what nests deeper than 256, has more than 65,536 characters or nodes, or gives
 * more than a million characters, is refused, too, and nothing fails with an exception. An instance
 * is safe for use by several threads.
 *
 * @see <a href="https://github.com/swiftlang/swift/blob/main/docs/ABI/Mangling.rst">Mangling</a>
 */
public final class SwiftDemangler {
  /** Makes a demangler. */
  public SwiftDemangler() {}

  /** The whole text of a name; the name itself if it is not of this mangling. */
  public static String demangle(String name) {
    Objects.requireNonNull(name, "name");
    return tryDemangle(name).orElse(name);
  }

  /** The whole text of a name; empty if it is not of this mangling. */
  public static Optional<String> tryDemangle(String name) {
    Objects.requireNonNull(name, "name");
    return mayBeMangled(name) ? SwiftText.of(name, false) : Optional.empty();
  }

  /** The brief text of a name; empty if it is not of this mangling. */
  public static Optional<String> tryBrief(String name) {
    Objects.requireNonNull(name, "name");
    return mayBeMangled(name) ? SwiftText.of(name, true) : Optional.empty();
  }

  /**
   * The module whose source a symbol is of: an instance of something generic is of the module that
   * has it, a witness of the module that says that the type conforms.
   *
   * @return empty if the name tells of none, as of thunks between types, of copies of values, and
   *     of what is imported from C
   */
  public static Optional<String> tryModule(String name) {
    Objects.requireNonNull(name, "name");
    return mayBeMangled(name) ? SwiftText.module(name) : Optional.empty();
  }

  /** Whether a name may be of this mangling, by a look at how it begins. */
  public static boolean mayBeMangled(String name) {
    Objects.requireNonNull(name, "name");
    int at = name.startsWith("_") ? 1 : 0;
    if (name.startsWith("$", at)) {
      return name.startsWith("s", at + 1)
          || name.startsWith("S", at + 1)
          || name.startsWith("e", at + 1);
    }
    return name.startsWith("_T") || name.startsWith("__T") || name.startsWith("@__swiftmacro_");
  }

  /**
   * Appends the whole text of a name if it is of this mangling, otherwise nothing.
   *
   * @return whether it is
   */
  public boolean tryAppend(NameSlice name, TextBuffer out) {
    if (!mayBeMangled(name.array(), name.offset(), name.length())) {
      return false;
    }
    Optional<String> text = tryDemangle(name.toString());
    text.ifPresent(found -> out.append(NameSlice.of(found)));
    return text.isPresent();
  }

  private static boolean mayBeMangled(byte[] bytes, int offset, int length) {
    if (length < 3) {
      return false;
    }
    int first = bytes[offset];
    int second = bytes[offset + 1];
    return first == '$'
        || first == '@'
        || (first == '_' && (second == '$' || second == 'T' || second == '_'));
  }
}
