package dev.weighbridge.formats.ar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.formats.testing.Tour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members and symbol indices are what {@code ar} and {@code nm} print. */
class ArFileTest {
  static Stream<String> archives() {
    return FixtureFolder.binaries("ar").stream().filter(name -> !name.contains("universal"));
  }

  private static ArFile archive(String name) {
    return ArFile.of(Fixtures.bytes(name));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void members(String name) {
    ArFile archive = archive(name);
    List<String> rows =
        archive.files().stream().map(m -> archive.content(m).length() + " " + m.name()).toList();
    List<String> truth =
        Fixtures.lines(name + ".ar.txt").stream()
            .map(line -> line.trim().split(" +", 8))
            .map(fields -> fields[2] + " " + fields[7])
            .toList();
    assertThat(rows).isNotEmpty().isEqualTo(truth);
    assertThat(archive.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("archives")
  void symbols(String name) {
    ArFile archive = archive(name);
    Map<Long, String> members = new HashMap<>();
    archive.members().forEach(member -> members.put(member.fileStart(), member.name()));
    List<String> rows =
        archive.symbols().stream().map(s -> s.name() + " in " + members.get(s.member())).toList();
    List<String> truth =
        Fixtures.lines(name + ".armap.txt").stream().filter(l -> l.contains(" in ")).toList();
    assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(truth);
  }

  @ParameterizedTest
  @MethodSource("archives")
  void recordsSayWhereTheyLie(String name) {
    ArFile archive = archive(name);
    long end = ArConstants.SARMAG;
    for (ArMember member : archive.members()) {
      assertThat(member.fileStart()).isBetween(end, end + 1);
      assertThat(member.contentStart()).isBetween(member.fileStart() + 60, member.fileEnd());
      end = member.fileEnd();
    }
    assertThat(archive.bytes().length() - end).isBetween(0L, 1L);
    ArMember index = archive.members().get(0);
    assertThat(index.role()).isEqualTo(ArRole.SYMBOL_INDEX);
    archive.symbols().stream()
        .forEach(
            symbol -> {
              assertThat(symbol.fileStart()).isGreaterThan(index.contentStart());
              assertThat(symbol.fileEnd()).isLessThan(index.fileEnd());
            });
  }

  @Test
  void tellsTheRolesOfMembers() {
    assertThat(archive("ar/libfix.a").members().stream().map(ArMember::role))
        .containsExactly(
            ArRole.SYMBOL_INDEX, ArRole.LONG_NAMES, ArRole.FILE, ArRole.FILE, ArRole.FILE);
    assertThat(archive("ar/fixdll-msvc.lib").members().stream().map(ArMember::role).limit(3))
        .containsExactly(ArRole.SYMBOL_INDEX, ArRole.SORTED_INDEX, ArRole.FILE);
    ArMember object = archive("ar/libfix.a").files().get(0);
    assertThat(object.modified()).isZero();
    assertThat(object.mode()).isEqualTo(0644);
  }

  @ParameterizedTest
  @MethodSource("archives")
  void survivesDamage(String name) {
    Mutations.Result result =
        Mutations.of(name, Fixtures.array(name)).check(file -> Tour.of(ArFile.of(file)));
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }
}
