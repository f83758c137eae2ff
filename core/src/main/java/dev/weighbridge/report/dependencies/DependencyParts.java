package dev.weighbridge.report.dependencies;

import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.OptionalDependency;
import dev.weighbridge.dependencies.PackageSize;
import dev.weighbridge.dependencies.PackageVersion;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import java.util.List;

/** What features have put into a program, and what is in it in several versions. */
record DependencyParts(Dependencies dependencies, int limit) {
  private static final Column<OptionalDependency> COST =
      Column.bytes("onlySize", OptionalDependency::onlySize).titled("Only so").dashed();
  private static final Column<PackageVersion> SIZE =
      Column.bytes("fileSize", PackageVersion::fileSize).titled("File size").dashed();

  List<Part> parts() {
    return List.of(optional(), versions(), ambiguous());
  }

  private <R> List<R> cut(List<R> all) {
    return limit == 0 || all.size() <= limit ? all : all.subList(0, limit);
  }

  private Part optional() {
    List<Column<OptionalDependency>> programs =
        List.of(
            Column.name("label", OptionalDependency::to),
            Column.name("of", OptionalDependency::of),
            Column.names("features", OptionalDependency::features),
            Column.flag("default", OptionalDependency::isDefault),
            COST);
    return Table.of("optional", cut(dependencies.optional()))
        .people(List.of(COST, Column.label("", DependencyParts::sentence).titled("feature")))
        .programs(programs)
        .what("optional")
        .heading(Line.of("What enabled features bring, and nothing else does:"))
        .ifEmpty(Line.EMPTY)
        .build();
  }

  /** {@code fancy of app 0.3.0 brings shapes 2.0.0 (by default)}. */
  private static String sentence(OptionalDependency one) {
    String features = one.features().isEmpty() ? "some feature" : String.join(", ", one.features());
    String byDefault = one.isDefault() ? " (by default)" : "";
    return features + " of " + one.of() + " brings " + one.to() + byDefault;
  }

  private Part versions() {
    return Table.of("versions", cut(dependencies.versions()))
        .people(
            List.of(
                SIZE,
                Column.<PackageVersion>label("", one -> String.join(" > ", one.path()))
                    .titled("by which way")))
        .columns(Medium.RECORDS, programs())
        .columns(Medium.OBJECTS, programs())
        .what("version")
        .heading(Line.of("Crates that are linked in several versions:"))
        .ifEmpty(Line.EMPTY)
        .build();
  }

  private static List<Column<PackageVersion>> programs() {
    return List.of(
        Column.name("name", PackageVersion::name),
        Column.name("version", PackageVersion::version),
        SIZE,
        Column.bytes("openSize", PackageVersion::openSize),
        Column.names("path", PackageVersion::path));
  }

  private Part ambiguous() {
    return Table.of("ambiguous", dependencies.ambiguous())
        .columns(
            List.of(
                Column.bytes("fileSize", PackageSize::fileSize).titled("File size"),
                Column.label("label", PackageSize::label).titled("crate version")))
        .what("ambiguous")
        .heading(Line.of("Of these bytes nothing tells of which version they are:"))
        .ifEmpty(Line.EMPTY)
        .build();
  }
}
