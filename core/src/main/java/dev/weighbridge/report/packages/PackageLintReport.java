package dev.weighbridge.report.packages;

import dev.weighbridge.packages.PackageFinding;
import dev.weighbridge.packages.PackageFinding.Place;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.rows.RowLimit.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What makes a package larger than it need be: the answer of the {@code lint} command to one.
 *
 * @param head what package
 * @param findings what was found, the most severe first
 * @param limit which of them are shown: of what rules, from what saving on; CSV has all
 */
public record PackageLintReport(PackageHead head, List<PackageFinding> findings, RowLimit limit)
    implements Report {
  private static final String SCHEMA = "weighbridge/lint/1";
  private static final int INDENT = 9;

  /** Places beyond this are summed up for people. */
  private static final int SHOWN = 4;

  private static final List<Column<Place>> PLACE =
      List.of(Column.name("label", Place::label), Column.bytes("shipped", Place::shipped));

  /** Checks and copies. */
  public PackageLintReport {
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(limit, "limit");
    findings = List.copyOf(findings);
  }

  /** All that was found. */
  public PackageLintReport(PackageHead head, List<PackageFinding> findings) {
    this(head, findings, RowLimit.NONE);
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    String count = findings.isEmpty() ? "; nothing found" : "; " + findings.size() + " found";
    parts.add(Prose.of(head.line().add(count)));
    Cut<PackageFinding> cut = limit.cut(findings, PackageFinding::rule, PackageFinding::saving);
    int others = cut.others().size();
    long saving = cut.others().stream().mapToLong(PackageFinding::saving).sum();
    cut.shown().forEach(finding -> parts.add(Prose.of(lines(finding))));
    if (others > 0) {
      parts.add(Prose.of(CommonParts.othersLine(others, saving)));
    }
    parts.add(head.facts());
    List<Column<PackageFinding>> columns =
        List.of(
            Column.word("rule", PackageFinding::rule),
            Column.word("severity", finding -> finding.severity().key()),
            Column.sentence("message", PackageFinding::message),
            Column.bytes("savingBytes", PackageFinding::saving));
    List<Column<PackageFinding>> objects = new ArrayList<>(columns);
    objects.add(Column.rows("evidence", PackageLintReport::evidence));
    objects.add(Column.sentence("help", PackageFinding::help));
    parts.add(
        Table.of("findings", findings).columns(Medium.RECORDS, columns).in(Medium.RECORDS).build());
    parts.add(
        Table.of("findings", cut.shown())
            .columns(Medium.OBJECTS, objects)
            .in(Medium.OBJECTS)
            .build());
    parts.addAll(CommonParts.others(others, saving));
    return new Answer(SCHEMA, head.name(), parts);
  }

  private static Part evidence(PackageFinding finding) {
    return Table.of("evidence", finding.places()).columns(Medium.OBJECTS, PLACE).build();
  }

  private static List<Line> lines(PackageFinding finding) {
    Line indented = Line.EMPTY.tab(INDENT);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(finding.severity().key()).tab(INDENT).quote(finding.rule()));
    lines.add(indented.quote(finding.message()));
    List<Place> places = finding.places();
    for (int i = 0; i < places.size() && i < SHOWN; i++) {
      String bytes = ", " + Figures.bytes(places.get(i).shipped());
      lines.add(indented.add("- ").name(places.get(i).label()).add(bytes));
    }
    if (places.size() > SHOWN) {
      lines.add(indented.add("- [" + (places.size() - SHOWN) + " others]"));
    }
    lines.add(indented.quote(finding.help()));
    return lines;
  }
}
