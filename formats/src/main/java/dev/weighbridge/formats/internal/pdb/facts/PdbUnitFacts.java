package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.internal.pdb.PdbContributions;
import dev.weighbridge.formats.internal.pdb.PdbModule;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;

/**
 * Makes the table of units: a unit is a module, which is an object that the linker took. Its code
 * is what it contributed to sections of code.
 */
final class PdbUnitFacts {
  /** Number of the database among the files that debug information is from. */
  private static final int DATABASE = 1;

  private final PdbProgram program;
  private final PdbItems items;
  private final UnitTable.Builder table = new UnitTable.Builder();

  PdbUnitFacts(PdbProgram program) {
    this.program = program;
    this.items = program.items();
  }

  UnitTable read() {
    program.modules().forEach(this::add);
    PdbContributions contributions = program.contributions();
    AddressMap.Builder code = table.code();
    for (int row = 0; row < contributions.count(); row++) {
      Work.checkAt(row);
      long start = program.address(contributions.section(row), contributions.offset(row));
      int module = contributions.module(row);
      if (start >= 0 && module < program.modules().size()) {
        code.add(start, program.code().clip(start + contributions.size(row)), module, 0);
      }
    }
    return table.build();
  }

  /** A compiler tells which source it read; without one a module is called as the object is. */
  private void add(PdbModule module) {
    PdbBuild build = PdbBuild.of(program.open(module).symbols());
    PdbName source = items.build(build.command(), PdbItems.BUILD_SOURCE);
    if (source.length() > 0) {
      source.addTo(table.names());
    } else {
      Bytes name = Bytes.of(module.name().getBytes(StandardCharsets.UTF_8));
      table.names().add(name, 0, (int) name.length());
    }
    items.build(build.command(), PdbItems.BUILD_DIRECTORY).addTo(table.directories());
    table.splitNames().addNone();
    table.add(Role.COMPILE, 0, build.language(), build.compiler(), DATABASE, 0);
  }
}
