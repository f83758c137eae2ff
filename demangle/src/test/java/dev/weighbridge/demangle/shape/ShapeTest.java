package dev.weighbridge.demangle.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.weighbridge.demangle.RustDemangler;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rooms of the module, the doors between them, and no way that leads back. */
@Tag("shape")
class ShapeTest {
  private static final String ROOT = "dev.weighbridge.demangle";

  /**
   * Each room and those it may know. A room of a scheme knows no other scheme, but for the hash by
   * which C++ refuses what is legacy Rust; the facade, which is the root, is known by none.
   */
  private static final Map<String, String> DOORS =
      Map.ofEntries(
          Map.entry("", "itanium legacy msvc rust swift text v0"),
          Map.entry("itanium", "itanium.printer itanium.reader itanium.tree rust text"),
          Map.entry("itanium.printer", "itanium.tree text"),
          Map.entry("itanium.reader", "itanium.tree text"),
          Map.entry("itanium.tree", "text"),
          Map.entry("legacy", "rust text"),
          Map.entry("msvc", ""),
          Map.entry("rust", "text"),
          Map.entry("swift", "swift.old swift.printer swift.reader swift.tree"),
          Map.entry("swift.old", "swift.tree"),
          Map.entry("swift.printer", "swift.tree"),
          Map.entry("swift.reader", "swift.tree"),
          Map.entry("swift.tree", ""),
          Map.entry("text", ""),
          Map.entry("v0", "rust text"));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void roomsKnowEachOtherOnlyThroughTheirDoors() {
    Map<String, TreeSet<String>> known = new TreeMap<>();
    for (JavaClass type : ALL) {
      TreeSet<String> rooms = known.computeIfAbsent(room(type), r -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT) && !room(target).equals(room(type))) {
          rooms.add(room(target));
        }
      }
    }
    Map<String, String> doors = new TreeMap<>();
    known.forEach((room, rooms) -> doors.put(room, String.join(" ", rooms)));
    assertThat(doors).isEqualTo(DOORS);
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  /** What is nested counts as the class it is nested in. */
  @Test
  void classesDoNotKnowEachOtherInCircles() {
    slices().assignedFrom(TOP_LEVEL_CLASSES).should().beFreeOfCycles().check(ALL);
  }

  private static final SliceAssignment TOP_LEVEL_CLASSES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getName().replaceAll("\\$.*", ""));
        }

        @Override
        public String getDescription() {
          return "top-level classes";
        }
      };

  @Test
  void onlyTheFacadeIsExported() throws URISyntaxException {
    CodeSource source = RustDemangler.class.getProtectionDomain().getCodeSource();
    ModuleFinder modules = ModuleFinder.of(Path.of(source.getLocation().toURI()));
    assertThat(modules.find(ROOT).orElseThrow().descriptor().exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly(ROOT);
  }

  @Test
  void noPublicFieldCanChange() {
    fields().that().arePublic().should().beFinal().check(ALL);
  }
}
