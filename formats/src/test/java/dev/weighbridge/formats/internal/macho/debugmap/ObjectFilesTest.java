package dev.weighbridge.formats.internal.macho.debugmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that a debug map names tell the same as dsymutil's bundle of them. */
class ObjectFilesTest {
  private static final SideFile PAINT = file("paint.o");
  private static final SideFile START = file("start.o");
  private static final SideFile PARSE = file("libparse.a");

  @TempDir Path folder;

  /** What {@code nm -ap} lists under each object. */
  @Test
  void readsTheDebugMap() {
    MachOFile image = MachOFile.of(Fixtures.bytes("dwarf/libart.dylib"));
    List<MappedObject> objects = MappedObject.of(image.symbolTable());
    assertThat(objects)
        .extracting(MappedObject::shown)
        .containsExactly("paint.o", "start.o", "libparse.a(parse.o)", "libparse.a(frame.o)");
    assertThat(objects.get(2).functions())
        .containsExactly(
            new MappedObject.Function("_checksum", 0x594, 0x90),
            new MappedObject.Function("_parse", 0x504, 0x90));
  }

  @Test
  void bytesOfUnitsAndSourcesAreTrue() {
    DebugInformation debug = debug(PAINT, START, PARSE);
    Map<Integer, Long> units = new TreeMap<>();
    for (int range = 0; range < debug.units().code().count(); range++) {
      long size = debug.units().code().end(range) - debug.units().code().start(range);
      units.merge(debug.units().code().row(range), size, Long::sum);
    }
    List<String> found = new ArrayList<>();
    units.forEach((unit, size) -> found.add(unit + " " + size));
    assertThat(found).isEqualTo(Truth.of("dwarf/libart.dSYM").part("code"));
    LineTable lines = debug.lines();
    Map<String, Long> sources = new TreeMap<>();
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        String path = lines.sources().path(lines.file(row));
        sources.merge(path, lines.end(run, row) - lines.start(run, row), Long::sum);
      }
    }
    List<String> bySource = new ArrayList<>();
    sources.forEach((source, size) -> bySource.add(size + " " + source));
    assertThat(bySource)
        .containsExactlyInAnyOrderElementsOf(Truth.of("dwarf/libart.dSYM").part("sources"));
  }

  /**
   * Byte for byte: unit, line, column, and all calls with their places. Not the lines of
   * declarations, of which dsymutil drops some with types that it has seen before.
   */
  @Test
  void eachByteIsAsInTheBundle() {
    DebugInformation bundle = debug(file("libart.dSYM"));
    DebugInformation objects = debug(PARSE, START, PAINT);
    int told = 0;
    for (long address = 0x3d0; address < 0x694; address++) {
      String wanted = text(bundle, address);
      assertThat(text(objects, address)).as("0x%x", address).isEqualTo(wanted);
      told += wanted.contains(" in ") ? 1 : 0;
    }
    assertThat(told).isEqualTo(708);
    assertThat(objects.diagnostics()).isEmpty();
    assertThat(objects.files())
        .extracting(file -> file.name())
        .containsExactly("", "paint.o", "start.o", "libparse.a(parse.o)", "libparse.a(frame.o)");
  }

  private static String text(DebugInformation debug, long address) {
    StringBuilder text = new StringBuilder();
    int unit = debug.units().code().rowAt(address);
    text.append(unit < 0 ? "none" : debug.units().name(unit) + " " + debug.units().language(unit));
    int row = debug.lines().rowAt(address);
    if (row >= 0) {
      LineTable lines = debug.lines();
      text.append(' ').append(path(lines.sources(), lines.file(row)));
      text.append(':').append(lines.line(row)).append(':').append(lines.column(row));
    }
    InlineTable inlines = debug.inlines();
    FunctionNames functions = inlines.functions();
    for (int at = inlines.code().rowAt(address); at >= 0; at = inlines.parent(at)) {
      int function = inlines.function(at);
      text.append(" in ").append(functions.linkageName(function));
      text.append(' ').append(functions.name(function));
      text.append(' ').append(inlines.inclusiveSize(at));
      text.append(" at ").append(path(inlines.sources(), inlines.callFile(at)));
      text.append(':').append(inlines.callLine(at));
    }
    return text.toString();
  }

  private static String path(SourceTable sources, int file) {
    return file < 0 ? "?" : sources.path(file);
  }

  @Test
  void oneObjectTellsOfItsOwnCodeOnly() {
    DebugInformation debug = debug(START);
    assertThat(debug.units().count()).isEqualTo(1);
    assertThat(debug.units().code().rowAt(0x4b0)).isZero();
    assertThat(debug.units().code().rowAt(0x504)).isEqualTo(-1);
  }

  @Test
  void objectsAreLookedForInFoldersThatAreGiven() throws IOException {
    Files.write(folder.resolve("paint.o"), Fixtures.array("dwarf/macho-paint.o"));
    Path program = folder.resolve("libart.dylib");
    assertThat(read(SideFiles.beside(program)).isPresent()).isFalse();
    SideFiles asked = SideFiles.given(List.of(folder), program);
    assertThat(read(asked).units().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "macho-paint.o, 0, object of the debug map: the functions of paint.o",
    "libart.dylib, 1, 'dSYM file: debug information, found none'",
    "paint-reloc.o, 1, object of the debug map: feedface or feedfacf",
  })
  void refusesWhatIsNone(String name, int kept, String expected) {
    byte[] file = Fixtures.array("dwarf/" + name);
    if (kept == 0) {
      // The object with another name of each function.
      for (int i = 0; i + 4 < file.length; i++) {
        if (file[i] == '_' && file[i + 1] == '_' && file[i + 2] == 'Z') {
          file[i] = 'x';
        }
      }
    }
    SideFiles given = SideFiles.of(new SideFile("given", Bytes.of(file)));
    read(given);
    assertThatThrownBy(given::requireUseOfGiven).hasMessageContaining("expected " + expected);
  }

  private static SideFile file(String name) {
    String fixture = name.startsWith("libart") ? name : "macho-" + name;
    return new SideFile(name, Fixtures.bytes("dwarf/" + fixture));
  }

  private static DebugInformation debug(SideFile... files) {
    SideFiles given = SideFiles.of(files);
    DebugInformation debug = read(given);
    given.requireUseOfGiven();
    return debug;
  }

  private static DebugInformation read(SideFiles files) {
    Bytes library = Fixtures.bytes("dwarf/libart.dylib");
    return FormatRegistry.installed().read("libart.dylib", library, files).images().get(0).debug();
  }
}
