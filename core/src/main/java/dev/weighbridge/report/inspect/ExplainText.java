package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/** One byte explained for people: what covers it, coarsest first. */
final class ExplainText implements ReportWriter<ExplainReport> {
  private static final int NAME = 11;

  @Override
  public void write(ExplainReport report, Appendable out) throws IOException {
    Explanation explanation = report.explanation();
    TextLine line = new TextLine(out);
    line.add(SafeText.of(report.attribution().file().name())).add(": ");
    line.add(place(explanation)).end();
    line.end();
    layers(report, line);
  }

  private static String place(Explanation explanation) {
    String address = Figures.hex(explanation.address());
    if (explanation.fileOffset() < 0) {
      return "address " + address + ", memory only";
    }
    String offset = "file offset " + Figures.hex(explanation.fileOffset());
    return offset + (explanation.address() == -1 ? ", not loaded" : ", address " + address);
  }

  private static void layers(ExplainReport report, TextLine line) throws IOException {
    Partition partition = report.attribution().partition();
    long fileSize = partition.fileSize();
    int place = Math.max("start".length(), Figures.hex(fileSize).length());
    int size = "bytes".length();
    for (Layer layer : report.explanation().layers()) {
      size = Math.max(size, Figures.grouped(layer.end() - layer.start()).length());
    }
    line.left("layer", NAME).add("  ").right("start", place).add("  ").right("end", place);
    line.add("  ").right("bytes", size).end();
    for (Layer layer : report.explanation().layers()) {
      // Places behind the file are a coordinate of the partition, not of anything a person has.
      boolean isInFile = layer.end() <= fileSize;
      line.left(layer.name(), NAME).add("  ");
      line.right(isInFile ? Figures.hex(layer.start()) : "-", place).add("  ");
      line.right(isInFile ? Figures.hex(layer.end()) : "-", place).add("  ");
      line.right(Figures.grouped(layer.end() - layer.start()), size).add("  ");
      line.add(SafeText.of(layer.text())).end();
    }
  }
}
