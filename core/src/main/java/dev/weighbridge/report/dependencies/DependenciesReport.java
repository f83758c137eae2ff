package dev.weighbridge.report.dependencies;

import dev.weighbridge.cargo.Absence;
import dev.weighbridge.cargo.CargoGraph;
import dev.weighbridge.cargo.LinkedPackages;
import dev.weighbridge.dependencies.AbsentPackage;
import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.Dependency;
import dev.weighbridge.dependencies.PackageSize;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the dependencies of a program cost: the answer of the {@code dependencies} command.
 *
 * @param dependencies the dependencies
 * @param limit rows of each table; which direct dependencies are cut; bytes are those that only it
 *     brings
 * @param filter keeps a direct dependency if the pattern is found in its label
 */
public record DependenciesReport(
    Dependencies dependencies, RowLimit limit, Optional<Pattern> filter) implements Report {
  private static final String SCHEMA = "weighbridge/dependencies/1";
  private static final int INDENT = 4;

  private static final Column<PackageSize> PACKAGE = Column.name("label", PackageSize::label);
  private static final Column<PackageSize> SIZE =
      Column.bytes("fileSize", PackageSize::fileSize).titled("File size").dashed();

  private static final Column<PackageSize> KNOWN = Column.flag("known", PackageSize::isKnown);

  private static final Column<Dependency> LABEL =
      Column.label("label", Dependency::label).titled("direct dependency");
  private static final Column<Dependency> ONLY =
      Column.bytes("onlySize", Dependency::onlySize).titled("Only it").dashed();
  private static final Column<Dependency> OWN =
      Column.bytes("ownSize", Dependency::ownSize).titled("Own").dashed();
  private static final Column<Dependency> SHARED =
      Column.bytes("sharedSize", Dependency::sharedSize)
          .titled("Shared")
          .dashed()
          .where(DependenciesReport::isOne);
  private static final Column<Dependency> PACKAGES =
      Column.count("crates", Dependency::packages)
          .titled("Crates")
          .dashed()
          .where(DependenciesReport::isOne);

  /** Whether a row is of one dependency: what several share would count more than once. */
  private static boolean isOne(Dependency row) {
    return row.packages() > 0;
  }

  /** Checks that nothing is missing. */
  public DependenciesReport {
    Objects.requireNonNull(dependencies, "dependencies");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(filter, "filter");
  }

  /** So many rows of each table. */
  public DependenciesReport(Dependencies dependencies, int limit, Optional<Pattern> filter) {
    this(dependencies, RowLimit.of(limit), filter);
  }

  @Override
  public Answer answer() {
    BinaryFile file = dependencies.file();
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(List.of(CommonParts.sizedLine(file), source())));
    parts.add(CommonParts.identity(file));
    parts.add(CommonParts.size(file));
    parts.add(
        Facts.of(
            dependencies.linked(),
            List.of(
                Column.name("root", linked -> linked.root().label()),
                Column.word("source", linked -> linked.graph().source().text()),
                Column.count("linked", linked -> linked.packages().size()),
                Column.flag("named", linked -> dependencies.isNamed()))));
    parts.add(CommonParts.filter(filter));
    parts.add(direct());
    parts.add(
        Prose.of(
            Line.of(
                "Only it: with crates that nothing else needs; it would go without it."
                    + " Shared: of crates that others need, too.")));
    parts.add(places());
    parts.addAll(new DependencyParts(dependencies, limit.count(), isOfLock()).parts());
    parts.add(absent());
    parts.addAll(absentLines());
    parts.add(CommonParts.diagnostics(file));
    return new Answer(SCHEMA, file.name(), parts);
  }

  private Line source() {
    LinkedPackages linked = dependencies.linked();
    int direct = dependencies.direct().size();
    return Line.EMPTY
        .name(linked.root().label())
        .add(
            ": "
                + Figures.grouped(direct)
                + (direct == 1 ? " direct dependency, " : " direct dependencies, "))
        .add(Figures.grouped(linked.packages().size()) + " crates ")
        .add((isOfLock() ? "that may be linked" : "linked") + ", as ")
        .add(linked.graph().source().text() + " tells");
  }

  /** Whether only a lock tells, which does not say what is linked. */
  private boolean isOfLock() {
    return dependencies.linked().graph().source() == CargoGraph.Source.LOCK;
  }

  /** Whether crates are in the file of which Cargo did not tell how packages call them. */
  private boolean isUnnamed() {
    return dependencies.linked().graph().source() != CargoGraph.Source.METADATA
        && !dependencies.unknown().isEmpty();
  }

  private String text(Absence why) {
    if (why == Absence.NO_BYTES && isUnnamed()) {
      return "that "
          + (isOfLock() ? "may be" : "are")
          + " linked, with no crate of their name here";
    }
    return isOfLock() ? why.text().replace("are linked", "may be linked") : why.text();
  }

  private Part direct() {
    List<Dependency> kept = new ArrayList<>();
    for (Dependency one : dependencies.direct()) {
      if (filter.isEmpty() || filter.get().matcher(one.label()).find()) {
        kept.add(one);
      }
    }
    Column<Dependency> only =
        Column.rows(
            "only",
            row ->
                Table.of("only", row.onlyPackages())
                    .columns(List.of(PACKAGE, SIZE, KNOWN))
                    .build());
    Column<Dependency> features = Column.names("features", Dependency::features);
    return Table.of("rows", cut(kept))
        .people(List.of(ONLY, OWN, SHARED, PACKAGES, LABEL))
        .columns(Medium.RECORDS, List.of(LABEL, ONLY, OWN, SHARED, PACKAGES, features))
        .columns(Medium.OBJECTS, List.of(LABEL, ONLY, OWN, SHARED, PACKAGES, features, only))
        .what("direct")
        .ifEmpty(Line.of("No direct dependency."))
        .under(this::brought)
        .total(sum("total", kept))
        .build();
  }

  private List<Dependency> cut(List<Dependency> all) {
    RowLimit.Cut<Dependency> cut = limit.cut(all, Dependency::label, Dependency::onlySize);
    List<Dependency> shown = new ArrayList<>(cut.shown());
    if (!cut.others().isEmpty()) {
      shown.add(sum(cut.label(), cut.others()));
    }
    return shown;
  }

  private static Dependency sum(String label, List<Dependency> some) {
    long own = some.stream().mapToLong(Dependency::ownSize).sum();
    long only = some.stream().mapToLong(Dependency::onlySize).sum();
    return new Dependency(label, List.of(), own, only, 0, 0, List.of());
  }

  /** The packages that only a dependency brings, beside itself. */
  private List<Line> brought(Dependency row) {
    List<Line> lines = new ArrayList<>();
    List<PackageSize> others =
        row.onlyPackages().isEmpty()
            ? List.of()
            : row.onlyPackages().subList(1, row.onlyPackages().size());
    int shown = limit.count() == 0 ? others.size() : Math.min(limit.count(), others.size());
    for (PackageSize one : others.subList(0, shown)) {
      String size =
          one.isKnown()
              ? ": " + Figures.bytes(one.fileSize())
              : ", whose bytes nothing tells from those of another version";
      lines.add(Line.EMPTY.tab(INDENT).add("brings ").label(one.label()).add(size));
    }
    if (others.size() > shown) {
      String more = Figures.grouped(others.size() - shown) + " more";
      lines.add(Line.EMPTY.tab(INDENT).add("brings " + more));
    }
    return lines;
  }

  /** Where all bytes of the file are. */
  private Part places() {
    List<PackageSize> places = new ArrayList<>();
    long only = dependencies.direct().stream().mapToLong(Dependency::onlySize).sum();
    places.add(new PackageSize(dependencies.linked().root().label(), dependencies.ownSize(), true));
    places.add(new PackageSize("[only one dependency]", only, true));
    places.add(new PackageSize("[shared, or of unknown version]", dependencies.sharedSize(), true));
    places.add(new PackageSize("[standard library]", dependencies.standardSize(), true));
    places.addAll(dependencies.unknown());
    places.add(new PackageSize("[not Rust]", dependencies.nativeSize(), true));
    places.add(new PackageSize("[no crate]", dependencies.otherSize(), true));
    PackageSize total = new PackageSize("total", dependencies.file().fileSize(), true);
    return Table.of("places", places)
        .people(
            List.of(
                SIZE,
                Column.share(PackageSize::fileSize, dependencies.file().fileSize())
                    .titled("% of file"),
                Column.label("", PackageSize::label).titled("where all bytes are")))
        .programs(List.of(PACKAGE, SIZE))
        .what("place")
        .total(total)
        .build();
  }

  private Part absent() {
    return Table.of("absent", dependencies.absent())
        .columns(
            List.of(
                Column.name("label", AbsentPackage::label),
                Column.word("why", one -> one.why().key())))
        .what("absent")
        .in(Medium.OBJECTS, Medium.RECORDS)
        .build();
  }

  private List<Part> absentLines() {
    List<Line> lines = new ArrayList<>();
    for (Absence why : Absence.values()) {
      List<String> labels =
          dependencies.absent().stream()
              .filter(one -> one.why() == why)
              .map(AbsentPackage::label)
              .toList();
      if (!labels.isEmpty()) {
        int shown = limit.count() == 0 ? labels.size() : Math.min(limit.count(), labels.size());
        int more = labels.size() - shown;
        lines.add(
            Line.of("Crates " + text(why) + ": ")
                .quote(String.join(", ", labels.subList(0, shown)))
                .add(more > 0 ? " and " + Figures.grouped(more) + " more" : ""));
      }
    }
    if (isUnnamed()) {
      String crates =
          dependencies.unknown().stream().map(PackageSize::label).collect(Collectors.joining(", "));
      lines.add(
          Line.of(dependencies.linked().graph().source().text())
              .add(" does not tell how packages call their crates: they may have ")
              .quote(crates)
              .add("."));
    }
    if (!dependencies.isNamed()) {
      lines.add(
          Line.of("The file has no names of their crates: what each of them has is not known."));
    }
    lines.add(
        Line.of(
            "No bytes does not mean unused: code may be inlined; types, constants and macros leave"
                + " none."));
    if (isOfLock()) {
      lines.add(
          Line.of(
              "A lock does not tell features, platforms, macros and build scripts: what it has may"
                  + " not be linked."));
    }
    return List.of(Prose.of(lines));
  }
}
