package dev.weighbridge.formats.internal.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.debug.VariableTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.index.AddressRanges;
import dev.weighbridge.formats.dwarf.index.AppleTable;
import dev.weighbridge.formats.dwarf.index.GdbIndex;
import dev.weighbridge.formats.dwarf.index.NameIndex;
import dev.weighbridge.formats.dwarf.index.PublicNames;
import dev.weighbridge.formats.dwarf.lists.ListTables;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.Mutations;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged debug information is read, with diagnostics; never does it crash or hang the reader. The
 * sections are damaged as they are meant: behind compression, which would notice.
 */
@DamagesFiles
class DwarfMutationTest {
  /** How many damaged copies of each, if not as many as of other files. */
  private static final int COUNT =
      Integer.getInteger("weighbridge.dwarf.mutations", Mutations.seededCount());

  /** One of each kind; there is time for the others with native tools. */
  private static final List<String> KINDS =
      List.of(
          "c-x64-g-dwarf2",
          "c-x64-g-dwarf64",
          "cpp-x64-g-types",
          "tomb-lld-v4",
          "hotcold-gcc",
          "types-v5",
          "lto-clang",
          "gdbindex-lld",
          "debugnames-lld",
          "mixed-versions",
          "split-v4.dwp",
          "split-v5.dwp",
          "split-v4",
          "elf-c-s390x",
          "elf-cpp-dwz",
          "app-full-v5-v0-zlib");

  static Set<String> fixtures() {
    Set<String> names = new LinkedHashSet<>(KINDS);
    if (Boolean.getBoolean("weighbridge.native")) {
      names.addAll(DwarfFixture.linked());
      names.addAll(List.of("split-v5", "dwz-one"));
    }
    return names;
  }

  /** The sections of a file, one behind the other. */
  @SuppressWarnings("ArrayRecordComponent") // A damaged copy of it is made over and over.
  private record Joined(
      byte[] content,
      Map<DwarfSection, Long> starts,
      Map<DwarfSection, Long> sizes,
      boolean isSplit,
      ByteOrder order,
      int addressSize) {

    static Joined of(DwarfSections sections) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      Map<DwarfSection, Long> starts = new EnumMap<>(DwarfSection.class);
      Map<DwarfSection, Long> sizes = new EnumMap<>(DwarfSection.class);
      for (DwarfSection section : DwarfSection.values()) {
        Bytes bytes = sections.bytes(section);
        starts.put(section, (long) content.size());
        sizes.put(section, bytes.length());
        content.writeBytes(bytes.toArray(0, bytes.length()));
      }
      return new Joined(
          content.toByteArray(),
          starts,
          sizes,
          sections.isSplit(),
          sections.order(),
          sections.addressSize());
    }

    Dwarf parted(Bytes damaged) {
      DwarfSections.Loader loader =
          section -> {
            long start = Math.min(starts.get(section), damaged.length());
            long end = Math.min(start + sizes.get(section), damaged.length());
            return damaged.slice(start, end);
          };
      return Dwarf.of(
          isSplit
              ? DwarfSections.split(order, addressSize, loader)
              : DwarfSections.of(order, addressSize, loader));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesDamage(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    Joined joined = Joined.of(fixture.dwarf().sections());
    CodeAddresses code = fixture.elf().code();
    Mutations.Result result =
        Mutations.of("dwarf-" + name, joined.content())
            .check(COUNT, damaged -> readAll(joined.parted(damaged), code));
    assertThat(result.count()).isEqualTo(COUNT);
    assertThat(result.slowest()).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesCuts(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    Joined joined = Joined.of(fixture.dwarf().sections());
    CodeAddresses code = fixture.elf().code();
    long[] borders = joined.starts().values().stream().mapToLong(Long::longValue).toArray();
    Mutations.Result result =
        Mutations.of("dwarf-" + name, joined.content())
            .checkTruncations(damaged -> readAll(joined.parted(damaged), code), borders);
    assertThat(result.count()).isGreaterThan(20);
  }

  private static void readAll(Dwarf dwarf, CodeAddresses code) {
    DebugInformation debug = DwarfPrograms.of(dwarf, code, List.of());
    readUnits(debug.units());
    readLines(debug.lines());
    readInlines(debug.inlines());
    readVariables(debug.variables());
    assertThat(debug.bytes().sections()).doesNotHaveDuplicates();
    assertThat(debug.diagnostics()).doesNotContainNull();
    assertThat(dwarf.diagnostics()).doesNotContainNull();
    readLookups(dwarf);
  }

  private static void readUnits(UnitTable units) {
    for (int unit = 0; unit < units.count(); unit++) {
      assertThat(units.name(unit) + units.directory(unit) + units.splitName(unit)).isNotNull();
    }
    for (int range = 0; range < units.code().count(); range++) {
      assertThat(Long.compareUnsigned(units.code().start(range), units.code().end(range)))
          .isNegative();
    }
  }

  private static void readLines(LineTable lines) {
    for (int run = 0; run < lines.runCount(); run++) {
      long at = lines.runStart(run);
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        if (lines.start(run, row) != at || Long.compareUnsigned(at, lines.end(run, row)) >= 0) {
          throw new AssertionError("row " + row + " of run " + run);
        }
        at = lines.end(run, row);
      }
      assertThat(at).isEqualTo(lines.runEnd(run));
    }
    for (int file = 0; file < lines.sources().count(); file++) {
      assertThat(lines.sources().path(file)).isNotNull();
    }
  }

  private static void readInlines(InlineTable inlines) {
    FunctionNames functions = inlines.functions();
    for (int function = 0; function < functions.count(); function++) {
      assertThat(functions.linkageName(function) + functions.qualifiedName(function)).isNotNull();
      assertThat(functions.unit(function)).isNotNegative();
    }
    for (int scope = 0; scope < inlines.count(); scope++) {
      if (inlines.parent(scope) >= scope || inlines.inclusiveSize(scope) == 0) {
        throw new AssertionError("scope " + scope);
      }
    }
  }

  private static void readVariables(VariableTable variables) {
    for (int row = 0; row < variables.count(); row++) {
      assertThat(variables.beginningAt(variables.address(row))).isEqualTo(row);
      assertThat(variables.sources().path(variables.file(row))).isNotNull();
    }
  }

  private static void readLookups(Dwarf dwarf) {
    Diagnostics diagnostics = new Diagnostics();
    DwarfSections sections = dwarf.sections();
    AddressRanges.read(sections, diagnostics);
    GdbIndex.read(sections, diagnostics);
    AppleTable.read(sections, DwarfSection.APPLE_NAMES, diagnostics);
    PublicNames names = PublicNames.read(sections, DwarfSection.GNU_PUBNAMES, diagnostics);
    for (int name = 0; name < names.count(); name++) {
      assertThat(dwarf.texts().text(names.name(name))).isNotNull();
    }
    for (NameIndex index : NameIndex.read(sections, diagnostics)) {
      for (long name = 0; name < index.nameCount(); name++) {
        assertThat(dwarf.texts().text(index.name(name))).isNotNull();
        assertThat(index.entries(name)).isNotNegative();
      }
    }
    ListTables.read(sections, DwarfSection.STR_OFFSETS, diagnostics);
    ListTables.read(sections, DwarfSection.RNGLISTS, diagnostics);
    assertThat(diagnostics.list()).doesNotContainNull();
  }
}
