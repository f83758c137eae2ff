package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.work.Work;

/**
 * The code that was compiled with the program: all but what the distributed standard library
 * brought compiled. Generic code of the library that the program instantiates was compiled with it.
 *
 * @param codeSize its bytes; -1 if names do not tell
 */
public record OwnCode(long codeSize) {
  private static final DerivedKey<OwnCode> KEY = new Key();

  private record Key() implements DerivedKey<OwnCode> {
    @Override
    public String name() {
      return "code compiled with the program";
    }

    @Override
    public OwnCode derive(Attribution attribution, Work work) {
      return find(attribution);
    }
  }

  /** The program's own code in a file. */
  public static OwnCode of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static OwnCode find(Attribution attribution) {
    Functions functions = Functions.of(attribution);
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    long library = 0;
    long own = 0;
    for (int row = 0; row < functions.count(); row++) {
      int crate = crates.ofOwner(functions.owner(row));
      if (crate < 0) {
        continue;
      }
      if (crates.crate(crate).origin() == CrateOrigin.STANDARD) {
        library += functions.codeSize(row);
      } else if (crates.crate(crate).origin() == CrateOrigin.USER) {
        own += functions.codeSize(row);
      }
    }
    return new OwnCode(library > 0 && own > 0 ? own : -1);
  }
}
