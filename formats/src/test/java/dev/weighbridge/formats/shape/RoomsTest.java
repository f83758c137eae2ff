package dev.weighbridge.formats.shape;

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
import org.junit.jupiter.api.Test;

/** Which room may know which: what is not in the list is not allowed. */
class RoomsTest {
  private static final String ROOT = "dev.weighbridge.formats";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /**
   * A room, and behind the arrow the rooms that it may know; {@code facts} is {@link #ROOT} itself,
   * two dots stand for all rooms inside as well. Lower rooms first.
   */
  private static final String ARROWS =
      """
      problems             ->
      bytes                -> problems
      columns              -> problems bytes
      machine              ->
      isa..                -> problems bytes columns machine isa..
      unwind               -> problems bytes columns
      debug..              -> problems bytes columns machine debug..
      dwarf..              -> problems bytes columns machine debug.. dwarf..
      pdb..                -> problems bytes columns machine debug.. pdb..
      facts                -> problems bytes columns machine debug..
      spi                  -> problems bytes columns machine facts

      internal.codec       -> problems bytes
      internal.unwind      -> problems bytes columns unwind facts

      ar                   -> problems bytes columns
      internal.ar          -> problems bytes facts spi ar

      elf.headers          -> problems bytes columns machine
      elf.symbols          -> problems bytes columns facts elf.headers
      elf.dynamic          -> problems bytes columns elf.headers elf.symbols
      elf.notes            -> problems bytes columns elf.headers
      elf.relocations      -> problems bytes columns elf.headers elf.symbols
      elf.linking          -> problems bytes columns elf.headers elf.symbols elf.dynamic elf.relocations
      elf                  -> problems bytes columns unwind internal.codec internal.ksy elf.headers elf.symbols elf.dynamic elf.notes elf.relocations elf.linking
      elf.debug            -> problems bytes columns machine debug.. dwarf.. internal.codec elf elf.headers elf.symbols elf.relocations
      internal.elf         -> problems bytes columns machine unwind debug.. dwarf.. facts spi internal.codec internal.unwind elf..

      macho.headers        -> problems bytes columns machine
      macho.symbols        -> problems bytes columns facts macho.headers
      macho.functions      -> problems bytes columns macho.headers
      macho.exports        -> problems bytes columns macho.headers
      macho.fixups         -> problems bytes columns macho.headers
      macho.relocations    -> problems bytes columns macho.headers
      macho.signature      -> problems bytes columns macho.headers
      macho.unwind         -> problems bytes columns
      macho                -> problems bytes columns internal.ksy macho.headers macho.symbols macho.functions macho.exports macho.fixups macho.relocations macho.signature macho.unwind
      macho.debug          -> problems bytes columns machine debug.. dwarf.. internal.codec macho macho.headers macho.symbols macho.relocations
      internal.macho       -> problems bytes columns machine unwind debug.. dwarf.. facts spi internal.unwind macho.. ar internal.ar

      pe.headers           -> problems bytes columns machine
      pe.directories       -> problems bytes columns pe.headers
      pe.symbols           -> problems bytes columns facts pe.headers
      pe.relocations       -> problems bytes columns pe.headers
      pe.imports           -> problems bytes columns machine pe.headers
      pe.exports           -> problems bytes columns pe.headers
      pe.resources         -> problems bytes columns pe.headers
      pe.unwind            -> problems bytes columns pe.headers
      pe                   -> problems bytes columns internal.ksy pe.headers pe.directories pe.symbols pe.relocations pe.imports pe.exports pe.resources pe.unwind
      pe.debug             -> problems bytes columns machine debug.. dwarf.. internal.codec pe pe.headers pe.symbols pe.relocations
      internal.pe.code     -> problems bytes columns machine isa.. facts pe pe.headers
      internal.pe.symbols  -> problems bytes columns machine facts pe.. internal.pe.code
      internal.pe.functions -> problems bytes columns machine unwind facts pe.. internal.unwind internal.pe.code internal.pe.symbols
      internal.pdb         -> problems bytes columns machine debug.. pdb.. facts pe pe.headers pe.directories internal.pe.code internal.pe.symbols
      internal.pe          -> problems bytes columns machine unwind debug.. dwarf.. facts spi pe.. internal.unwind internal.pe.code internal.pe.symbols internal.pe.functions internal.pdb
      """;

  private static final List<Arrows> ALLOWED =
      ARROWS.lines().filter(line -> line.contains("->")).map(RoomsTest::arrows).toList();

  private record Arrows(String from, List<String> to) {}

  private static Arrows arrows(String line) {
    String[] sides = line.split("->", 2);
    return new Arrows(sides[0].strip(), List.of(sides[1].strip().split(" ")));
  }

  @Test
  void roomsKnowWhomTheyMay() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass one : ALL) {
      String from = room(one);
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String to = room(dependency.getTargetClass().getBaseComponentType());
        if (isHandWritten(from) && to != null && !to.equals(from) && !isAllowed(from, to)) {
          forbidden.add(from + " -> " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(forbidden).isEmpty();
  }

  private static boolean isAllowed(String from, String to) {
    return ALLOWED.stream()
        .filter(arrows -> matches(arrows.from(), from))
        .anyMatch(arrows -> arrows.to().stream().anyMatch(one -> matches(one, to)));
  }

  private static boolean matches(String pattern, String room) {
    String name = pattern.endsWith("..") ? pattern.substring(0, pattern.length() - 2) : pattern;
    return room.equals(name) || (!name.equals(pattern) && room.startsWith(name + "."));
  }

  private static boolean isHandWritten(String room) {
    return !room.equals("internal.ksy");
  }

  /** The rest of a package's name, or {@code null} if it is of another module. */
  private static String room(JavaClass one) {
    String name = one.getPackageName();
    if (name.equals(ROOT)) {
      return "facts";
    }
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : null;
  }

  @Test
  void roomsHaveNoCycles() {
    slices().assignedFrom(by("rooms", RoomsTest::room)).should().beFreeOfCycles().check(ALL);
  }

  @Test
  void classesHaveNoCycles() {
    slices().assignedFrom(by("classes", RoomsTest::topLevel)).should().beFreeOfCycles().check(ALL);
  }

  /** A class stands with all nested in it; the bases of a family in {@code isa} with the family. */
  private static String topLevel(JavaClass one) {
    return one.getName()
        .replaceAll("isa\\.(\\w+AddressScanner|InstructionWindow)", "isa.AddressScanner")
        .replaceAll("isa\\.\\w+(CodeReader|TargetReader)", "isa.$1")
        .replaceAll("\\$.*", "");
  }

  private static SliceAssignment by(String what, Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass one) {
        String room = room(one);
        return room == null || !isHandWritten(room)
            ? SliceIdentifier.ignore()
            : SliceIdentifier.of(name.apply(one));
      }

      @Override
      public String getDescription() {
        return what;
      }
    };
  }
}
