package dev.weighbridge.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them. */
class DirectionTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages("dev.weighbridge");

  @Test
  void attributionKnowsNobodyAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.attribution..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.crates..",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.diff..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void graphsKnowOnlyAttribution() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.crates..",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.lint..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void categoriesKnowOnlyAttributionAndCrates() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.category..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void cratesKnowOnlyAttribution() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.crates..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.category..",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void copiesAreKnownBelowDimensions() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.weighbridge.bodies..",
            "dev.weighbridge.generics..",
            "dev.weighbridge.duplicates..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.report..")
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.bodies..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.weighbridge.generics..", "dev.weighbridge.duplicates..")
        .check(CORE);
  }

  @Test
  void dimensionsKnowOnlyAttributionAndCrates() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.dimension..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.tree..",
            "dev.weighbridge.diff..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void treesSeeLabelsNotFormats() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.tree..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.diff..",
            "dev.weighbridge.report..",
            "dev.weighbridge.formats.ar..",
            "dev.weighbridge.formats.elf..",
            "dev.weighbridge.formats.macho..",
            "dev.weighbridge.formats.pe..")
        .check(CORE);
  }

  @Test
  void diffsSeeTreesNotReportsOrFormats() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.diff..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.report..",
            "dev.weighbridge.formats.elf..",
            "dev.weighbridge.formats.macho..",
            "dev.weighbridge.formats.pe..")
        .check(CORE);
  }

  @Test
  void packingKnowsOnlyFacts() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.internal.packed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.attribution..",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.diff..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void lintReadsAnswersAndNothingAboveItself() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.lint..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge", "dev.weighbridge.budget..", "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void theLinterKnowsNoRuleAndNoSign() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.lint")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.weighbridge.lint.rules..", "dev.weighbridge.lint.facts..")
        .check(CORE);
  }

  @Test
  void budgetsReadTreesNotReports() {
    noClasses()
        .that()
        .resideInAPackage("dev.weighbridge.budget..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.weighbridge", "dev.weighbridge.lint..", "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void settingsStandAlone() {
    classes()
        .that()
        .resideInAnyPackage("dev.weighbridge.config..", "dev.weighbridge.internal.config..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge.config..",
            "dev.weighbridge.internal.config..",
            "java..",
            "tools.jackson..")
        .check(CORE);
  }

  @Test
  void namesOfSymbolsNeedOnlyFacts() {
    classes()
        .that()
        .resideInAPackage("dev.weighbridge.internal.names..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge.internal.names..",
            "dev.weighbridge.formats..",
            "dev.weighbridge.demangle..",
            "java..")
        .check(CORE);
  }

  @Test
  void formatsKnowNothingOfCore() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.weighbridge.formats..", "dev.weighbridge.demangle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge",
            "dev.weighbridge.attribution..",
            "dev.weighbridge.dimension..",
            "dev.weighbridge.tree..",
            "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void nobodyBelowImportsTheModel() {
    classes()
        .that()
        .haveFullyQualifiedName("dev.weighbridge.BinaryModel")
        .should()
        .onlyBeAccessed()
        .byAnyPackage("dev.weighbridge", "dev.weighbridge.report..")
        .check(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.weighbridge.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void noPublicFieldCanChange() {
    fields()
        .that()
        .arePublic()
        .and()
        .areNotFinal()
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .check(CORE);
  }
}
