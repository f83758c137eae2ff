package dev.weighbridge.table;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.query.Query;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes the rows of one file.
 *
 * @param name what the file is called in its rows
 * @param shape which columns are told
 */
public record FileTable(String name, TableShape shape) {
  /** Refuses null. */
  public FileTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
  }

  /** Writes the rows of a binary, in the order of their first bytes in the file. */
  public void write(Query query, TableSink sink) throws IOException {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(sink, "sink");
    TextPool pool = new TextPool();
    RowSums rows = BinaryRows.of(query, shape, Optional.empty(), pool);
    SumRow row = new SumRow(name, pool, rows, BinaryRows.LEVELS);
    BinaryFile file = query.attribution().file();
    row.set(TableColumn.FORMAT, file.format());
    row.set(TableColumn.MACHINE, file.machine());
    write(row, rows, sink);
  }

  /** Writes the rows of a package, in the order of its entries. */
  public void write(PackageAnswers answers, TableSink sink) throws IOException {
    Objects.requireNonNull(answers, "answers");
    Objects.requireNonNull(sink, "sink");
    PackageRows rows = new PackageRows(shape);
    EntryTable entries = answers.visit(rows);
    RowSums sums = rows.sums(entries);
    write(new SumRow(name, rows.pool(), sums, PackageRows.KEYS), sums, sink);
  }

  /**
   * Writes the row of a file that could not be weighed.
   *
   * @param error why, in one sentence
   */
  public void writeError(String error, TableSink sink) throws IOException {
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(sink, "sink");
    RowSums none =
        new RowSums(BinaryRows.LEVELS.size(), BinaryRows.MEASURES.size(), RowSums.UNKNOWN);
    int[] key = new int[BinaryRows.LEVELS.size()];
    Arrays.fill(key, TextPool.NONE);
    SumRow row = new SumRow(name, new TextPool(), none, BinaryRows.LEVELS);
    row.set(TableColumn.ERROR, error);
    sink.add(row.at(none.row(key)));
  }

  private static void write(SumRow row, RowSums rows, TableSink sink) throws IOException {
    for (int i = 0; i < rows.count(); i++) {
      sink.add(row.at(i));
    }
  }
}
