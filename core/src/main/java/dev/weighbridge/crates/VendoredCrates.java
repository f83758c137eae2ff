package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.UnitEvidence.ArchivePlace;
import dev.weighbridge.demangle.StandardCrates;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.internal.names.ShippedCrates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells std's own copies of the crates it ships from those of the program, which have the same
 * names.
 *
 * <p>A copy is std's if a crate of std compiled code of it, if its archive stands in the folder of
 * the toolchain, if its units lie among those of std in the order of the link, or if debug
 * information says that it was compiled where std was; it is the program's if one of the program's
 * crates compiled code of it, or if it was compiled elsewhere. Only {@code hashbrown} reaches the
 * program through std, in its maps. Of what is left, a copy that is alone is taken for std's, which
 * is the usual case; of several none is.
 */
final class VendoredCrates implements StandardCrates {
  /** Std's crates compile code of each other over a few steps at most. */
  private static final int LONGEST_CHAIN = 16;

  private static final int UNSEEN = 0;
  private static final int OTHER = 1;
  private static final int OPEN = 2;
  private static final int OF_STD = 3;
  private static final int OF_PROGRAM = 4;

  private final CrateRows crates;
  private final IntColumn state = new IntColumn(0);
  private final IntColumn mentioned = new IntColumn(0);
  private final IntColumn compiledBy = new IntColumn(0);
  private byte[][] names = new byte[0][];
  private long[] disambiguators = new long[0];

  VendoredCrates(CrateRows crates) {
    this.crates = crates;
  }

  /** Whether a crate has the name of one that std ships. */
  boolean isCandidate(int crate) {
    while (state.count() <= crate) {
      state.add(UNSEEN);
    }
    if (state.get(crate) == UNSEEN) {
      state.set(crate, ShippedCrates.contains(crates.crate(crate).name()) ? OPEN : OTHER);
    }
    return state.get(crate) >= OPEN;
  }

  /**
   * Learns that a crate compiled code of a candidate.
   *
   * @param compiler row of that crate, -1 if unknown
   */
  void mention(int candidate, int compiler) {
    if (state.get(candidate) == OPEN && compiler >= 0 && compiler != candidate) {
      if (isStandardName(crates.crate(compiler))) {
        state.set(candidate, OF_STD);
      } else {
        mentioned.add(candidate);
        compiledBy.add(compiler);
      }
    }
  }

  private static boolean isStandardName(Crate crate) {
    byte[] name = crate.name().getBytes(StandardCharsets.UTF_8);
    return crate.origin() != CrateOrigin.NATIVE
        && StandardCrates.BY_NAME.isStandard(name, 0, name.length, crate.disambiguator());
  }

  /**
   * Settles which candidates are std's, once all names were read, and marks all crates of std.
   *
   * @param attribution whose debug information is asked for what is still open
   * @param isStdInV0 whether std itself has v0 names
   */
  void decide(Attribution attribution, UnitEvidence units, boolean isStdInV0) {
    if (!byFolder(units)) {
      byOrder(units);
    }
    if (isStdInV0) {
      byScheme();
    }
    byCompiler();
    if (CrateUnits.mayTell(attribution)) {
      bySource(attribution);
    }
    byCopies();
    for (int crate = 0; crate < crates.count(); crate++) {
      boolean isOpen = isCandidate(crate) && state.get(crate) == OPEN;
      if (isOpen || state.get(crate) == OF_STD || isStandardName(crates.crate(crate))) {
        if (crates.crate(crate).origin() == CrateOrigin.USER) {
          crates.origin(crate, CrateOrigin.STANDARD);
        }
      }
    }
    keep();
  }

  /**
   * Linker maps say in which folder the archive of each unit stands. Their units have no order of
   * the link, as some objects of std begin with strings that were put before all others.
   *
   * @return whether folders tell
   */
  private boolean byFolder(UnitEvidence units) {
    boolean isTold = false;
    for (int unit = 0; unit < units.count(); unit++) {
      isTold |=
          units.crate(unit) >= 0
              && units.archive(unit) == ArchivePlace.TOOLCHAIN
              && isStandardName(crates.crate(units.crate(unit)));
    }
    for (int unit = 0; isTold && unit < units.count(); unit++) {
      int crate = units.crate(unit);
      boolean isOpen = crate >= 0 && isCandidate(crate) && state.get(crate) == OPEN;
      if (isOpen && units.archive(unit) != ArchivePlace.UNKNOWN) {
        boolean isOfStd = units.archive(unit) == ArchivePlace.TOOLCHAIN;
        state.set(crate, isOfStd ? OF_STD : OF_PROGRAM);
      }
    }
    return isTold;
  }

