package dev.weighbridge.formats.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.zip.Checksum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not know. */
@Tag("shape")
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
        .and()
        // The JDK calls the value of a checksum that way.
        .areDeclaredInClassesThat()
        .areNotAssignableTo(Checksum.class)
        .should()
        .haveNameNotMatching("get[A-Z].*")
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> areHandWritten() {
    return DescribedPredicate.not(resideInAPackage(GENERATED));
  }
}
