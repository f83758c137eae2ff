package dev.weighbridge.report.dependencies;

import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.OptionalDependency;
import dev.weighbridge.dependencies.PackageSize;
import dev.weighbridge.dependencies.PackageVersion;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What features have put into a program, and what is in it in several versions. People see the
 * first rows of each list and how many more there are, programs the whole.
 *
 * @param isOfLock whether only a lock tells, which does not say what is linked
 */
record DependencyParts(Dependencies dependencies, int limit, boolean isOfLock) {
  private static final Column<OptionalDependency> COST =
      Column.bytes("onlySize", OptionalDependency::onlySize).titled("Only it").dashed();
  private static final Column<PackageVersion> SIZE =
      Column.bytes("fileSize", PackageVersion::fileSize).titled("File size").dashed();

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.addAll(shown(dependencies.optional(), this::optional));
    parts.addAll(shown(dependencies.versions(), this::versions));
    parts.addAll(shown(dependencies.ambiguous(), this::ambiguous));
    return parts;
  }

  /** A list for people, cut, and for programs, whole. */
  private <R> List<Part> shown(List<R> all, Function<List<R>, Table.Builder<R>> table) {
    if (limit == 0 || all.size() <= limit) {
      return List.of(table.apply(all).build());
    }
    Line more = Line.of("and " + Figures.grouped(all.size() - limit) + " more");
    return List.of(
        table.apply(all.subList(0, limit)).in(Medium.TEXT, Medium.MARKUP).tail(more).build(),
        table.apply(all).in(Medium.OBJECTS, Medium.RECORDS).build());
  }

  private Table.Builder<OptionalDependency> optional(List<OptionalDependency> rows) {
    List<Column<OptionalDependency>> programs =
        List.of(
            Column.name("label", OptionalDependency::to),
            Column.name("of", OptionalDependency::of),
            Column.names("features", OptionalDependency::features),
            Column.flag("default", OptionalDependency::isDefault),
            COST);
    return Table.of("optional", rows)
        .people(List.of(COST, Column.label("", DependencyParts::sentence).titled("feature")))
        .programs(programs)
        .what("optional")
        .heading(Line.of("What enabled features bring, and nothing else does:"))
        .ifEmpty(Line.EMPTY);
  }

  /** {@code fancy of app 0.3.0 brings shapes 2.0.0 (by default)}. */
  private static String sentence(OptionalDependency one) {
    String features = one.features().isEmpty() ? "some feature" : String.join(", ", one.features());
    String byDefault = one.isDefault() ? " (by default)" : "";
    return features + " of " + one.of() + " brings " + one.to() + byDefault;
  }

  private Table.Builder<PackageVersion> versions(List<PackageVersion> rows) {
    return Table.of("versions", rows)
        .people(
            List.of(
                SIZE,
                Column.<PackageVersion>label("", DependencyParts::way).titled("by which way")))
        .columns(Medium.RECORDS, programs(Column.name("path", DependencyParts::way)))
        .columns(Medium.OBJECTS, programs(Column.names("path", PackageVersion::path)))
        .what("version")
        .heading(
            Line.of(
                "Crates that " + (isOfLock ? "may be" : "are") + " linked in several versions:"))
        .ifEmpty(Line.EMPTY);
  }

  /** {@code app 0.3.0 > dup 2.0.0}: versions stand behind a blank, so that one parts nothing. */
  private static String way(PackageVersion one) {
    return String.join(" > ", one.path());
  }

  private static List<Column<PackageVersion>> programs(Column<PackageVersion> path) {
    return List.of(
        Column.name("name", PackageVersion::name),
        Column.name("version", PackageVersion::version),
        SIZE,
        Column.bytes("openSize", PackageVersion::openSize),
        path);
  }

  private Table.Builder<PackageSize> ambiguous(List<PackageSize> rows) {
    return Table.of("ambiguous", rows)
        .columns(
            List.of(
                Column.bytes("fileSize", PackageSize::fileSize).titled("File size"),
                Column.label("label", PackageSize::label).titled("crate version")))
        .what("ambiguous")
        .heading(Line.of("Of these bytes nothing tells of which version they are:"))
        .ifEmpty(Line.EMPTY);
  }
}
