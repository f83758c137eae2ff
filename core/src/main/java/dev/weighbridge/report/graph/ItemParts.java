package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Table;
import java.util.List;

/** Tables of items that are not needed, or would not be. */
final class ItemParts {
  private static final Column<ItemRow> LABEL = Column.label("label", ItemRow::label);
  private static final Column<ItemRow> FILE_SIZE =
      Column.bytes("fileSize", ItemRow::fileSize).titled("File size");
  private static final Column<ItemRow> CODE_SIZE =
      Column.bytes("codeSize", ItemRow::codeSize).titled("Code").dashed();
  private static final Column<ItemRow> COUNT = Column.count("count", ItemRow::count);
  private static final Column<ItemRow> ADDRESS = Column.address("address", ItemRow::address);
  private static final Column<ItemRow> NAMES = Column.names("mangled", ItemRow::rawNames);

  /** A record has room for one name. */
  private static final Column<ItemRow> NAME =
      Column.<ItemRow>name("mangled", row -> row.rawNames().get(0))
          .where(row -> !row.rawNames().isEmpty());

  private ItemParts() {}

  /**
   * A table of items.
   *
   * @param member what they are, in a word of machine output
   * @param title what they are, for people
   * @param ifEmpty what people see if there are none
   */
  static Group of(BinaryFile file, String member, String title, ItemTable items, String ifEmpty) {
    Column<ItemRow> share = Column.share(ItemRow::fileSize, file.fileSize());
    Table<ItemRow> table =
        Table.of("rows", items.rows())
            .people(List.of(FILE_SIZE, share.titled("% of file"), CODE_SIZE, LABEL.titled(title)))
            .columns(Medium.RECORDS, List.of(LABEL, FILE_SIZE, CODE_SIZE, COUNT, ADDRESS, NAME))
            .columns(Medium.OBJECTS, List.of(LABEL, FILE_SIZE, CODE_SIZE, COUNT, ADDRESS, NAMES))
            .what(member)
            .ifEmpty(Line.of(ifEmpty))
            .total(named(items.total()))
            .build();
    Facts<ItemRow> total = Facts.of(items.total(), List.of(FILE_SIZE, CODE_SIZE, COUNT));
    return new Group(member, List.of(total, table));
  }

  private static ItemRow named(ItemRow total) {
    String label = "total of " + Figures.grouped(total.count());
    return new ItemRow(
        label, total.fileSize(), total.codeSize(), total.count(), total.address(), List.of());
  }
}
