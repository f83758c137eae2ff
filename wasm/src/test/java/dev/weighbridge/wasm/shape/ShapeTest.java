package dev.weighbridge.wasm.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.weighbridge.formats.testing.Rooms;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not know. */
@Tag("shape")
class ShapeTest {
  private static final String ROOT = "dev.weighbridge.wasm";
  private static final String INTERNAL = ROOT + ".internal..";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** A room, and behind the arrow the rooms that it may know. */
  private static final Rooms ROOMS =
      new Rooms(
          ROOT,
          "module",
          """
          internal.values -> none
          operators -> internal.values
          items     -> operators
          linking   -> internal.values
          names     -> internal.values
          module    -> items linking names operators internal.values
          internal.sourcemap -> module operators
          internal.bodies -> module items operators
          internal.references -> module items linking operators
          internal  -> module items linking names operators internal.values internal.sourcemap \
                       internal.bodies internal.references
          """);

  @Test
  void roomsKnowWhomTheyMay() {
    ROOMS.assertThatEachKnowsWhomItMay();
  }

  @Test
  void classesHaveNoCycles() {
    ROOMS.assertThatClassesHaveNoCycles();
  }

  /** Marks of what is never null are for compilers: nothing of theirs is there when it runs. */
  @Test
  void theModuleStandsOnFactsAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weighbridge.wasm..",
            "dev.weighbridge.formats..",
            "java..",
            "org.jspecify.annotations")
        .check(ALL);
  }

  /**
   * Counts come first in Wasm and numbers vary in length: no row is fixed, so none is described.
   */
  @Test
  void nothingIsReadByGeneratedParsers() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.kaitai..").check(ALL);
  }

  /** What users of the parser need is exported; what merely serves it is not. */
  @Test
  void allRoomsButTheInternalAreExported() {
    ModuleDescriptor module =
        ModuleFinder.of(Path.of("target", "classes")).find(ROOT).orElseThrow().descriptor();
    Set<String> expected = new TreeSet<>();
    for (JavaClass one : ALL) {
      if (!one.getPackageName().contains(".internal")) {
        expected.add(one.getPackageName());
      }
    }
    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void nobodyOutsideCanSeeAnInternalType() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe(
                "are exported",
                one ->
                    one.getModifiers().contains(JavaModifier.PUBLIC)
                        && !one.getPackageName().contains(".internal")))
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(resideInAPackage(INTERNAL))
        .check(ALL);
  }

  @Test
  void noPublicFieldCanChange() {
    fields().that().arePublic().should().beFinal().check(ALL);
  }

  /** What strangers can subclass cannot be kept immutable. */
  @Test
  void publicClassesAreFinal() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ALL);
  }
}
