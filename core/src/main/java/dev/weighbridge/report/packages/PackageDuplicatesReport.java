package dev.weighbridge.report.packages;

import dev.weighbridge.packages.CopiedBody;
import dev.weighbridge.packages.CopiedContent;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.packages.PackageDuplicates;
import dev.weighbridge.packages.PackageEntry;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is in a package more than once: the answer of the {@code duplicates} command to one.
 *
 * @param head what package
 * @param entries its entries
 * @param duplicates what is there more than once
 * @param isCompared whether functions and data of binaries were compared, too
 * @param limit rows to show; 0 for all
 */
public record PackageDuplicatesReport(
    PackageHead head,
    EntryTable entries,
    PackageDuplicates duplicates,
    boolean isCompared,
    int limit)
    implements Report {
  /** Binaries to name below what they share. */
  private static final int SHOWN = 3;

  private static final String SCHEMA = "weighbridge/duplicates/1";

  /** Checks and copies. */
  public PackageDuplicatesReport {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(entries, "entries");
    Objects.requireNonNull(duplicates, "duplicates");
  }

  @Override
  public Answer answer() {
    List<CopiedContent> copies = duplicates.contents();
    List<CopiedBody> bodies = duplicates.bodies();
    long saving = copies.stream().mapToLong(CopiedContent::saving).sum();
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(head.line()));
    parts.add(head.facts());
    parts.add(Facts.of(saving, List.of(Column.bytes("saving", bytes -> bytes))));
    String title = "Contents that travel more than once; the saving is all copies but the dearest";
    parts.add(Prose.of(Line.of(title + (copies.isEmpty() ? ": none" : ":"))));
    parts.add(table(copies));
    if (isCompared) {
      addBodies(parts, bodies);
    }
    return new Answer(SCHEMA, head.name(), parts);
  }

  private void addBodies(List<Part> parts, List<CopiedBody> bodies) {
    long shared = bodies.stream().mapToLong(CopiedBody::saving).sum();
    parts.add(Facts.of(shared, List.of(Column.bytes("bodySaving", bytes -> bytes))));
    String found =
        bodies.isEmpty()
            ? ": none"
            : String.format(Locale.ROOT, ": %,d, %,d bytes of the package", bodies.size(), shared);
    parts.add(Prose.of(Line.of("Functions and data that different binaries have" + found)));
    parts.add(bodyTable(bodies));
  }

  private Table<CopiedContent> table(List<CopiedContent> copies) {
    Column<CopiedContent> count = Column.count("copies", copy -> copy.entries().size());
    Column<CopiedContent> bytes = Column.bytes("fileSize", CopiedContent::fileSize);
    Column<CopiedContent> saving = Column.bytes("saving", CopiedContent::saving);
    Column<CopiedContent> names = Column.names("names", this::names);
    Column<CopiedContent> hash = Column.word("sha256", CopiedContent::sha256);
    Column<CopiedContent> label = Column.label("label", copy -> copy.entries().get(0).path());
    int shown = limit == 0 ? copies.size() : Math.min(limit, copies.size());
    return Table.of("contents", copies.subList(0, shown))
        .people(
            List.of(
                count.titled("Copies"),
                bytes.titled("Bytes"),
                saving.titled("Saving"),
                label.titled("the first of them")))
        .columns(Medium.RECORDS, List.of(label, count, bytes, saving, names, hash))
        .columns(Medium.OBJECTS, List.of(label, count, bytes, saving, names, hash))
        .under(this::places)
        .ifEmpty(Line.EMPTY)
        .build();
  }

  private Table<CopiedBody> bodyTable(List<CopiedBody> bodies) {
    Column<CopiedBody> what = Column.word("what", CopiedBody::what);
    Column<CopiedBody> count = Column.count("copies", CopiedBody::copyCount);
    Column<CopiedBody> bytes = Column.bytes("fileSize", CopiedBody::fileSize);
    Column<CopiedBody> saving = Column.bytes("saving", CopiedBody::saving);
    Column<CopiedBody> label = Column.label("label", CopiedBody::label);
    Column<CopiedBody> names =
        Column.names("entries", body -> body.entries().stream().map(this::place).toList());
    int shown = limit == 0 ? bodies.size() : Math.min(limit, bodies.size());
    return Table.of("bodies", bodies.subList(0, shown))
        .people(
            List.of(
                count.titled("Copies"),
                bytes.titled("Bytes"),
                saving.titled("Saving"),
                what.titled("What"),
                label.titled("name")))
        .columns(Medium.OBJECTS, List.of(label, what, count, bytes, saving, names))
        .under(this::places)
        .ifEmpty(Line.EMPTY)
        .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
        .build();
  }

  /** The first binaries of many. */
  private List<Line> places(CopiedBody body) {
    List<Line> lines = new ArrayList<>();
    List<PackageEntry> some = body.entries().subList(0, Math.min(SHOWN, body.entries().size()));
    some.forEach(entry -> lines.add(Line.of("  ").quote(place(entry))));
    int more = body.entries().size() - some.size();
    if (more > 0) {
      lines.add(Line.of("  and " + more + " more"));
    }
    return lines;
  }

  private List<String> names(CopiedContent copy) {
    return copy.entries().stream().map(this::place).toList();
  }

  private List<Line> places(CopiedContent copy) {
    return copy.entries().stream().map(entry -> Line.of("  ").quote(place(entry))).toList();
  }

  private String place(PackageEntry entry) {
    String layer = entries.layers().get(entry.layer()).label();
    String hidden = entry.isHidden() ? " (hidden by a later layer)" : "";
    return (entry.layer() == 0 ? "" : layer + "!") + entry.path() + hidden;
  }
}
