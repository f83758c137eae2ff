package dev.weighbridge.report.copies;

import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What stands in a file more than once: the answer of the {@code duplicates} command.
 *
 * @param list the rows
 */
public record DuplicatesReport(DuplicateList list) implements Report {
  private static final String SCHEMA = "weighbridge/duplicates/1";

  private static final Column<DuplicateRow> LABEL = Column.name("label", DuplicateRow::label);
  private static final Column<DuplicateRow> COPIES =
      Column.count("copies", DuplicateRow::copyCount).titled("Copies");
  private static final Column<DuplicateRow> BYTES =
      Column.bytes("fileSize", DuplicateRow::fileSize).titled("Bytes");
  private static final Column<DuplicateRow> SAVING =
      Column.bytes("saving", DuplicateRow::saving).titled("Saving");
  private static final Column<DuplicateRow> NAMES = Column.names("names", DuplicateRow::names);
  private static final Column<DuplicateRow> VERSIONS =
      Column.names("versions", DuplicateRow::versions);

  /** Checks that it is there. */
  public DuplicatesReport {
    Objects.requireNonNull(list, "list");
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(CommonParts.sizedLine(list.file())));
    parts.add(CommonParts.identity(list.file()));
    parts.add(CommonParts.size(list.file()));
    parts.add(
        Facts.of(
            list,
            List.of(
                Column.flag("maskingSupported", DuplicateList::isMaskingSupported),
                Column.bytes("smallestData", duplicates -> EqualBodies.SMALLEST_DATA))));
    parts.add(CommonParts.filter(list.selection().filter()));
    for (What what : What.values()) {
      String title = title(what) + (list.rows(what).isEmpty() ? ": none" : ":");
      parts.add(Prose.of(Line.of(title)));
      parts.add(group(what));
    }
    parts.add(CommonParts.diagnostics(list.file()));
    return new Answer(SCHEMA, list.file().name(), parts);
  }

  private String title(What what) {
    String masked = "Functions that are the same but for PC-relative operands";
    return switch (what) {
      case CRATE -> "Crates that are in the file more than once; the saving is all but the largest";
      case IDENTICAL_FUNCTION -> "Functions with the same code, which leads to the same places";
      case EQUAL_FUNCTION ->
          masked
              + (list.isMaskingSupported()
                  ? ", those above included"
                  : ": not known of this machine");
      case IDENTICAL_DATA ->
          "Data with the same bytes, of at least " + EqualBodies.SMALLEST_DATA + " bytes";
    };
  }

  private Part group(What what) {
    boolean isCrate = what == What.CRATE;
    Column<DuplicateRow> shown = Column.label("", DuplicatesReport::shown);
    Table<DuplicateRow> table =
        Table.of("rows", list.rows(what))
            .people(
                List.of(
                    COPIES, BYTES, SAVING, shown.titled(isCrate ? "crate" : "the first of them")))
            .columns(Medium.RECORDS, List.of(LABEL, COPIES, BYTES, SAVING, NAMES, VERSIONS))
            .columns(
                Medium.OBJECTS,
                isCrate
                    ? List.of(LABEL, COPIES, BYTES, SAVING, NAMES, VERSIONS)
                    : List.of(LABEL, COPIES, BYTES, SAVING, NAMES))
            .what(what.key())
            .ifEmpty(Line.EMPTY)
            .total(list.total(what))
            .build();
    Part total = Facts.of(list.total(what), List.of(COPIES, BYTES, SAVING));
    return new Group(member(what), List.of(total, table));
  }

  private static String member(What what) {
    return switch (what) {
      case CRATE -> "crates";
      case IDENTICAL_FUNCTION -> "identicalFunctions";
      case EQUAL_FUNCTION -> "equalFunctions";
      case IDENTICAL_DATA -> "identicalData";
    };
  }

  /** A crate with its versions. */
  private static String shown(DuplicateRow row) {
    String versions = String.join(", ", row.versions());
    return versions.isEmpty() ? row.label() : row.label() + " " + versions;
  }
}
