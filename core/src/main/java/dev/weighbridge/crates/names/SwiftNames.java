package dev.weighbridge.crates.names;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.SwiftDemangler;
import dev.weighbridge.formats.SymbolTable;
import java.util.Set;

/** What names of Swift tell of modules, which are what crates are in Rust. */
public final class SwiftNames {
  /** Modules that are the standard library, in parts. */
  private static final Set<String> STANDARD =
      Set.of(
          "Swift",
          "_Concurrency",
          "_Differentiation",
          "_RegexParser",
          "_StringProcessing",
          "Cxx",
          "CxxStdlib",
          "Distributed",
          "Observation",
          "RegexBuilder",
          "Synchronization",
          "SwiftOnoneSupport");

  /** No mangled name has fewer characters. */
  private static final int SHORTEST = 5;

  private SwiftNames() {}

  /** The module whose source an owner is of; empty if its name tells of none. */
  public static String module(Owners owners, int owner) {
    if (!owners.isSymbol(owner)) {
      return "";
    }
    SymbolTable symbols = owners.symbols(owner);
    int row = owners.symbolRow(owner);
    return mayBeMangled(symbols, row) ? SwiftDemangler.tryModule(symbols.name(row)).orElse("") : "";
  }

  /** A look at the first characters, so that other names are not made text. */
  private static boolean mayBeMangled(SymbolTable symbols, int row) {
    if (symbols.nameLength(row) < SHORTEST) {
      return false;
    }
    long start = symbols.nameStart(row);
    int first = symbols.nameBytes(row).u8(start);
    int second = symbols.nameBytes(row).u8(start + 1);
    return first == '$' || (first == '_' && (second == '$' || second == 'T' || second == '_'));
  }

  /** Whether a module is of the standard library. */
  public static boolean isStandard(String module) {
    return STANDARD.contains(module);
  }
}
