package dev.weighbridge.report.packages;

import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.packages.PackageEntry;
import dev.weighbridge.packages.PackageLayer;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a package holds, entry by entry: the answer of the {@code inspect} command to one.
 *
 * @param head what package
 * @param entries its entries
 * @param limit rows of the list of entries; 0 for all
 * @param diagnostics what was wrong or unusual with it
 */
public record PackageInspectReport(
    PackageHead head, EntryTable entries, int limit, List<Diagnostic> diagnostics)
    implements Report {
  private static final String SCHEMA = "weighbridge/inspect/1";

  /** Checks and copies. */
  public PackageInspectReport {
    Objects.requireNonNull(diagnostics, "diagnostics");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(entries, "entries");
    diagnostics = List.copyOf(diagnostics);
  }

  /** What a layer holds, added up. */
  private record LayerSum(
      PackageLayer layer, int count, long shipped, long fileSize, long hidden) {}

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(head.line().add(", " + entries.count() + " entries")));
    parts.add(head.facts());
    parts.add(layers());
    parts.add(Prose.of(Line.of("Entries, in the order of the package:")));
    parts.add(table());
    parts.add(CommonParts.diagnostics(diagnostics));
    if (!diagnostics.isEmpty()) {
      List<Line> lines = new ArrayList<>(List.of(Line.of("Diagnostics:")));
      diagnostics.forEach(defect -> lines.add(Line.of("  ").quote(defect.sentence())));
      parts.add(Prose.of(Medium.TEXT, lines));
    }
    return new Answer(SCHEMA, head.name(), parts);
  }

  private Table<LayerSum> layers() {
    List<PackageLayer> layers = entries.layers();
    int[] count = new int[layers.size()];
    long[][] sums = new long[3][layers.size()];
    for (int entry = 0; entry < entries.count(); entry++) {
      int layer = entries.layer(entry);
      long shipped = entries.shipped(entry) + entries.overhead(entry);
      count[layer]++;
      sums[0][layer] += shipped;
      sums[1][layer] += entries.fileSize(entry);
      sums[2][layer] += entries.isHidden(entry) ? shipped : 0;
    }
    List<LayerSum> rows = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      if (count[i] > 0) {
        rows.add(new LayerSum(layers.get(i), count[i], sums[0][i], sums[1][i], sums[2][i]));
      }
    }
    Column<LayerSum> label = Column.label("label", row -> row.layer().label());
    Column<LayerSum> entryCount = Column.count("entries", LayerSum::count);
    Column<LayerSum> shipped = Column.bytes("shipped", LayerSum::shipped);
    Column<LayerSum> fileSize = Column.bytes("fileSize", LayerSum::fileSize);
    Column<LayerSum> hidden = Column.bytes("hidden", LayerSum::hidden);
    return Table.of("layers", rows)
        .people(
            List.of(
                entryCount.titled("Entries"),
                shipped.titled("Shipped"),
                fileSize.titled("File size").dashed(),
                hidden.titled("Hidden").dashed(),
                label.titled("layer")))
        .columns(
            Medium.OBJECTS,
            List.of(
                label,
                Column.nameIfAny("digest", row -> row.layer().digest()),
                Column.nameIfAny("command", row -> row.layer().command()),
                entryCount,
                shipped,
                fileSize,
                hidden))
        .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
        .build();
  }

  private Table<PackageEntry> table() {
    int shown = limit == 0 ? entries.count() : Math.min(limit, entries.count());
    Column<PackageEntry> label = Column.label("path", PackageEntry::path);
    Column<PackageEntry> type = Column.word("type", PackageEntry::type);
    Column<PackageEntry> shipped = Column.bytes("shipped", PackageEntry::shipped);
    Column<PackageEntry> overhead = Column.bytes("overhead", PackageEntry::overhead);
    Column<PackageEntry> fileSize = Column.bytes("fileSize", PackageEntry::fileSize);
    List<Column<PackageEntry>> all =
        List.of(
            label,
            Column.name("layer", entry -> entries.layers().get(entry.layer()).label()),
            Column.word("kind", entry -> entry.kind().name().toLowerCase(Locale.ROOT)),
            type,
            shipped,
            overhead,
            fileSize,
            Column.flag("hidden", PackageEntry::isHidden),
            Column.nameIfAny("link", PackageEntry::link),
            Column.nameIfAny("codec", PackageEntry::codec),
            Column.nameIfAny("problem", PackageEntry::problem));
    String more =
        shown < entries.count() ? (entries.count() - shown) + " more; -n 0 shows all" : "";
    return Table.of("entries", new RowList<>(shown, entries::entry))
        .people(
            List.of(
                shipped.titled("Shipped"),
                overhead.titled("Overhead"),
                fileSize.titled("File size").dashed(),
                type.titled("Type"),
                label.titled("entry")))
        .columns(Medium.RECORDS, all)
        .columns(Medium.OBJECTS, all)
        .tail(Line.of(more))
        .build();
  }
}
