package dev.weighbridge.fleet;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.Tables;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.report.table.JsonTable;
import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Weighs one content, whatever it is called: only its own bytes count, and no file beside it.
 *
 * @param shape how deep its rows go
 */
public record ContentWeigher(TableShape shape) {
  /** What a content is called where something must have a name. */
  private static final String NAME = "contents";

  /**
   * Weighs it and spools its rows and its bodies, or the row that says why it cannot be weighed.
   *
   * @throws IOException if it cannot be read, or the spool not be written; nothing is spooled then
   */
  public void weigh(Content content, String hash, Spool spool) throws IOException {
    try (SpoolFile lines = new SpoolFile(spool.file(hash))) {
      JsonTable table = new JsonTable(lines.writer());
      try {
        weigh(content, hash, table, new BodyLines(hash, lines));
      } catch (BinaryException e) {
        lines.truncate(0);
        String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
        Tables.writeError(hash, why, table);
      } catch (InternalError e) {
        throw ChangedFileException.of(e);
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      }
      lines.keep();
    }
  }

  private void weigh(Content content, String hash, JsonTable table, BodyLines lines)
      throws IOException {
    if (content.bytes().isEmpty()) {
      weigh(PackageModel.open(content.path()), hash, table, lines);
      return;
    }
    Bytes bytes = content.bytes().get();
    BinaryModel model;
    try {
      model = BinaryModel.of(NAME, bytes, OpenOptions.DEFAULT);
    } catch (UnsupportedBinaryException e) {
      // What no format recognises is told of the file as a whole.
      if (!e.structure().equals("file") || PackageFormat.of(bytes).isEmpty()) {
        throw e;
      }
      weigh(PackageModel.of(NAME, bytes, OpenOptions.DEFAULT), hash, table, lines);
      return;
    }
    Tables.write(model, hash, shape, table);
    lines.write(model.attribution(), "");
  }

  private void weigh(PackageModel model, String hash, JsonTable table, BodyLines lines)
      throws IOException {
    Tables.write(model, hash, shape, table);
    model.answers().visit(lines.visitor(model.entries()));
  }
}
