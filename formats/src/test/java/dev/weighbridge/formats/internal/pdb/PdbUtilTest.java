package dev.weighbridge.formats.internal.pdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Program databases, line by line what {@code llvm-pdbutil dump} prints. */
class PdbUtilTest {
  static List<String> databases() {
    return FixtureFolder.binaries("pdb");
  }

  @Test
  void belongsToItsImage() {
    PeCodeView record = PeFile.of(Fixtures.bytes("pe/fixlib.dll")).codeView().orElseThrow();
    Pdb pdb = open("pdb/fixlib.pdb");
    assertThat(record.fileName()).isEqualTo("fixlib.pdb");
    assertThat(pdb.guid()).isEqualTo(record.guid());
    assertThat(pdb.age()).isEqualTo(record.age());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void modules(String name) {
    List<String> lines = new ArrayList<>();
    for (PdbModule module : open(name).modules()) {
      lines.add(module.stream() + "|" + module.name() + "|" + module.objectFile());
    }
    assertThat(lines).isEqualTo(Truth.of(name).part("modules"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void contributions(String name) {
    PdbContributions rows = open(name).contributions();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.count(); row++) {
      String place = place(rows.section(row), rows.offset(row));
      lines.add(rows.module(row) + " " + place + " " + rows.size(row));
    }
    assertThat(lines).isEqualTo(Truth.of(name).part("contributions"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void publics(String name) {
    PdbSymbols symbols = open(name).symbols();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.kind(row) == PdbConstants.S_PUB32) {
        boolean isFunction = (symbols.flags(row) & PdbConstants.PUBLIC_FUNCTION) != 0;
        lines.add(at(symbols, row) + (isFunction ? " function " : " none ") + symbols.name(row));
      }
    }
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Truth.of(name).part("publics"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void procedures(String name) {
    PdbSymbols symbols = open(name).symbols();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < symbols.count(); row++) {
      String kind = kind(symbols.kind(row));
      if (kind.contains("PROC32")) {
        String size = " " + symbols.size(row) + " ";
        lines.add(kind + " " + at(symbols, row) + size + symbols.name(row));
      }
    }
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Truth.of(name).part("procedures"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void globalData(String name) {
    PdbSymbols symbols = open(name).symbols();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < symbols.programCount(); row++) {
      String kind = kind(symbols.kind(row));
      if (kind.contains("DATA32") || kind.contains("THREAD32")) {
        lines.add(kind + " " + at(symbols, row) + " " + symbols.name(row));
      }
    }
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Truth.of(name).part("data"));
  }

  private static String at(PdbSymbols symbols, int row) {
    return place(symbols.section(row), symbols.offset(row));
  }

  private static String place(int section, long offset) {
    return String.format(Locale.ROOT, "%04d:%04d", section, offset);
  }

  private static String kind(int kind) {
    return switch (kind) {
      case PdbConstants.S_GPROC32 -> "S_GPROC32";
      case PdbConstants.S_LPROC32 -> "S_LPROC32";
      case PdbConstants.S_GDATA32 -> "S_GDATA32";
      case PdbConstants.S_LDATA32 -> "S_LDATA32";
      case PdbConstants.S_GTHREAD32 -> "S_GTHREAD32";
      case PdbConstants.S_LTHREAD32 -> "S_LTHREAD32";
      default -> "";
    };
  }

  private static Pdb open(String name) {
    return Pdb.of(Fixtures.bytes(name), new Diagnostics());
  }
}
