package dev.weighbridge.demangle;

import dev.weighbridge.demangle.msvc.MsvcReader;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads C++ symbol names of Microsoft's compilers: in programs for Windows, their databases,
 * objects and exports. Clang writes them, too, where it stands in for those compilers.
 *
 * <p>There are two texts of a name. The short one is for tables: scopes, name, parameters. The
 * other is the declaration as {@code undname} writes it, with access, calling convention and types
 * of results and variables. Both are those of LLVM's {@code llvm-undname} 19, but where that tool
 * is wrong or gives up: names of ARM64EC code, which are marked {@code [arm64ec]}, conversions made
 * from templates, texts it takes for cut, pieces that were split off coroutines.
 *
 * <p>Names come from files that anybody can write. What nests deeper than 256, has more than 65,536
 * characters, or parts that have a million together, is refused, and nothing fails with an
 * exception. An instance is safe for use by several threads.
 */
public final class MsvcDemangler {
  /** Makes a demangler. */
  public MsvcDemangler() {}

  /** The short text of a name; the name itself if it is not of this mangling. */
  public static String demangle(String name) {
    Objects.requireNonNull(name, "name");
    return tryDemangle(name).orElse(name);
  }

  /** The short text of a name; empty if it is not of this mangling. */
  public static Optional<String> tryDemangle(String name) {
    Objects.requireNonNull(name, "name");
    return mayBeMangled(name) ? MsvcReader.text(name, false) : Optional.empty();
  }

  /** Whether a name may be of this mangling, by a look: such names have a question mark. */
  public static boolean mayBeMangled(String name) {
    Objects.requireNonNull(name, "name");
    return name.indexOf('?') >= 0;
  }

  /** The declaration of a name; empty if it is not of this mangling. */
  public static Optional<String> tryDeclaration(String name) {
    Objects.requireNonNull(name, "name");
    return mayBeMangled(name) ? MsvcReader.text(name, true) : Optional.empty();
  }

  /**
   * Appends the short text of a name if it is of this mangling, otherwise nothing.
   *
   * @return whether it is
   */
  public boolean tryAppend(NameSlice name, TextBuffer out) {
    int first = name.length() == 0 ? 0 : name.array()[name.offset()];
    if (first != '?' && first != '$' && first != '.' && first != '_') {
      return false;
    }
    Optional<String> text = tryDemangle(name.toString());
    text.ifPresent(found -> out.append(NameSlice.of(found)));
    return text.isPresent();
  }
}
