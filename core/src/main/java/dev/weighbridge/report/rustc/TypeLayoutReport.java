package dev.weighbridge.report.rustc;

import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rustc.TypeField;
import dev.weighbridge.rustc.TypeSize;
import dev.weighbridge.rustc.TypeSizes;
import dev.weighbridge.rustc.TypeVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How types are laid out, variant by variant and field by field: the answer of {@code type-sizes
 * --of}.
 *
 * @param sizes all types
 * @param name what was asked for
 * @param types those that are called so
 * @param limit types; 0 shows all
 */
public record TypeLayoutReport(TypeSizes sizes, String name, List<TypeSize> types, int limit)
    implements Report {
  private static final String SCHEMA = "weighbridge/type-layout/1";

  private static final Column<TypeSize> DISCRIMINANT =
      Column.bytes("discriminant", TypeSize::discriminant);
  private static final Column<TypeSize> END_PADDING =
      Column.bytes("endPadding", TypeSize::endPadding);
  private static final Column<TypeSize> LAYOUT =
      Column.rows("variants", type -> variants(type.variants()));

  /** Checks the values. */
  public TypeLayoutReport {
    Objects.requireNonNull(types, "types");
    Objects.requireNonNull(sizes, "sizes");
    Objects.requireNonNull(name, "name");
    types = List.copyOf(types);
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  /** One line of a layout, for tables of programs. */
  private record Piece(String type, String variant, String kind, String name, long size) {}

  @Override
  public Answer answer() {
    List<TypeSize> shown = limit == 0 ? types : types.subList(0, Math.min(limit, types.size()));
    String cut =
        shown.size() == types.size()
            ? ""
            : ", " + Figures.grouped(types.size() - shown.size()) + " more are not shown";
    return Answer.of(
        SCHEMA,
        sizes.files().get(0),
        Prose.of(TypeParts.line(sizes)),
        TypeParts.facts(sizes),
        Facts.of(
            this,
            List.of(
                Column.name("of", TypeLayoutReport::name),
                Column.count("matching", report -> report.types().size()))),
        Table.of("rows", shown)
            .people(
                List.of(
                    TypeParts.SIZE,
                    TypeParts.ALIGNMENT,
                    TypeParts.PADDING,
                    TypeParts.EXCESS,
                    TypeParts.LABEL.titled("type")))
            .columns(
                Medium.OBJECTS,
                List.of(
                    TypeParts.LABEL,
                    TypeParts.SIZE,
                    TypeParts.ALIGNMENT,
                    TypeParts.PADDING,
                    TypeParts.EXCESS,
                    DISCRIMINANT,
                    END_PADDING,
                    LAYOUT))
            .under(TypeLayoutReport::lines)
            .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
            .build(),
        pieces(shown),
        Prose.of(
            Line.of(
                Figures.grouped(shown.size()) + (shown.size() == 1 ? " type" : " types") + cut)));
  }

  private static Part variants(List<TypeVariant> variants) {
    return Table.of("variants", variants)
        .columns(
            List.of(
                Column.nameIfAny("name", TypeVariant::name),
                Column.bytes("size", TypeVariant::size),
                Column.rows("fields", variant -> fields(variant.fields()))))
        .build();
  }

  private static Part fields(List<TypeField> fields) {
    return Table.of("fields", fields)
        .columns(
            List.of(
                Column.word("kind", TypeField::kind),
                Column.nameIfAny("name", TypeField::name),
                Column.bytes("size", TypeField::size),
                Column.nameIfAny("type", TypeField::type)))
        .build();
  }

  private static List<Line> lines(TypeSize type) {
    List<Line> lines = new ArrayList<>();
    if (type.discriminant() > 0) {
      lines.add(Line.of("discriminant: " + Figures.bytes(type.discriminant())));
    }
    for (TypeVariant variant : type.variants()) {
      String indent = variant.name().isEmpty() ? "" : "  ";
      if (!variant.name().isEmpty()) {
        lines.add(
            Line.of("variant ").name(variant.name()).add(": " + Figures.bytes(variant.size())));
      }
      for (TypeField field : variant.fields()) {
        Line line = Line.of(indent + field.kind());
        line = field.name().isEmpty() ? line : line.add(" ").name(field.name());
        line = line.add(": " + Figures.bytes(field.size()));
        lines.add(field.type().isEmpty() ? line : line.add(" of ").name(field.type()));
      }
    }
    if (type.endPadding() > 0) {
      lines.add(Line.of("padding at the end: " + Figures.bytes(type.endPadding())));
    }
    return lines;
  }

  private static Part pieces(List<TypeSize> types) {
    List<Piece> pieces = new ArrayList<>();
    for (TypeSize type : types) {
      pieces.add(new Piece(type.name(), "", "type", "", type.size()));
      if (type.discriminant() > 0) {
        pieces.add(new Piece(type.name(), "", "discriminant", "", type.discriminant()));
      }
      for (TypeVariant variant : type.variants()) {
        if (!variant.name().isEmpty()) {
          pieces.add(new Piece(type.name(), variant.name(), "variant", "", variant.size()));
        }
        for (TypeField field : variant.fields()) {
          pieces.add(
              new Piece(type.name(), variant.name(), field.kind(), field.name(), field.size()));
        }
      }
      if (type.endPadding() > 0) {
        pieces.add(new Piece(type.name(), "", "end padding", "", type.endPadding()));
      }
    }
    return Table.of("pieces", pieces)
        .columns(
            List.of(
                Column.label("label", Piece::type),
                Column.name("variant", Piece::variant),
                Column.word("kind", Piece::kind),
                Column.name("name", Piece::name),
                Column.bytes("size", Piece::size)))
        .in(Medium.RECORDS)
        .build();
  }
}
