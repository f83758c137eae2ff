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
   * Weighs it and writes its rows and its bodies, or the row that says why it cannot be weighed.
   *
   * @throws IOException if it cannot be read, or the lines not be written
   */
  public void weigh(Content content, String hash, SpoolFile rows, SpoolFile bodies)
      throws IOException {
    long firstRow = rows.position();
    long firstBody = bodies.position();
    RowLines table = new RowLines(rows);
    try {
      weigh(content, hash, table, new BodyLines(hash, bodies));
    } catch (BinaryException e) {
      rows.truncate(firstRow);
      bodies.truncate(firstBody);
      String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
      Tables.writeError(hash, why, table);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
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
