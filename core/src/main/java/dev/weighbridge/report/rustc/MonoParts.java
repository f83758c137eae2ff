package dev.weighbridge.report.rustc;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rustc.MonoFile;
import dev.weighbridge.rustc.MonoItem.Kind;
import dev.weighbridge.rustc.MonoItems;
import java.util.List;

/** What answers on items say alike. */
final class MonoParts {
  private MonoParts() {}

  /** What was read: {@code items.txt: 380 items (379 functions), 398 copies in 8 units of shop}. */
  static Line line(MonoItems items) {
    Line line = Line.EMPTY.name(items.files().get(0).name());
    int others = items.files().size() - 1;
    line = others == 0 ? line : line.add(" and " + others + " more");
    line = line.add(": " + counted(items.items().size(), "item"));
    line = line.add(" (" + counted(items.count(Kind.FUNCTION), "function") + ")");
    line =
        line.add(
            ", " + (items.copies() == 1 ? "1 copy" : Figures.grouped(items.copies()) + " copies"));
    line = line.add(" in " + counted(items.unitCount(), "codegen unit"));
    List<String> crates = items.crates();
    if (crates.size() == 1) {
      return line.add(" of ").name(crates.get(0));
    }
    return crates.isEmpty() ? line : line.add(" of " + Figures.grouped(crates.size()) + " crates");
  }

  private static String counted(long count, String word) {
    return Figures.grouped(count) + " " + word + (count == 1 ? "" : "s");
  }

  /** The files, for programs. */
  static Table<MonoFile> files(MonoItems items) {
    return Table.of("files", items.files())
        .columns(
            List.of(
                Column.name("file", MonoFile::name),
                Column.count("items", MonoFile::items),
                Column.count("copies", MonoFile::copies)))
        .in(Medium.OBJECTS)
        .build();
  }

  /** The program whose bytes stand beside, for programs. */
  static Part program(BinaryFile program, long code) {
    return Facts.of(
        "program",
        program,
        List.of(
            Column.name("file", BinaryFile::name),
            Column.name("format", BinaryFile::format),
            Column.name("machine", BinaryFile::machine),
            Column.bytes("fileSize", BinaryFile::fileSize),
            Column.bytes("codeSize", file -> code)));
  }
}
