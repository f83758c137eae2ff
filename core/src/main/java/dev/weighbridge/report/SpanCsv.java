package dev.weighbridge.report;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CratePolicy;
import java.io.IOException;

/**
 * Every leaf span as comma-separated values, in the order of the file, then the memory-only ones:
 * what a script needs to check a partition byte by byte. {@code -1} stands for none; a memory-only
 * span has no place in the file, so its start and end are -1.
 */
public final class SpanCsv implements ReportWriter<Attribution> {
  private final CratePolicy policy;

  /** A writer of records; std generics are of the crate whose type caused them. */
  public SpanCsv() {
    this(CratePolicy.RESPONSIBLE);
  }

  /** A writer of records with crates by a policy. */
  public SpanCsv(CratePolicy policy) {
    this.policy = policy;
  }

  @Override
  public void write(Attribution attribution, Appendable out) throws IOException {
    out.append("start,end,address,kind,basis,section,owner,subject,crate\n");
    SpanFields fields = new SpanFields(attribution, policy);
    CsvLine line = new CsvLine(out);
    int count = attribution.partition().spanCount();
    for (int span = 0; span < count; span++) {
      line.add(fields.start(span)).add(fields.end(span));
      line.add(Figures.address(fields.address(span)));
      line.add(fields.kind(span)).add(fields.basis(span)).add(fields.section(span));
      line.add(fields.owner(span)).add(fields.subject(span)).add(fields.crate(span));
      line.end();
    }
  }
}
