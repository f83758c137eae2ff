package dev.weighbridge.formats.testing;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rooms of a module, which are its packages, and which of them may know which: what is not in
 * the list is not allowed.
 *
 * <p>A line of the list is a room, an arrow, and the rooms that it may know: {@code bytes ->
 * problems}. Two dots stand for all rooms inside as well: {@code isa..}. Rooms without a line of
 * their own are of another module, or generated.
 */
public final class Rooms {
  private final String root;
  private final String rootRoom;
  private final List<Arrows> allowed;
  private final JavaClasses all;

  private record Arrows(String from, List<String> to) {}

  /**
   * The rooms below a package.
   *
   * @param root the package that all rooms are in
   * @param rootRoom what that package itself is called in the list
   * @param arrows the list, a line for each room
   */
  public Rooms(String root, String rootRoom, String arrows) {
    this.root = root;
    this.rootRoom = rootRoom;
    allowed = arrows.lines().filter(line -> line.contains("->")).map(Rooms::arrows).toList();
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-classes"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(root);
  }

  private static Arrows arrows(String line) {
    String[] sides = line.split("->", 2);
    return new Arrows(sides[0].strip(), List.of(sides[1].strip().split("\\s+")));
  }

  /** Fails if a room knows one that it may not know. */
  public void assertThatEachKnowsWhomItMay() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass one : all) {
      String from = room(one);
      if (!isOurs(from)) {
        continue;
      }
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String to = room(dependency.getTargetClass().getBaseComponentType());
        if (to != null && !to.equals(from) && !mayKnow(from, to)) {
          forbidden.add(from + " -> " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(forbidden).isEmpty();
  }

  /** Fails if one of our rooms knows itself by way of others. */
  public void assertThatRoomsHaveNoCycles() {
    slices().assignedFrom(by("rooms", this::room)).should().beFreeOfCycles().check(all);
  }

  /** Fails if a class knows itself by way of others; what is nested in one is part of it. */
  public void assertThatClassesHaveNoCycles() {
    slices().assignedFrom(by("classes", Rooms::topLevel)).should().beFreeOfCycles().check(all);
  }

  /** Fails if a public field of a class below the root is not final. */
  public void assertThatPublicFieldsCannotChange() {
    fields().that().arePublic().should().beFinal().check(all);
  }

  private static String topLevel(JavaClass one) {
    return one.getName().replaceAll("\\$.*", "");
  }

  private boolean isOurs(String room) {
    return room != null && allowed.stream().anyMatch(arrows -> matches(arrows.from(), room));
  }

  private boolean mayKnow(String from, String to) {
    return allowed.stream()
        .filter(arrows -> matches(arrows.from(), from))
        .anyMatch(arrows -> arrows.to().stream().anyMatch(one -> matches(one, to)));
  }

  private static boolean matches(String pattern, String room) {
    String name = pattern.endsWith("..") ? pattern.substring(0, pattern.length() - 2) : pattern;
    return room.equals(name) || (!name.equals(pattern) && room.startsWith(name + "."));
  }

  /** The rest of a package's name, or {@code null} if it is not below the root. */
  private String room(JavaClass one) {
    String name = one.getPackageName();
    if (name.equals(root)) {
      return rootRoom;
    }
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : null;
  }

  private SliceAssignment by(String what, Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass one) {
        return isOurs(room(one)) ? SliceIdentifier.of(name.apply(one)) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return what;
      }
    };
  }
}
