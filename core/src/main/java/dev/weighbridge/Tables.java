package dev.weighbridge;

import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.table.FileTable;
import dev.weighbridge.table.TableShape;
import dev.weighbridge.table.TableSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Many files as one table: rows with fixed columns, one file after another. Rows of a file sum to
 * its size, whatever the shape; equal files give equal rows.
 *
 * <pre>{@code
 * Map<String, Long> sizes = new TreeMap<>();
 * for (Path file : List.of(Path.of("old/app"), Path.of("new/app"))) {
 *   Tables.write(file, file.toString(), TableShape.USUAL, OpenOptions.DEFAULT, row -> {
 *     if (row.has(TableColumn.CRATE)) {
 *       sizes.merge(row.text(TableColumn.CRATE), row.number(TableColumn.FILE_SIZE), Long::sum);
 *     }
 *   });
 * }
 * }</pre>
 */
public final class Tables {
  private Tables() {}

  /**
   * Weighs a binary or a package and writes its rows. Nothing of it is kept.
   *
   * @param name what its rows call it
   * @param options how it is opened, or the binaries in it are
   * @throws IOException if it cannot be read, or the sink throws it
   * @throws dev.weighbridge.formats.problems.BinaryException if it is neither, or damaged; no row
   *     was written then
   */
  public static void write(
      Path file, String name, TableShape shape, OpenOptions options, TableSink sink)
      throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(options, "options");
    write(FileModel.open(file, options), name, shape, sink);
  }

  /** Writes the rows of a binary or a package; parameters and errors as for the other. */
  public static void write(FileModel model, String name, TableShape shape, TableSink sink)
      throws IOException {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(sink, "sink");
    if (model.binary().isPresent()) {
      write(model.binary().get(), name, shape, sink);
    } else {
      write(model.packed().orElseThrow(), name, shape, sink);
    }
  }

  /** Writes the rows of a binary; parameters and errors as for the others. */
  public static void write(BinaryModel model, String name, TableShape shape, TableSink sink)
      throws IOException {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(sink, "sink");
    try {
      new FileTable(name, shape).write(model.query(), sink);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    }
  }

  /** Writes the rows of a package; parameters and errors as for the others. */
  public static void write(PackageModel model, String name, TableShape shape, TableSink sink)
      throws IOException {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(sink, "sink");
    try {
      new FileTable(name, shape).write(model.answers(), sink);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    }
  }

  /**
   * Writes the row of a file that could not be weighed.
   *
   * @param error why, in one sentence
   */
  public static void writeError(String name, String error, TableSink sink) throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(sink, "sink");
    new FileTable(name, TableShape.USUAL).writeError(error, sink);
  }
}
