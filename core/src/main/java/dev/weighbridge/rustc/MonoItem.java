package dev.weighbridge.rustc;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that the compiler made code or data of, once for each set of type arguments.
 *
 * @param kind what it is
 * @param name as the compiler prints it, with type arguments; empty for assembly
 * @param units the codegen units that hold it, each a copy
 */
public record MonoItem(Kind kind, String name, List<MonoUnit> units) {
  /** What an item is. */
  public enum Kind {
    /** A function. */
    FUNCTION,
    /** A static variable. */
    STATIC,
    /** What {@code global_asm!} holds. */
    ASSEMBLY;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The word used in machine output: {@code function}. */
    public String key() {
      return key;
    }
  }

  /** Checks that nothing is missing. */
  public MonoItem {
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    units = List.copyOf(units);
  }

  /** The crates that asked for it; none where names of units do not tell. */
  public List<String> crates() {
    return units.stream()
        .map(MonoUnit::crate)
        .filter(crate -> !crate.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Its name for people, {@code [global_asm]} where it has none. */
  public String label() {
    return name.isEmpty() ? "[global_asm]" : name;
  }

  /** The item it was made of, for people: {@code std::vec::Vec::<_>::push}. */
  public String generic() {
    return name.isEmpty() ? label() : PrintedPath.generic(name);
  }
}
