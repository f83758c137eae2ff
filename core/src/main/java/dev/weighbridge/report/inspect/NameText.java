package dev.weighbridge.report.inspect;

import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/** Names made readable, one a line; names that are not Rust unchanged. */
final class NameText implements ReportWriter<NameReport> {
  @Override
  public void write(NameReport report, Appendable out) throws IOException {
    String name = report.source().next();
    while (name != null) {
      out.append(RustDemangler.demangle(name, report.hashes())).append('\n');
      name = report.source().next();
    }
  }
}
