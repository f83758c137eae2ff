package dev.weighbridge.demangle;

import dev.weighbridge.demangle.itanium.ItaniumText;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads C++ symbol names of the Itanium C++ ABI, which is that of GCC and Clang everywhere but in
 * the Microsoft environment.
 *
 * <p>The static methods are for a name here and there. To go through a symbol table make one
 * demangler and let it append to a {@link TextBuffer}; it works on the bytes of the table and makes
 * no objects. An instance is not safe for use by several threads at once; the static methods are.
 *
 * <p>The text is that of GNU {@code c++filt} of binutils 2.40, {@code > >} and {@code [clone
 * .cold]} included; where that tool is wrong or gives up, the text follows the ABI. The name of a
 * legacy Rust symbol, which ends with a hash, is refused: that is for {@link RustDemangler}.
 *
 * <p>Names come from files that anybody can write. What nests deeper than 256, has a text of more
 * than a million bytes or takes more than half a million steps is refused, and nothing fails with
 * an exception.
 *
 * @see <a href="https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling">Itanium C++ ABI,
 *     chapter 5.1</a>
 */
public final class ItaniumDemangler {
  private final ItaniumText text = new ItaniumText();

  /** Makes a demangler. */
  public ItaniumDemangler() {}

  /** The readable form of a name; the name itself if it is not Itanium C++. */
  public static String demangle(String name) {
    Objects.requireNonNull(name, "name");
    return tryDemangle(name).orElse(name);
  }

  /** The readable form of a name; empty if it is not Itanium C++. */
  public static Optional<String> tryDemangle(String name) {
    Objects.requireNonNull(name, "name");
    if (!mayBeMangled(name)) {
      return Optional.empty();
    }
    TextBuffer text = new TextBuffer();
    boolean isItanium = new ItaniumDemangler().tryAppend(NameSlice.of(name), text);
    return isItanium ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean mayBeMangled(String name) {
    return name.startsWith("_Z")
        || name.startsWith("__Z")
        || name.startsWith("___")
        || name.startsWith("DW.ref._Z");
  }

  /**
   * Appends the readable form of a name, or the name as it is if it is not Itanium C++.
   *
   * @return whether it is Itanium C++
   */
  public boolean append(NameSlice name, TextBuffer out) {
    boolean isItanium = tryAppend(name, out);
    if (!isItanium) {
      out.append(name);
    }
    return isItanium;
  }

  /**
   * Appends the readable form of a name if it is Itanium C++, otherwise nothing.
   *
   * @return whether it is Itanium C++
   */
  public boolean tryAppend(NameSlice name, TextBuffer out) {
    int from = name.offset();
    return text.append(name.array(), from, from + name.length(), out.utf8());
  }
}
