package dev.weighbridge.report.size;

import dev.weighbridge.query.Query;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.shipped.ShippedBytes;
import dev.weighbridge.shipped.Shipping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** How the file travels, beside what its bytes cost there. */
public final class ShippedParts {
  /** What is to be known of every share of a compressed file. */
  public static final String FIRST_PAYS =
      "What occurs first in it pays, later copies cost next to nothing";

  private ShippedParts() {}

  /** What is to be known of bytes shipped; nothing of a saved model, which keeps only figures. */
  public static List<Part> of(Query query) {
    Objects.requireNonNull(query, "query");
    Optional<String> sentence = sentence(query);
    if (sentence.isEmpty()) {
      return List.of();
    }
    List<Line> lines = List.of(Line.of("").quote(sentence.get()), Line.of(FIRST_PAYS));
    return List.of(
        Prose.of(Medium.TEXT, lines),
        Prose.of(
            Medium.MARKUP, List.of(Line.of("").quote(sentence.get() + ". " + FIRST_PAYS + "."))),
        Facts.of("shipping", query, ShippedParts::facts));
  }

  /** How the file travels, as one sentence. */
  public static Optional<String> sentence(Query query) {
    Objects.requireNonNull(query, "query");
    if (query.shipping().isEmpty() || !query.attribution().file().hasBytes()) {
      return Optional.empty();
    }
    Shipping shipping = query.shipping().get();
    long size = bytes(query).total();
    String share = Figures.percent(size, query.attribution().file().fileSize());
    String what = shipping.isReady() ? shipping.name() + ", " + shipping.format() : shipping.name();
    String bytes = Figures.bytes(size) + ", " + share + " % of the file";
    return Optional.of("Shipped: " + what + ", " + bytes);
  }

  /** That the file is packed, if what is counted was unpacked from it; else nothing. */
  public static String packed(Query query) {
    Objects.requireNonNull(query, "query");
    OptionalLong size = query.packedSize();
    return size.isEmpty() ? "" : ", packed by UPX in " + Figures.bytes(size.getAsLong());
  }

  private static List<Column<Query>> facts() {
    return List.of(
        Column.word("format", query -> query.shipping().orElseThrow().format()),
        Column.name("source", query -> query.shipping().orElseThrow().name()),
        Column.bytes("shippedSize", query -> bytes(query).total()),
        Column.bytes("frame", query -> bytes(query).frame()));
  }

  private static ShippedBytes bytes(Query query) {
    return ShippedBytes.of(query.attribution(), query.shipping().orElseThrow(), query.work());
  }
}
