package dev.weighbridge.lint.signs;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import java.util.Set;

/**
 * The part of the standard library that turns addresses of a backtrace into names and lines: a
 * reader of DWARF with what it needs.
 *
 * @param fileSize bytes of its crates with full prices; 0 if names do not tell
 */
public record Symboliser(long fileSize) {
  private static final Set<String> CRATES =
      Set.of("addr2line", "gimli", "object", "miniz_oxide", "adler", "adler2", "rustc_demangle");

  /** The symboliser in a file. */
  public static Symboliser of(Attribution attribution) {
    return attribution.derived(Symboliser.class, Symboliser::find);
  }

  /** Whether a crate of this name is part of it. */
  public static boolean isPart(String crate) {
    return CRATES.contains(crate);
  }

  private static Symboliser find(Attribution attribution) {
    CrateTable crates = CrateTable.of(attribution, CratePolicy.DEFINING);
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int row = crates.ofSpan(span, Pricing.FULL);
      if (row >= 0 && isPart(crates.crate(row).name())) {
        sum += partition.fileSize(span);
      }
    }
    return new Symboliser(sum);
  }
}
