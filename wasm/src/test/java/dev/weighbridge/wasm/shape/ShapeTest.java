package dev.weighbridge.wasm.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not know. */
class ShapeTest {
  private static final String ROOT = "dev.weighbridge.wasm";
  private static final String INTERNAL = ROOT + ".internal..";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** What each room may know of the others; {@code ""} is the room of modules and components. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "", Set.of("items", "linking", "names", "operators", "internal.values"),
          "items", Set.of("operators"),
          "linking", Set.of("internal.values"),
          "names", Set.of("internal.values"),
          "operators", Set.of("internal.values"),
          "internal", Set.of("", "items", "linking", "names", "operators", "internal.values"));

  /** An arrow that is allowed and not used is stale: the list would no longer say what is. */
  @Test
  void roomsKnowWhomTheyMay() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass one : ALL) {
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String from = room(one);
        String to = room(dependency.getTargetClass().getBaseComponentType());
        if (to != null && !to.equals(from)) {
          found.computeIfAbsent(from, room -> new TreeSet<>()).add(to);
        }
      }
    }
    assertThat(found).isEqualTo(ARROWS);
  }

  /** The rest of a package's name, or {@code null} if it is of another module. */
  private static String room(JavaClass one) {
    String name = one.getPackageName();
    if (name.equals(ROOT)) {
      return "";
    }
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : null;
  }

  @Test
  void classesHaveNoCycles() {
    slices().assignedFrom(new TopLevel()).should().beFreeOfCycles().check(ALL);
  }

  /** A class with all that is nested in it. */
  private static final class TopLevel implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return room(one) == null
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(one.getName().replaceAll("\\$.*", ""));
    }

    @Override
    public String getDescription() {
      return "top-level classes";
    }
  }

  @Test
  void theModuleStandsOnFactsAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.weighbridge.wasm..", "dev.weighbridge.formats..", "java..")
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
