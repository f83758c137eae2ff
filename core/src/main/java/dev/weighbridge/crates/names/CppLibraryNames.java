package dev.weighbridge.crates.names;

import java.util.regex.Pattern;

/** Names in the mangling of the Itanium ABI that the standard library of C++ has for itself. */
public final class CppLibraryNames {
  private static final String SCOPE = "[KVO]*(?:St|S[absiod]|9__gnu_cxx|10__cxxabiv1)";

  /** Functions, tables and types in its namespaces, and what the ABI calls. */
  private static final Pattern OWN =
      Pattern.compile(
          "_Z(?:T[VTIS])?N?"
              + SCOPE
              + ".*|_Z(?:n[wa]|d[la]).*|__(?:cxa|gxx)_.*|__dynamic_cast|_Unwind_.*");

  /** What may be its own too: thunks, and functions of its demangler and unwinder. */
  private static final Pattern LIKELY =
      Pattern.compile("_ZT[hv].*|d_.*|cplus_demangle.*|frame_.*|uw_.*|__gcc_.*");

  private CppLibraryNames() {}

  /** Whether a name is of the library; a function of which each user has a copy may still be. */
  public static boolean contains(String name) {
    return name.startsWith("_") && OWN.matcher(name).matches();
  }

  /** Whether a name may be of the library, or surely is. */
  public static boolean mayContain(String name) {
    return contains(name) || LIKELY.matcher(name).matches();
  }
}