  /** Linkers take the units of std's crates one after another. */
  private void byOrder(UnitEvidence units) {
    int first = -1;
    int last = -1;
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.crate(unit) >= 0 && isStandardName(crates.crate(units.crate(unit)))) {
        first = first < 0 ? unit : first;
        last = unit;
      }
    }
    for (int unit = 0; first < last && unit < units.count(); unit++) {
      int crate = units.crate(unit);
      if (crate >= 0 && isCandidate(crate) && state.get(crate) == OPEN) {
        state.set(crate, first < unit && unit < last ? OF_STD : OF_PROGRAM);
      }
    }
  }

  /** Copies in legacy names beside a std in v0 names are the program's. */
  private void byScheme() {
    for (int crate = 0; crate < crates.count(); crate++) {
      if (isCandidate(crate) && state.get(crate) == OPEN && isLegacyOfProgram(crate)) {
        state.set(crate, OF_PROGRAM);
      }
    }
  }

  private boolean isLegacyOfProgram(int crate) {
    return crates.crate(crate).disambiguator() == 0
        && ShippedCrates.isOutOfReach(crates.crate(crate).name());
  }

  /** What crates of the program compiled is the program's; what crates of std did is std's. */
  private void byCompiler() {
    boolean isChanged = true;
    for (int round = 0; isChanged && round < LONGEST_CHAIN; round++) {
      isChanged = false;
      for (int i = 0; i < mentioned.count(); i++) {
        int candidate = mentioned.get(i);
        int compiler = isCandidate(compiledBy.get(i)) ? state.get(compiledBy.get(i)) : OF_PROGRAM;
        boolean isReached = crates.crate(candidate).name().equals(ShippedCrates.IN_MAPS);
        boolean tells = compiler == OF_STD || (compiler == OF_PROGRAM && !isReached);
        if (state.get(candidate) == OPEN && tells) {
          state.set(candidate, compiler);
          isChanged = true;
        }
      }
    }
  }

  /**
   * Debug information says in which folder each copy was compiled, if anything of it has a unit.
   */
  private void bySource(Attribution attribution) {
    for (int crate = 0; crate < crates.count(); crate++) {
      if (isCandidate(crate) && state.get(crate) == OPEN) {
        Optional<Boolean> isOfStd = CrateUnits.of(attribution).isOfStd(crates.crate(crate));
        if (isOfStd.isPresent()) {
          state.set(crate, isOfStd.get() ? OF_STD : OF_PROGRAM);
        }
      }
    }
  }

  /**
   * Std ships one copy of each, so of several at most one is its. Which, nothing tells by now; none
   * is taken for it, because what is the program's must not be hidden.
   */
  private void byCopies() {
    Map<String, Integer> copies = new HashMap<>();
    for (int crate = 0; crate < crates.count(); crate++) {
      if (isCandidate(crate) && state.get(crate) != OF_PROGRAM) {
        copies.merge(crates.crate(crate).name(), 1, Integer::sum);
      }
    }
    for (int crate = 0; crate < crates.count(); crate++) {
      boolean isOpen = state.get(crate) == OPEN;
      if (isOpen && copies.getOrDefault(crates.crate(crate).name(), 0) > 1) {
        state.set(crate, OF_PROGRAM);
      }
    }
  }

  private void keep() {
    List<Crate> kept = new ArrayList<>();
    for (int crate = 0; crate < crates.count(); crate++) {
      if (crates.crate(crate).origin() == CrateOrigin.STANDARD && isCandidate(crate)) {
        kept.add(crates.crate(crate));
      }
    }
    kept.sort(Comparator.comparing(Crate::disambiguator));
    names = new byte[kept.size()][];
    disambiguators = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = kept.get(i).name().getBytes(StandardCharsets.UTF_8);
      disambiguators[i] = kept.get(i).disambiguator();
    }
  }

  @Override
  public boolean isStandard(byte[] bytes, int start, int end, long disambiguator) {
    if (StandardCrates.BY_NAME.isStandard(bytes, start, end, disambiguator)) {
      return true;
    }
    int i = Arrays.binarySearch(disambiguators, disambiguator);
    while (i > 0 && disambiguators[i - 1] == disambiguator) {
      i--;
    }
    for (; i >= 0 && i < names.length && disambiguators[i] == disambiguator; i++) {
      if (Arrays.equals(names[i], 0, names[i].length, bytes, start, end)) {
        return true;
      }
    }
    return false;
  }
}
