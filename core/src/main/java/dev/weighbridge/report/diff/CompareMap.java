package dev.weighbridge.report.diff;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.map.PathRows;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.report.writing.PageMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/** Builds side by side as rows to look around in: kinds of bytes, with a figure for each build. */
final class CompareMap {
  private static final String LEVEL = "kind";

  private final BuildComparison comparison;

  CompareMap(BuildComparison comparison) {
    this.comparison = comparison;
  }

  private static String figure(int build) {
    return "build" + build;
  }

  /** The kind that a row is about; empty for a sum or a measure of its own. */
  private static Optional<Kind> kind(Row row) {
    return IntStream.range(0, Kind.count())
        .mapToObj(Kind::of)
        .filter(kind -> kind.key().equals(row.name()))
        .findFirst();
  }

  RowMap map() {
    int builds = comparison.builds().size();
    PathRows paths = new PathRows(List.of(LEVEL), builds);
    for (Row row : comparison.rows()) {
      if (kind(row).isPresent()) {
        long[] sizes = row.sizes().stream().mapToLong(size -> size).toArray();
        paths.add(List.of("[" + row.name() + "]"), sizes);
      }
    }
    List<String> figures = IntStream.range(0, builds).mapToObj(CompareMap::figure).toList();
    BinaryFile last = last();
    String about = last.format() + " " + last.machine() + ", " + builds + " builds";
    String title = SafeText.of(last.name());
    return new RowMap(title, about, List.of(LEVEL), figures, builds - 1, paths.rows(), this::facts);
  }

  private BinaryFile last() {
    return comparison.builds().get(comparison.builds().size() - 1);
  }

  private void facts(JsonGenerator json) {
    json.writeStringProperty("file", SafeText.of(last().name()));
    json.writeStringProperty("format", last().format());
    json.writeStringProperty("machine", last().machine());
    json.writeNumberProperty("fileSize", last().fileSize());
    json.writeBooleanProperty("isOfBuilds", true);
    json.writeArrayPropertyStart("measures");
    for (int build = 0; build < comparison.builds().size(); build++) {
      String name = SafeText.of(comparison.builds().get(build).name());
      PageMeasures.write(json, figure(build), name, figure(build));
    }
    json.writeEndArray();
    json.writeStringProperty("sort", figure(comparison.builds().size() - 1) + "_size");
    json.writeArrayPropertyStart("notes");
    for (Row row : comparison.rows()) {
      if (kind(row).isEmpty()) {
        List<String> sizes = new ArrayList<>();
        row.sizes().forEach(size -> sizes.add(Figures.grouped(size)));
        json.writeString(row.name() + " " + String.join(" → ", sizes));
      }
    }
    json.writeEndArray();
  }
}
