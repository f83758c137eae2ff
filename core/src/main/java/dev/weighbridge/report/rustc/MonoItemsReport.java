package dev.weighbridge.report.rustc;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rustc.MonoFold;
import dev.weighbridge.rustc.MonoItem.Kind;
import dev.weighbridge.rustc.MonoItems;
import dev.weighbridge.rustc.MonoRow;
import dev.weighbridge.rustc.MonoSelection;
import dev.weighbridge.rustc.MonoTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Items that the compiler made, with the codegen units that hold them and the bytes that a program
 * has of them: the answer of the {@code mono-items} command.
 *
 * @param table the items
 * @param selection which of them are shown
 */
public record MonoItemsReport(MonoTable table, MonoSelection selection) implements Report {
  private static final String SCHEMA = "weighbridge/mono-items/1";

  private static final Column<MonoRow> LABEL = Column.label("label", MonoRow::label);
  private static final Column<MonoRow> ITEMS =
      Column.count("items", MonoRow::items).titled("Items");
  private static final Column<MonoRow> COPIES =
      Column.count("copies", MonoRow::copies).titled("Copies");
  private static final Column<MonoRow> UNITS =
      Column.<MonoRow>count("units", row -> row.units().size()).titled("Units");
  private static final Column<MonoRow> CRATES =
      Column.names("crates", row -> List.copyOf(row.crates()));
  private static final Column<MonoRow> CRATE_COUNT =
      Column.<MonoRow>count("", row -> row.crates().size()).titled("Crates");
  private static final Column<MonoRow> SYMBOLS =
      Column.count("symbols", MonoRow::symbols).titled("In file").dashed();
  private static final Column<MonoRow> CODE =
      Column.bytes("codeSize", MonoRow::codeSize).titled("Code").dashed();
  private static final Column<MonoRow> FILE_SIZE =
      Column.bytes("fileSize", MonoRow::fileSize).titled("File size").dashed();

  /** Checks that nothing is missing. */
  public MonoItemsReport {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(selection, "selection");
  }

  @Override
  public Answer answer() {
    MonoItems items = table.items();
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(MonoParts.line(items)));
    parts.add(MonoParts.files(items));
    parts.add(
        Facts.of(
            table,
            List.of(
                Column.word("by", all -> all.fold().key()),
                Column.count("items", all -> all.items().items().size()),
                Column.count("functions", all -> all.items().count(Kind.FUNCTION)),
                Column.count("copies", all -> all.items().copies()),
                Column.count("units", all -> all.items().unitCount()),
                Column.names("crates", all -> all.items().crates()))));
    table
        .program()
        .ifPresent(program -> parts.add(MonoParts.program(program, table.programCode())));
    parts.add(CommonParts.filter(selection.filter()));
    MonoRow total = selection.total(table);
    parts.add(Facts.of("total", total, figures()));
    parts.add(rows(total));
    table.program().ifPresent(program -> parts.add(Prose.of(matched(program))));
    return new Answer(SCHEMA, items.files().get(0).name(), parts);
  }

  private List<Column<MonoRow>> figures() {
    return table.program().isPresent()
        ? List.of(ITEMS, COPIES, UNITS, CRATES, SYMBOLS, CODE, FILE_SIZE)
        : List.of(ITEMS, COPIES, UNITS, CRATES);
  }

  private Part rows(MonoRow total) {
    List<Column<MonoRow>> people = new ArrayList<>();
    if (table.fold() != MonoFold.ITEM) {
      people.add(ITEMS);
    }
    people.add(COPIES);
    people.add(
        Column.<MonoRow>share(MonoRow::copies, table.items().copies()).titled("% of copies"));
    if (table.fold() != MonoFold.UNIT) {
      people.add(UNITS);
    }
    if (table.items().crates().size() > 1 && table.fold() != MonoFold.CRATE) {
      people.add(CRATE_COUNT);
    }
    if (table.program().isPresent()) {
      people.addAll(List.of(SYMBOLS, CODE, FILE_SIZE));
    }
    people.add(LABEL.titled(table.fold().key()));
    List<Column<MonoRow>> programs = new ArrayList<>(List.of(LABEL));
    programs.addAll(figures());
    return Table.of("rows", selection.of(table))
        .people(people)
        .programs(programs)
        .total(total)
        .build();
  }

  /** How much of the program has a row: not what is inlined, compiled before, or renamed. */
  private Line matched(BinaryFile program) {
    long code = table.rows().stream().mapToLong(MonoRow::codeSize).sum();
    long rows = table.rows().stream().filter(row -> row.symbols() > 0).count();
    return Line.of(Figures.grouped(rows) + " of " + Figures.grouped(table.rows().size()))
        .add(" rows have a symbol of the very path in ")
        .name(program.name())
        .add(", " + Figures.grouped(code) + " of its " + Figures.grouped(table.programCode()))
        .add(" bytes of code.");
  }
}
