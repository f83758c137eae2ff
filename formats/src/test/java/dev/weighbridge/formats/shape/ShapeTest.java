package dev.weighbridge.formats.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not know. */
class ShapeTest {
  private static final String FORMATS = "dev.weighbridge.formats..";
  private static final String INTERNAL = "dev.weighbridge.formats.internal..";
  private static final String GENERATED = "dev.weighbridge.formats.internal.ksy..";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weighbridge.formats");

  /** Generated parsers allocate per row and know positions as int; one class per format asks. */
  @Test
  void onlyHeadersTouchGeneratedParsers() {
    noClasses()
        .that()
        .resideOutsideOfPackage(GENERATED)
        .and(isNotPartOf("Headers"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.kaitai..", GENERATED)
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> isNotPartOf(String suffix) {
    return DescribedPredicate.describe(
        "are not " + suffix + " classes",
        c -> !c.getName().replaceAll("\\$.*", "").endsWith(suffix));
  }

  @Test
  void nobodyOutsideCanSeeAnInternalType() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe(
                "are exported",
                c ->
                    c.getModifiers().contains(JavaModifier.PUBLIC)
                        && !c.getPackageName().contains(".internal")))
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(resideInAPackage(INTERNAL))
        .check(ALL);
  }

  /** The facts are the ground: whatever reads a format stands on them, not the other way round. */
  @Test
  void factsKnowNoFormat() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.weighbridge.formats",
            "dev.weighbridge.formats.bytes",
            "dev.weighbridge.formats.isa..",
            "dev.weighbridge.formats.machine",
            "dev.weighbridge.formats.columns",
            "dev.weighbridge.formats.spi",
            "dev.weighbridge.formats.unwind")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge.formats.ar..",
            "dev.weighbridge.formats.elf..",
            "dev.weighbridge.formats.macho..",
            "dev.weighbridge.formats.pe..",
            INTERNAL)
        .check(ALL);
  }

  /** A public parser may be used without the facts that a service makes of it. */
  @Test
  void parsersDoNotKnowTheirServices() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.weighbridge.formats.ar..",
            "dev.weighbridge.formats.elf..",
            "dev.weighbridge.formats.macho..",
            "dev.weighbridge.formats.pe..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge.formats.internal.ar..",
            "dev.weighbridge.formats.internal.elf..",
            "dev.weighbridge.formats.internal.macho..",
            "dev.weighbridge.formats.internal.pe..",
            "dev.weighbridge.formats.internal.unwind..")
        .check(ALL);
  }

  @Test
  void formatsDoNotKnowEachOther() {
    slices()
        .matching("dev.weighbridge.formats.(ar|elf|macho|pe)..")
        .should()
        .notDependOnEachOther()
        .check(ALL);
  }

  @Test
  void theModuleKnowsNothingAboveIt() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.weighbridge..")
                .and(DescribedPredicate.not(resideInAPackage(FORMATS))))
        .check(ALL);
  }

  @Test
  void noPublicFieldCanChange() {
    fields().that().arePublic().should().beFinal().check(ALL.that(areHandWritten()));
  }

  /** No third implementation: a read through an interface of three costs ten times as much. */
  @Test
  void bytesHaveExactlyTwoImplementations() {
    classes()
        .that()
        .areAssignableTo("dev.weighbridge.formats.bytes.Bytes")
        .should()
        .haveNameMatching(".*\\.Bytes(\\$Single|\\$Chunked)?")
        .check(ALL);
  }

  /** What strangers can subclass cannot be kept immutable. */
  @Test
  void publicClassesAreFinalSealedOrAbstract() {
    classes()
        .that()
        .arePublic()
        .and(areHandWritten())
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(ALL);
  }

  @Test
  void accessorsHaveNoPrefix() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(areHandWritten())
        .should()
        .haveNameNotMatching("get[A-Z].*")
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> areHandWritten() {
    return DescribedPredicate.not(resideInAPackage(GENERATED));
  }
}
