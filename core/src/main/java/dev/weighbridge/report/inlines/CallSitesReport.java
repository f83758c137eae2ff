package dev.weighbridge.report.inlines;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.inlines.CallSite;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The places that functions were inlined at: the answer of {@code inlines --of}.
 *
 * @param file the file
 * @param name the function that was asked for
 * @param sites the places, largest first
 * @param limit rows; 0 shows all
 */
public record CallSitesReport(BinaryFile file, String name, List<CallSite> sites, int limit)
    implements Report {
  private static final String SCHEMA = "weighbridge/call-sites/1";

  private static final Column<CallSite> LABEL =
      Column.name("label", CallSite::label).titled("function");
  private static final Column<CallSite> SIZE =
      Column.bytes("inclusiveSize", CallSite::size).titled("Inclusive");
  private static final Column<CallSite> OWN =
      Column.bytes("inlinedSize", CallSite::ownSize).titled("Inlined");
  private static final Column<CallSite> ADDRESS =
      Column.address("address", CallSite::address).titled("address");
  private static final Column<CallSite> PLACE =
      Column.nameIfAny("place", CallSite::place).titled("call");
  private static final Column<CallSite> CALLER =
      Column.nameIfAny("caller", CallSite::caller).titled("caller");

  /** Checks the values. */
  public CallSitesReport {
    Objects.requireNonNull(sites, "sites");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    sites = List.copyOf(sites);
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  @Override
  public Answer answer() {
    List<CallSite> shown = limit == 0 ? sites : sites.subList(0, Math.min(limit, sites.size()));
    boolean isOne = sites.stream().map(CallSite::label).distinct().count() <= 1;
    List<Column<CallSite>> people = new ArrayList<>(List.of(OWN, SIZE, ADDRESS, PLACE, CALLER));
    if (!isOne) {
      people.add(LABEL);
    }
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.sizedLine(file)),
        CommonParts.identity(file),
        CommonParts.size(file),
        Facts.of(
            this,
            List.of(
                Column.name("of", CallSitesReport::name),
                Column.bytes("inlinedSize", CallSitesReport::inlinedSize),
                Column.count("sites", report -> report.sites().size()))),
        Table.of("rows", shown)
            .people(people)
            .programs(List.of(LABEL, CALLER, PLACE, ADDRESS, OWN, SIZE))
            .ifEmpty(Line.of("It was inlined nowhere."))
            .build(),
        Prose.of(Line.of(summary(shown.size()))),
        CommonParts.diagnostics(file));
  }

  private long inlinedSize() {
    return sites.stream().mapToLong(CallSite::ownSize).sum();
  }

  private String summary(int shown) {
    String cut = shown == sites.size() ? "" : ", of which " + Figures.grouped(shown) + " are shown";
    return Figures.grouped(inlinedSize())
        + " bytes inlined at "
        + Figures.grouped(sites.size())
        + (sites.size() == 1 ? " place" : " places")
        + cut;
  }
}
