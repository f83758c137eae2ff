package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each crate's own source weighs, generic code included that others use.
 *
 * @param rows the crates with bytes in the file, largest first
 */
public record CrateBytes(List<Row> rows) {
  private static final DerivedKey<CrateBytes> KEY = new Key();

  /**
   * One crate.
   *
   * @param name as in symbols
   * @param label the name, with a hash where two crates share it
   * @param isUser whether it is neither of the standard library nor native
   * @param fileSize bytes with full prices
   */
  public record Row(String name, String label, boolean isUser, long fileSize) {}

  /** Copies. */
  public CrateBytes {
    rows = List.copyOf(rows);
  }

  private record Key() implements DerivedKey<CrateBytes> {
    @Override
    public String name() {
      return "bytes of crates";
    }

    @Override
    public CrateBytes derive(Attribution attribution, Work work) {
      return CrateBytes.find(attribution);
    }
  }

  /** The crates of a file. */
  public static CrateBytes of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static CrateBytes find(Attribution attribution) {
    CrateTable crates = Crates.of(attribution, CratePolicy.DEFINING);
    Partition partition = attribution.partition();
    long[] bytes = new long[crates.count()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int row = crates.ofSpan(span, Pricing.FULL);
      if (row >= 0) {
        bytes[row] += partition.fileSize(span);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < bytes.length; row++) {
      Crate crate = crates.crate(row);
      if (bytes[row] > 0) {
        rows.add(
            new Row(
                crate.name(), crates.label(row), crate.origin() == CrateOrigin.USER, bytes[row]));
      }
    }
    rows.sort(Comparator.comparingLong(Row::fileSize).reversed().thenComparing(Row::label));
    return new CrateBytes(rows);
  }
}
