package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StackTable;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the parser knows of one image: facts, and a table of each sort of things in it. */
final class ImageParts {
  private static final int ADDRESS = 18;
  private static final int PLACE = 12;
  private static final int NUMBER = 13;
  private static final int WORD = 11;

  private final BinaryImage image;
  private final int limit;

  ImageParts(BinaryImage image, int limit) {
    this.image = image;
    this.limit = limit;
  }

  /** The structures around the images. */
  static Table<StructureSums.Row> container(BinaryFile file) {
    Medium[] media = file.container().count() > 0 ? Medium.values() : new Medium[] {Medium.OBJECTS};
    return structures("container", "Structures around the images", file.container(), "", media);
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(Facts.shown(image, shown()));
    parts.add(Facts.of(image, FACTS));
    parts.add(
        structures("structures", "Structures", image.structures(), image.name(), Medium.values()));
    parts.add(segments());
    parts.add(sections());
    parts.add(new NamedSymbols(image).group("symbols", "Symbols", "symbol", limit));
    parts.add(LinkList.imports(image).group("imports", "Imports", "import", limit));
    parts.add(LinkList.exports(image).group("exports", "Exports", "export", limit));
    return parts;
  }

  private static final List<Column<BinaryImage>> FACTS =
      List.of(
          Column.name("name", BinaryImage::name),
          Column.name("machine", image -> image.machine().name()),
          Column.number("addressBits", BinaryImage::addressBits),
          Column.flag("isLittleEndian", BinaryImage::isLittleEndian),
          Column.flag("isRelocatable", BinaryImage::isRelocatable),
          Column.offset("fileStart", BinaryImage::fileStart),
          Column.offset("fileEnd", BinaryImage::fileEnd),
          Column.group(
              "identity",
              BinaryImage::identity,
              List.of(
                  Column.word("type", BinaryImage.Identity::type),
                  Column.name("text", BinaryImage.Identity::text))),
          Column.group(
              "debugLink",
              BinaryImage::debugLink,
              List.of(
                  Column.name("fileName", BinaryImage.DebugLink::fileName),
                  Column.number("checksum", BinaryImage.DebugLink::checksum))),
          Column.names("libraries", BinaryImage::neededLibraries),
          Column.count("functionCount", image -> image.functions().count()),
          Column.count("relocationCount", image -> image.relocations().count()),
          Column.bytes("paddedCodeBytes", BinaryImage::paddedCodeBytes));

  /** The facts for people. */
  private List<Column<BinaryImage>> shown() {
    List<Column<BinaryImage>> facts = new ArrayList<>();
    if (!image.name().isEmpty()) {
      facts.add(Column.name("", BinaryImage::name).titled("image"));
    }
    String order = image.isLittleEndian() ? "little-endian" : "big-endian";
    String type = image.isRelocatable() ? ", relocatable" : "";
    String bits = ", " + image.addressBits() + " bits, " + order + type;
    facts.add(fact("machine", image.machine().name() + bits));
    image.identity().ifPresent(identity -> facts.add(fact(identity.type(), identity.text())));
    image.debugLink().ifPresent(link -> facts.add(fact("debug link", link.fileName())));
    image.neededLibraries().forEach(library -> facts.add(fact("needs", library)));
    facts.add(fact("functions", Figures.grouped(image.functions().count()) + " extents"));
    facts.add(fact("relocations", Figures.grouped(image.relocations().count())));
    if (image.stack().count() > 0) {
      facts.add(fact("stack", stack()));
    }
    if (image.paddedCodeBytes() > 0) {
      String bytes = Figures.bytes(image.paddedCodeBytes()) + ", in numbers longer than";
      facts.add(fact("code padding", bytes + " they need be"));
    }
    return facts;
  }

  private String stack() {
    StackTable stack = image.stack();
    long most = 0;
    for (int row = 0; row < stack.count(); row++) {
      most = Math.max(most, stack.bytes(row));
    }
    String functions = Figures.grouped(stack.count()) + " functions, each at most ";
    return functions + Figures.bytes(most) + " of its own";
  }

  private static Column<BinaryImage> fact(String title, String text) {
    return Column.<BinaryImage>sentence("", image -> text).titled(title);
  }

  private static <R> Column<R> inImage(String name) {
    return Column.name("image", row -> name);
  }

