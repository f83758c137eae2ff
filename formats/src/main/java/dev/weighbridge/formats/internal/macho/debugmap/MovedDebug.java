package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.DebugSource;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes facts of the debug information of the objects of an image, each read on its own and moved
 * to where the linker put its code.
 */
final class MovedDebug implements DebugSource {
  private static final DebugFile ITSELF = new DebugFile("", "");

  /** An object with what its own debug information says. */
  private record Part(FoundObject found, DebugInformation debug) {}

  private final List<Part> parts;

  private MovedDebug(List<Part> parts) {
    this.parts = parts;
  }

  /** What objects say of the image that they are in; nothing is read yet. */
  static DebugInformation of(List<FoundObject> objects) {
    List<Part> parts = new ArrayList<>();
    List<DebugFile> files = new ArrayList<>(List.of(ITSELF));
    for (FoundObject found : objects) {
      MachODwarf dwarf = MachODwarf.of(found.object());
      if (dwarf.isPresent()) {
        parts.add(new Part(found, DwarfDebug.ofObject(dwarf.sections(), dwarf.code(), 0)));
        files.add(new DebugFile(found.name(), ""));
      }
    }
    return DebugInformation.of(new MovedDebug(List.copyOf(parts)), files);
  }

  private void report(Diagnostics diagnostics) {
    parts.forEach(part -> part.debug().diagnostics().forEach(diagnostics::add));
  }

  @Override
  public UnitTable units(Diagnostics diagnostics) {
    UnitTable.Builder table = new UnitTable.Builder();
    int file = 0;
    int first = 0;
    for (Part part : parts) {
      UnitTable units = part.debug().units();
      file++;
      for (int unit = 0; unit < units.count(); unit++) {
        add(table, units, unit, file);
      }
      AddressMap code = units.code();
      for (int range = 0; range < code.count(); range++) {
        int row = first + code.row(range);
        part.found()
            .code()
            .move(
                code.start(range),
                code.end(range),
                (from, address, size) -> table.code().add(address, address + size, row, 0));
      }
      first += units.count();
    }
    report(diagnostics);
    return table.build();
  }

  private static void add(UnitTable.Builder table, UnitTable units, int unit, int file) {
    table
        .names()
        .add(units.names().bytes(unit), units.names().start(unit), units.names().length(unit));
    Bytes directory = Bytes.of(units.directory(unit).getBytes(StandardCharsets.UTF_8));
    table.directories().add(directory, 0, (int) directory.length());
    table.splitNames().addNone();
    table.add(
        units.role(unit),
        units.version(unit),
        units.language(unit),
        units.producer(unit),
        file,
        units.id(unit));
  }

  @Override
  public LineTable lines(Diagnostics diagnostics) {
    LineTable.Builder table = new LineTable.Builder();
    MovedSources sources = new MovedSources();
    for (Part part : parts) {
      LineTable lines = part.debug().lines();
      sources.open(lines.sources());
      for (int run = 0; run < lines.runCount(); run++) {
        part.found()
            .code()
            .move(
                lines.runStart(run),
                lines.runEnd(run),
                (from, address, size) -> add(table, sources, lines, from, address, size));
      }
    }
    report(diagnostics);
    return table.build(sources.build());
  }

  private static void add(
      LineTable.Builder table,
      MovedSources sources,
      LineTable lines,
      long from,
      long address,
      long size) {
    int run = lines.runAt(from);
    table.begin(address);
    for (int row = lines.rowAt(from); row < lines.endRow(run); row++) {
      long start = Math.max(from, lines.start(run, row));
      if (start >= from + size) {
        break;
      }
      table.add(
          address + (start - from),
          sources.row(lines.file(row)),
          lines.line(row),
          lines.column(row));
    }
    table.end(address + size);
  }

  @Override
  public InlineTable inlines(Diagnostics diagnostics) {
    MovedInlines table = new MovedInlines();
    int firstUnit = 0;
    for (Part part : parts) {
      table.add(part.debug().inlines(), part.found().code(), firstUnit);
      firstUnit += part.debug().units().count();
    }
    report(diagnostics);
    return table.build();
  }

  @Override
  public DebugBytes bytes(Diagnostics diagnostics) {
    return new DebugBytes.Builder().build();
  }
}
