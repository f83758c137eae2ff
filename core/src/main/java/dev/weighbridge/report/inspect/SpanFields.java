package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;

/** What the reports say of one span, in the same words everywhere; {@code -1} stands for none. */
final class SpanFields {
  static final String NONE = "-1";

  private final Attribution attribution;
  private final Partition partition;
  private final Owners owners;
  private final CrateTable crates;

  /**
   * The words for the spans of an attribution.
   *
   * @param policy which crate owns a symbol
   */
  SpanFields(Attribution attribution, CratePolicy policy) {
    this.attribution = attribution;
    crates = Crates.of(attribution, policy);
    partition = attribution.partition();
    owners = attribution.owners();
  }

  /** File offset of its first byte, or -1 if it is memory-only. */
  long start(int span) {
    return partition.isMemoryOnly(span) ? -1 : partition.start(span);
  }

  /** File offset of its end, exclusive, or -1 if it is memory-only. */
  long end(int span) {
    return partition.isMemoryOnly(span) ? -1 : partition.end(span);
  }

  /** Virtual address of its first byte, or -1 if it is not loaded. */
  long address(int span) {
    return attribution.address(span);
  }

  /** The word for what its bytes are. */
  String kind(int span) {
    return partition.kind(span).key();
  }

  /** The word for how its owner is known. */
  String basis(int span) {
    return partition.basis(span).key();
  }

  /** The name of its section as the file has it, so perhaps empty; {@code -1} if it has none. */
  String section(int span) {
    int section = partition.section(span);
    return section < 0 ? NONE : attribution.section(section).name();
  }

  /** The raw name or the bracketed label of its owner. */
  String owner(int span) {
    return owners.text(partition.owner(span));
  }

  /** The raw name of what its bytes are about; {@code -1} if they are about nothing. */
  String subject(int span) {
    int subject = partition.subject(span);
    return subject < 0 ? NONE : owners.text(subject);
  }

  /** The crate of its subject, or of its owner if it has none; {@code -1} if none is known. */
  String crate(int span) {
    int crate = crates.ofSpan(partition.whole(span), Pricing.FULL);
    return crate < 0 ? NONE : crates.label(crate);
  }
}
