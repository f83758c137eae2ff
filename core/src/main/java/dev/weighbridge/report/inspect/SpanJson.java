package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/**
 * Every leaf span as JSON lines, in the order of the file, then the memory-only ones: one object a
 * line, entries that stand for nothing left out.
 */
final class SpanJson implements ReportWriter<SpanReport> {
  @Override
  public void write(SpanReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> spans(json, report));
  }

  private static void spans(JsonGenerator json, SpanReport report) {
    SpanFields fields = new SpanFields(report.attribution(), report.policy());
    Partition partition = report.attribution().partition();
    int count = partition.spanCount();
    for (int span = 0; span < count; span++) {
      json.writeStartObject();
      entries(json, fields, partition, span);
      json.writeEndObject();
    }
  }

  /** Writes what is known of one span, as entries of the object that is open. */
  static void entries(JsonGenerator json, SpanFields fields, Partition partition, int span) {
    json.writeNumberProperty("start", fields.start(span));
    json.writeNumberProperty("end", fields.end(span));
    JsonText.address(json, "address", fields.address(span));
    json.writeNumberProperty("fileSize", partition.fileSize(span));
    json.writeNumberProperty("memorySize", partition.memorySize(span));
    json.writeStringProperty("kind", fields.kind(span));
    json.writeStringProperty("basis", fields.basis(span));
    if (partition.section(span) >= 0) {
      json.writeStringProperty("section", fields.section(span));
    }
    json.writeStringProperty("owner", fields.owner(span));
    if (partition.subject(span) >= 0) {
      json.writeStringProperty("subject", fields.subject(span));
    }
    String crate = fields.crate(span);
    if (!crate.equals(SpanFields.NONE)) {
      json.writeStringProperty("crate", crate);
    }
  }
}