  private static Table<StructureSums.Row> structures(
      String member, String title, StructureTable structures, String image, Medium[] media) {
    Column<StructureSums.Row> start =
        Column.offset("fileStart", StructureSums.Row::fileStart).titled("first at").wide(PLACE);
    Column<StructureSums.Row> count =
        Column.count("count", StructureSums.Row::count).titled("count").wide(NUMBER);
    Column<StructureSums.Row> bytes =
        Column.bytes("fileSize", StructureSums.Row::fileSize).titled("bytes").wide(NUMBER);
    Column<StructureSums.Row> kind =
        Column.<StructureSums.Row>word("kind", row -> row.kind().key()).titled("kind").wide(WORD);
    Column<StructureSums.Row> label =
        Column.name("label", StructureSums.Row::label).titled("label");
    return Table.of(member, StructureSums.of(structures))
        .people(List.of(start, count, bytes, kind, label))
        .columns(Medium.RECORDS, List.of(inImage(image), label, kind, start, bytes, count))
        .columns(Medium.OBJECTS, List.of(label, kind, start, bytes, count))
        .heading(Words.heading(title, structures.count()))
        .what("structure")
        .in(media)
        .build();
  }

  private Table<Segment> segments() {
    Column<Segment> name = Column.name("name", Segment::name);
    Column<Segment> shown =
        Column.name("", segment -> segment.name() + " " + segment.permissions());
    Column<Segment> start =
        Column.offset("fileStart", Segment::fileStart).titled("file offset").wide(PLACE);
    Column<Segment> size =
        Column.<Segment>bytes("fileSize", segment -> segment.fileEnd() - segment.fileStart())
            .titled("file size")
            .wide(NUMBER);
    Column<Segment> address =
        Column.address("address", Segment::address).titled("address").wide(ADDRESS);
    Column<Segment> memorySize =
        Column.bytes("memorySize", Segment::memorySize).titled("memory size").wide(NUMBER);
    Column<Segment> loaded = Column.flag("isLoaded", Segment::isLoaded);
    Column<Segment> permissions = Column.word("permissions", Segment::permissions);
    int count = image.segments().count();
    return Table.of("segments", new RowList<>(count, image.segments()::row))
        .people(List.of(start, size, address, memorySize, shown.titled("name")))
        .columns(
            Medium.RECORDS,
            List.of(
                inImage(image.name()), name, start, size, address, memorySize, loaded, permissions))
        .columns(
            Medium.OBJECTS, List.of(name, start, size, address, memorySize, loaded, permissions))
        .heading(Words.heading("Segments", count))
        .what("segment")
        .build();
  }

  private Table<Section> sections() {
    Column<Section> name = Column.name("name", Section::name).titled("name");
    Column<Section> start =
        Column.offset("fileStart", Section::fileStart).titled("file offset").wide(PLACE);
    Column<Section> size =
        Column.<Section>bytes("fileSize", section -> section.fileEnd() - section.fileStart())
            .titled("file size")
            .wide(NUMBER);
    Column<Section> address =
        Column.address("address", Section::address).titled("address").wide(ADDRESS);
    Column<Section> memorySize =
        Column.bytes("memorySize", Section::memorySize).titled("memory size").wide(NUMBER);
    Column<Section> alignment = Column.bytes("alignment", Section::alignment);
    Column<Section> kind =
        Column.<Section>word("kind", section -> section.kind().key()).titled("kind").wide(WORD);
    Column<Section> traits = Column.names("traits", ImageParts::traits);
    int count = image.sections().count();
    return Table.of("sections", new RowList<>(count, image.sections()::row))
        .people(List.of(start, size, address, memorySize, kind, name))
        .columns(
            Medium.RECORDS,
            List.of(
                inImage(image.name()),
                name,
                start,
                size,
                address,
                memorySize,
                alignment,
                kind,
                traits))
        .columns(
            Medium.OBJECTS,
            List.of(name, start, size, address, memorySize, alignment, kind, traits))
        .heading(Words.heading("Sections", count))
        .what("section")
        .build();
  }

  private static List<String> traits(Section section) {
    return Arrays.stream(SectionTrait.values())
        .filter(section.traits()::contains)
        .map(Words::key)
        .toList();
  }
}
