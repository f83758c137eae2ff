package dev.weighbridge.libraries;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Names of symbols that libraries have for themselves: whole names, and beginnings of names. Some
 * are too common to tell by themselves, such as {@code inflate}: they are a library's only in files
 * where one of its other names is defined. Immutable.
 */
public final class LibrarySymbols {
  /**
   * The names of {@value LibraryRules#FILE}, made from it, because a process that has just begun
   * takes longer to read TOML than to weigh a program.
   */
  static final String FILE = "symbols.txt";

  private static final class BuiltIn {
    static final LibrarySymbols SYMBOLS =
        new LibrarySymbols(
            BuiltInText.of(FILE).lines().map(LibraryNames::parse).toList(), List.of());
  }

  /** What a name says of a library, and whether it does by itself. */
  private record Claim(int library, boolean isSure) {}

  private final List<LibraryNames> all;
  private final List<String> libraries = new ArrayList<>();
  private final List<List<Claim>> claimsOf = new ArrayList<>();
  private final Map<String, Integer> whole = new HashMap<>();
  private final TreeMap<String, Integer> beginnings = new TreeMap<>();
  private final Map<String, Integer> files = new HashMap<>();

  /** Names, of which those of the second list hide what the first says of them. */
  private LibrarySymbols(List<LibraryNames> first, List<LibraryNames> second) {
    all = first;
    Map<String, List<Claim>> claims = claims(first);
    claims.putAll(claims(second));
    number(claims);
  }

  /** Some names; that is what others say of the same library, too. */
  private Map<String, List<Claim>> claims(List<LibraryNames> some) {
    Map<String, List<Claim>> claims = new HashMap<>();
    for (LibraryNames names : some) {
      int known = libraries.indexOf(names.name());
      int library = known < 0 ? libraries.size() : known;
      if (known < 0) {
        libraries.add(names.name());
      }
      names.files().forEach(file -> files.put(file, library));
      names.symbols().forEach(name -> add(claims, name, new Claim(library, true)));
      names.also().forEach(name -> add(claims, name, new Claim(library, false)));
    }
    return claims;
  }

  private void number(Map<String, List<Claim>> claims) {
    claims.forEach(
        (name, said) -> {
          int number = claimsOf.size();
          claimsOf.add(said);
          if (name.endsWith(LibraryNames.ANY)) {
            beginnings.put(name.substring(0, name.length() - 1), number);
          } else {
            whole.put(name, number);
          }
        });
  }

  private static void add(Map<String, List<Claim>> claims, String name, Claim claim) {
    claims.computeIfAbsent(name, key -> new ArrayList<>()).add(claim);
  }

  /** The names of the libraries that are known here. */
  public static LibrarySymbols builtIn() {
    return BuiltIn.SYMBOLS;
  }

  /** These names, and others that hide what these say of them. */
  LibrarySymbols and(List<LibraryNames> others) {
    return new LibrarySymbols(all, others);
  }

  /** How many libraries there are. */
  public int count() {
    return libraries.size();
  }

  /** The name of a library. */
  public String library(int index) {
    return libraries.get(index);
  }

  /** Whether a library of this name is known here. */
  public boolean isLibrary(String name) {
    Objects.requireNonNull(name, "name");
    return libraries.contains(name);
  }

  /**
   * The number of the longest of these names that a name is or begins with; -1 if there is none.
   */
  public int find(String name) {
    Objects.requireNonNull(name, "name");
    Integer number = whole.get(name);
    Map.Entry<String, Integer> entry = number == null ? beginnings.floorEntry(name) : null;
    while (entry != null && !name.startsWith(entry.getKey())) {
      entry = beginnings.floorEntry(name.substring(0, shared(entry.getKey(), name)));
    }
    if (entry != null) {
      number = entry.getValue();
    }
    return number == null ? -1 : number;
  }

  private static int shared(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int at = 0;
    while (at < length && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Notes the libraries that a name tells by itself. */
  public void addSure(int number, BitSet present) {
    Objects.requireNonNull(present, "present");
    for (Claim claim : claimsOf.get(number)) {
      if (claim.isSure()) {
        present.set(claim.library());
      }
    }
  }

  /**
   * The library that a name is of; -1 if it is none of those present, or several.
   *
   * @param present libraries of which the file defines a name that tells by itself
   */
  public int decide(int number, BitSet present) {
    Objects.requireNonNull(present, "present");
    int found = -1;
    for (Claim claim : claimsOf.get(number)) {
      if (claim.library() != found && present.get(claim.library())) {
        if (found >= 0) {
          return -1;
        }
        found = claim.library();
      }
    }
    return found;
  }

  /**
   * The library that a source file of this name is of; -1 if none is told, or it is not present.
   *
   * @param present libraries of which the file defines a name that tells by itself
   */
  public int ofFile(String name, BitSet present) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(present, "present");
    Integer library = files.get(name);
    return library != null && present.get(library) ? library : -1;
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
