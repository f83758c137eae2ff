package dev.weighbridge.report.rustc;

import dev.weighbridge.formats.BinaryFile;
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
import dev.weighbridge.rustc.MonoInstance;
import dev.weighbridge.rustc.MonoItems;
import dev.weighbridge.rustc.MonoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a generic item was made into, and the codegen units that asked for it: the answer of {@code
 * mono-items --of}.
 *
 * @param items all that was read
 * @param name the item that was asked for
 * @param instances what it was made into
 * @param program the program whose bytes are beside, if there is one
 * @param limit rows; 0 shows all
 */
public record MonoInstancesReport(
    MonoItems items,
    String name,
    List<MonoInstance> instances,
    Optional<BinaryFile> program,
    int limit)
    implements Report {
  private static final String SCHEMA = "weighbridge/mono-items-of/1";

  private static final Column<MonoInstance> LABEL =
      Column.label("label", one -> one.item().label());
  private static final Column<MonoInstance> KIND =
      Column.word("kind", one -> one.item().kind().key());
  private static final Column<MonoInstance> COPIES =
      Column.<MonoInstance>count("copies", one -> one.item().units().size()).titled("Copies");
  private static final Column<MonoInstance> CRATES =
      Column.names("crates", one -> one.item().crates());
  private static final Column<MonoInstance> UNIT_NAMES =
      Column.names("units", one -> one.item().units().stream().map(MonoUnit::name).toList());
  private static final Column<MonoInstance> LINKAGES =
      Column.names("linkages", one -> one.item().units().stream().map(MonoUnit::linkage).toList());
  private static final Column<MonoInstance> UNITS =
      Column.rows("units", one -> units(one.item().units()));
  private static final Column<MonoInstance> SYMBOLS =
      Column.count("symbols", MonoInstance::symbols).titled("In file").dashed();
  private static final Column<MonoInstance> CODE =
      Column.bytes("codeSize", MonoInstance::codeSize).titled("Code").dashed();
  private static final Column<MonoInstance> FILE_SIZE =
      Column.bytes("fileSize", MonoInstance::fileSize).titled("File size").dashed();

  /** Checks the values. */
  public MonoInstancesReport {
    Objects.requireNonNull(instances, "instances");
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(program, "program");
    instances = List.copyOf(instances);
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  private static Part units(List<MonoUnit> units) {
    return Table.of("units", units)
        .columns(
            List.of(
                Column.name("unit", MonoUnit::name),
                Column.nameIfAny("crate", MonoUnit::crate),
                Column.name("linkage", MonoUnit::linkage)))
        .build();
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(MonoParts.line(items)));
    parts.add(MonoParts.files(items));
    parts.add(
        Facts.of(
            this,
            List.of(
                Column.name("of", MonoInstancesReport::name),
                Column.count("items", report -> report.instances().size()),
                Column.count("copies", MonoInstancesReport::copies))));
    program.ifPresent(
        file ->
            parts.add(Facts.of("program", file, List.of(Column.name("file", BinaryFile::name)))));
    parts.add(rows());
    parts.add(Prose.of(Line.of(summary())));
    return new Answer(SCHEMA, items.files().get(0).name(), parts);
  }

  private long copies() {
    return instances.stream().mapToLong(one -> one.item().units().size()).sum();
  }

  private Part rows() {
    List<MonoInstance> shown =
        limit == 0 ? instances : instances.subList(0, Math.min(limit, instances.size()));
    List<Column<MonoInstance>> bytes =
        program.isPresent() ? List.of(SYMBOLS, CODE, FILE_SIZE) : List.of();
    List<Column<MonoInstance>> people = new ArrayList<>(List.of(COPIES));
    people.addAll(bytes);
    people.add(LABEL.titled("item"));
    List<Column<MonoInstance>> records =
        new ArrayList<>(List.of(LABEL, KIND, COPIES, CRATES, UNIT_NAMES, LINKAGES));
    records.addAll(bytes);
    List<Column<MonoInstance>> objects = new ArrayList<>(List.of(LABEL, KIND, COPIES, CRATES));
    objects.addAll(bytes);
    objects.add(UNITS);
    return Table.of("rows", shown)
        .people(people)
        .columns(Medium.RECORDS, records)
        .columns(Medium.OBJECTS, objects)
        .under(one -> holders(one.item().units()))
        .build();
  }

  /** The units of an item, those of one crate and linkage in one line. */
  private static List<Line> holders(List<MonoUnit> units) {
    Map<String, List<MonoUnit>> together = new TreeMap<>();
    for (MonoUnit unit : units) {
      together
          .computeIfAbsent(unit.crate() + "\0" + unit.linkage(), none -> new ArrayList<>())
          .add(unit);
    }
    List<Line> lines = new ArrayList<>();
    for (List<MonoUnit> alike : together.values()) {
      String crate = alike.get(0).crate();
      Line line = crate.isEmpty() ? Line.of("in ") : Line.of("by ").name(crate).add(" in ");
      for (int i = 0; i < alike.size(); i++) {
        line = (i == 0 ? line : line.add(", ")).name(alike.get(i).shortName());
      }
      lines.add(line.add(": ").name(alike.get(0).linkage()));
    }
    return lines;
  }

  private String summary() {
    int shown = limit == 0 ? instances.size() : Math.min(limit, instances.size());
    String cut =
        shown == instances.size() ? "" : ", of which " + Figures.grouped(shown) + " are shown";
    return Figures.grouped(instances.size())
        + (instances.size() == 1 ? " item" : " items")
        + " compiled "
        + (copies() == 1 ? "once" : Figures.grouped(copies()) + " times")
        + cut;
  }
}
