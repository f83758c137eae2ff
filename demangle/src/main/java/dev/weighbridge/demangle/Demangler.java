package dev.weighbridge.demangle;

import java.util.Objects;
import java.util.Optional;

/**
 * Reads symbol names of every scheme this package knows, for who has names but not their language.
 *
 * <p>Rust is asked first, because a legacy Rust name is built as a C++ name is, then Itanium C++,
 * then that of Microsoft, then Swift. What none knows stays as it is. The text is that of {@link
 * RustDemangler}, {@link ItaniumDemangler}, {@link MsvcDemangler} and {@link SwiftDemangler}.
 *
 * <p>The static methods are for a name here and there. To go through a symbol table make one
 * demangler and let it append to a {@link TextBuffer}, which makes no objects but for names of
 * Microsoft and Swift. An instance is not safe for use by several threads at once; the static
 * methods are.
 */
public final class Demangler {
  private final RustDemangler rust = new RustDemangler();
  private final ItaniumDemangler itanium = new ItaniumDemangler();
  private final MsvcDemangler msvc = new MsvcDemangler();
  private final SwiftDemangler swift = new SwiftDemangler();

  /** Makes a demangler. */
  public Demangler() {}

  /** The readable form of a name without hashes; the name itself if no scheme knows it. */
  public static String demangle(String name) {
    return demangle(name, HashVisibility.HIDDEN);
  }

  /** The readable form of a name; the name itself if no scheme knows it. */
  public static String demangle(String name, HashVisibility hashes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hashes, "hashes");
    return tryDemangle(name, hashes).orElse(name);
  }

  /** The readable form of a name without hashes; empty if no scheme knows it. */
  public static Optional<String> tryDemangle(String name) {
    return tryDemangle(name, HashVisibility.HIDDEN);
  }

  /** The readable form of a name; empty if no scheme knows it. */
  public static Optional<String> tryDemangle(String name, HashVisibility hashes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hashes, "hashes");
    Optional<String> ofRust = RustDemangler.tryDemangle(name, hashes);
    if (ofRust.isPresent()) {
      return ofRust;
    }
    Optional<String> ofItanium = ItaniumDemangler.tryDemangle(name);
    if (ofItanium.isPresent()) {
      return ofItanium;
    }
    Optional<String> ofMicrosoft = MsvcDemangler.tryDemangle(name);
    return ofMicrosoft.isPresent() ? ofMicrosoft : SwiftDemangler.tryDemangle(name);
  }

  /**
   * Appends the readable form of a name, or the name as it is if no scheme knows it.
   *
   * @return whether a scheme knows it
   */
  public boolean append(NameSlice name, HashVisibility hashes, TextBuffer out) {
    boolean isKnown = tryAppend(name, hashes, out);
    if (!isKnown) {
      out.append(name);
    }
    return isKnown;
  }

  /**
   * Appends the readable form of a name if a scheme knows it, otherwise nothing.
   *
   * @return whether a scheme knows it
   */
  public boolean tryAppend(NameSlice name, HashVisibility hashes, TextBuffer out) {
    return rust.tryAppend(name, hashes, out)
        || itanium.tryAppend(name, out)
        || msvc.tryAppend(name, out)
        || swift.tryAppend(name, out);
  }
}
