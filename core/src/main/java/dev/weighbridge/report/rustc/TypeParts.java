package dev.weighbridge.report.rustc;

import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.rustc.TypeSize;
import dev.weighbridge.rustc.TypeSizes;
import java.util.List;

/** What answers on types say alike. */
final class TypeParts {
  static final Column<TypeSize> LABEL = Column.label("label", TypeSize::name);
  static final Column<TypeSize> SIZE = Column.bytes("size", TypeSize::size).titled("Size");
  static final Column<TypeSize> ALIGNMENT =
      Column.bytes("alignment", TypeSize::alignment).titled("Align");
  static final Column<TypeSize> PADDING =
      Column.bytes("padding", TypeSize::padding).titled("Padding").dashed();
  static final Column<TypeSize> EXCESS =
      Column.bytes("excess", TypeSize::excess).titled("Excess").dashed();
  static final Column<TypeSize> VARIANTS =
      Column.count("variants", TypeSize::variantCount).titled("Variants").dashed();
  static final Column<TypeSize> FIELDS =
      Column.count("fields", TypeSize::fieldCount).titled("Fields").dashed();

  private TypeParts() {}

  /** What was read: {@code types.txt: 802 types}. */
  static Line line(TypeSizes sizes) {
    int others = sizes.files().size() - 1;
    int count = sizes.types().size();
    return Line.EMPTY
        .name(sizes.files().get(0))
        .add(others == 0 ? "" : " and " + others + " more")
        .add(": " + Figures.grouped(count) + (count == 1 ? " type" : " types"));
  }

  /** The same for programs. */
  static Part facts(TypeSizes sizes) {
    return Facts.of(
        sizes,
        List.of(
            Column.names("files", TypeSizes::files),
            Column.count("types", all -> all.types().size())));
  }
}
