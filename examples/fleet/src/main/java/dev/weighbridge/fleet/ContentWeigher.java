package dev.weighbridge.fleet;

import dev.weighbridge.FileModel;
import dev.weighbridge.PackageModel;
import dev.weighbridge.Tables;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.problems.BinaryException;
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
  /**
   * Weighs it and spools its rows and its bodies, or the row that says why it cannot be weighed.
   *
   * @throws IOException if it cannot be read, or the spool not be written; nothing is spooled then
   */
  public void weigh(Content content, String hash, Spool spool) throws IOException {
    try (SpoolFile lines = new SpoolFile(spool.file(hash))) {
      RowLines table = new RowLines(lines);
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

  private void weigh(Content content, String hash, RowLines table, BodyLines lines)
      throws IOException {
    FileModel model = content.model();
    Tables.write(model, hash, shape, table);
    if (model.binary().isPresent()) {
      lines.write(model.binary().get().attribution(), "");
    } else {
      PackageModel packed = model.packed().orElseThrow();
      packed.answers().visit(lines.visitor(packed.entries()));
    }
  }
}
