package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/** Every leaf span as a line for people, in the order of the file, then the memory-only ones. */
final class SpanText implements ReportWriter<SpanReport> {
  private static final int WIDEST_SECTION = 24;
  private static final int KIND = 11;
  private static final int BASIS = 10;

  @Override
  public void write(SpanReport report, Appendable out) throws IOException {
    Attribution attribution = report.attribution();
    Partition partition = attribution.partition();
    SpanFields fields = new SpanFields(attribution, report.policy());
    TextLine line = new TextLine(out);
    int offset = Math.max("start".length(), Figures.hex(partition.fileSize()).length());
    int address = addressWidth(attribution);
    int section = sectionWidth(attribution);
    line.right("start", offset).add("  ").right("end", offset).add("  ");
    line.right("address", address).add("  ").left("kind", KIND).add("  ").left("basis", BASIS);
    line.add("  ").left("section", section).add("  ").add("owner (subject)").end();
    for (int span = 0; span < partition.spanCount(); span++) {
      line.right(Figures.hex(fields.start(span)), offset).add("  ");
      line.right(Figures.hex(fields.end(span)), offset).add("  ");
      line.right(Figures.hex(fields.address(span)), address).add("  ");
      line.left(fields.kind(span), KIND).add("  ").left(fields.basis(span), BASIS).add("  ");
      String name = partition.section(span) < 0 ? "-" : SafeText.of(fields.section(span));
      line.left(name, section).add("  ").add(SafeText.of(fields.owner(span)));
      if (partition.subject(span) >= 0) {
        line.add(" (").add(SafeText.of(fields.subject(span))).add(")");
      }
      line.end();
    }
  }

  private static int addressWidth(Attribution attribution) {
    int widest = "address".length();
    int count = attribution.partition().spanCount();
    for (int span = 0; span < count; span++) {
      long address = attribution.address(span);
      int digits = (Long.SIZE + 3 - Long.numberOfLeadingZeros(address)) / 4;
      widest = address == -1 ? widest : Math.max(widest, "0x".length() + Math.max(1, digits));
    }
    return widest;
  }

  private static int sectionWidth(Attribution attribution) {
    int widest = "section".length();
    for (Section section : attribution.sections()) {
      int length = SafeText.of(section.name()).length();
      widest = length > WIDEST_SECTION ? widest : Math.max(widest, length);
    }
    return widest;
  }
}
