package dev.weighbridge.report.packages;

import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import java.util.List;
import java.util.Objects;

/**
 * What answers about a package begin with.
 *
 * @param name its file name
 * @param format what it is: {@code docker-archive}
 * @param shippedSize bytes that travel
 */
public record PackageHead(String name, String format, long shippedSize) {
  /** Checks that nothing is missing. */
  public PackageHead {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
  }

  /** For people: {@code app.tar: docker-archive, 361,984 bytes shipped}. */
  Line line() {
    return Line.EMPTY
        .name(name)
        .add(": ")
        .quote(format)
        .add(", " + Figures.bytes(shippedSize) + " shipped");
  }

  /** For programs. */
  List<Column<PackageHead>> columns() {
    return List.of(
        Column.name("file", PackageHead::name),
        Column.name("format", PackageHead::format),
        Column.bytes("shippedSize", PackageHead::shippedSize));
  }

  /** For programs, by itself. */
  Facts<PackageHead> facts() {
    return Facts.of(this, this::columns);
  }
}
