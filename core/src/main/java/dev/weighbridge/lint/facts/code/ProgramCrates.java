package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.work.Work;
import java.util.Set;
import java.util.TreeSet;

/**
 * The crates that have a function {@code main}: programs. A package often has a library of the same
 * name.
 *
 * @param names the names of the crates
 */
public record ProgramCrates(Set<String> names) {
  private static final DerivedKey<ProgramCrates> KEY = new Key();
  private static final String MAIN = "4main";

  /** Copies. */
  public ProgramCrates {
    names = Set.copyOf(names);
  }

  private record Key() implements DerivedKey<ProgramCrates> {
    @Override
    public String name() {
      return "crates with a main function";
    }

    @Override
    public ProgramCrates derive(Attribution attribution, Work work) {
      return ProgramCrates.find(attribution);
    }
  }

  /** The programs in a file. */
  public static ProgramCrates of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static ProgramCrates find(Attribution attribution) {
    Functions functions = Functions.of(attribution);
    Owners owners = attribution.owners();
    Set<String> names = new TreeSet<>();
    for (int row = 0; row < functions.count(); row++) {
      int owner = functions.owner(row);
      if (owners.isSymbol(owner)
          && owners.symbols(owner).nameLength(owners.symbolRow(owner)) < 128) {
        String raw = owners.text(owner);
        if (raw.endsWith(MAIN) || raw.contains(MAIN + "17h")) {
          String name = owners.readableText(owner);
          int end = name.indexOf("::main");
          if (end > 0 && name.length() == end + 6 && name.indexOf("::") == end) {
            names.add(name.substring(0, end));
          }
        }
      }
    }
    return new ProgramCrates(names);
  }
}
