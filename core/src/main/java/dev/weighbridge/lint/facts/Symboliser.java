package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import java.util.Set;

/**
 * The part of the standard library that turns addresses of a backtrace into names and lines: a
 * reader of DWARF with what it needs.
 *
 * @param fileSize bytes of its crates with full prices; 0 if names do not tell
 */
public record Symboliser(long fileSize) {
  private static final DerivedKey<Symboliser> KEY = new Key();
  private static final Set<String> CRATES =
      Set.of("addr2line", "gimli", "object", "miniz_oxide", "adler", "adler2", "rustc_demangle");

  private record Key() implements DerivedKey<Symboliser> {
    @Override
    public String name() {
      return "symboliser";
    }

    @Override
    public Symboliser derive(Attribution attribution, Work work) {
      return Symboliser.find(attribution);
    }
  }

  /** The symboliser in a file. */
  public static Symboliser of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** Whether a crate is part of it; a program may have a copy of its own, which is not. */
  private static boolean isPart(Crate crate) {
    return crate.origin() == CrateOrigin.STANDARD && CRATES.contains(crate.name());
  }

  private static Symboliser find(Attribution attribution) {
    CrateTable crates = Crates.of(attribution, CratePolicy.DEFINING);
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int row = crates.ofSpan(span, Pricing.FULL);
      if (row >= 0 && isPart(crates.crate(row))) {
        sum += partition.fileSize(span);
      }
    }
    return new Symboliser(sum);
  }
}
