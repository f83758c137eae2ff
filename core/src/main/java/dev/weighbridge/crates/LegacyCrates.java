package dev.weighbridge.crates;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.internal.names.ShippedCrates;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds which crate a legacy name means, where units or v0 names tell crates of its name apart.
 *
 * <p>Legacy names have no disambiguator. A crate that only units name was compiled with legacy
 * names itself, so it comes first; else the only one of the name is meant, unless it is std's copy,
 * which the program does not reach. Of several none is guessed.
 */
final class LegacyCrates {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final CrateRows crates;
  private final Map<String, int[]> known = new HashMap<>();
  private final IntColumn meant = new IntColumn(0);

  /**
   * Looks at all crates found so far.
   *
   * @param isInV0Names whether a v0 name mentions the crate, by row
   */
  LegacyCrates(CrateRows crates, boolean[] isInV0Names) {
    this.crates = crates;
    for (int row = 0; row < isInV0Names.length; row++) {
      Crate crate = crates.crate(row);
      if (crate.disambiguator() != 0) {
        int[] found = known.computeIfAbsent(crate.name(), name -> new int[] {NONE, NONE});
        int scheme = isInV0Names[row] ? 1 : 0;
        found[scheme] = found[scheme] == NONE ? row : SEVERAL;
      }
    }
  }

  /** The row of the crate that is meant by one without a disambiguator; others mean themselves. */
  int meant(int row) {
    while (meant.count() <= row) {
      meant.add(find(meant.count()));
    }
    return meant.get(row);
  }

  private int find(int row) {
    Crate crate = crates.crate(row);
    int[] found = known.get(crate.name());
    if (crate.disambiguator() != 0 || crate.origin() == CrateOrigin.NATIVE || found == null) {
      return row;
    }
    boolean isOfProgram = ShippedCrates.isOutOfReach(crate.name());
    int best = found[0] == NONE && !isOfProgram ? found[1] : found[0];
    return best >= 0 ? best : row;
  }
}
