package dev.weighbridge.rustc;

import dev.weighbridge.attribution.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An item with what a program has of it.
 *
 * @param item with its type arguments, and the codegen units that hold it
 * @param symbols how many symbols of the program are its own; 0 if none has its very name, or there
 *     is no program
 * @param codeSize bytes of their code in the program
 * @param fileSize bytes of the program that would go with them
 */
public record MonoInstance(MonoItem item, int symbols, long codeSize, long fileSize) {
  private static final Comparator<MonoInstance> MOST_COPIES_FIRST =
      Comparator.<MonoInstance>comparingInt(one -> one.item().units().size())
          .reversed()
          .thenComparing(one -> one.item().label());

  /** Checks that there is an item. */
  public MonoInstance {
    Objects.requireNonNull(item, "item");
  }

  /**
   * The items of a name, those in most codegen units first.
   *
   * @param name of an item, with or without type arguments as {@link MonoItem#generic()} writes it;
   *     if none is called so, of all whose name holds it
   */
  public static List<MonoInstance> named(
      MonoItems items, String name, Optional<Attribution> program) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(program, "program");
    Optional<SymbolPaths> paths = program.map(some -> new SymbolPaths(some, items.crates(), true));
    List<MonoInstance> found = new ArrayList<>();
    for (MonoItem item : items.named(name)) {
      Optional<SymbolPaths.Weight> weight =
          paths.flatMap(some -> some.of(item.label(), item.crates()));
      found.add(
          new MonoInstance(
              item,
              weight.map(some -> some.symbols).orElse(0),
              weight.map(some -> some.codeSize).orElse(0L),
              weight.map(some -> some.fileSize).orElse(0L)));
    }
    found.sort(MOST_COPIES_FIRST);
    return found;
  }
}
