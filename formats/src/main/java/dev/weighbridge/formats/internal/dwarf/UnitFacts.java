package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_dwo_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_comp_dir;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_dwo_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_language;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_producer;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.internal.dwarf.program.DwarfLanguages;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.MissingSplits;
import dev.weighbridge.formats.internal.dwarf.program.NameRefs;
import dev.weighbridge.formats.internal.dwarf.program.UnitCode;
import dev.weighbridge.formats.problems.Diagnostics;

/**
 * Makes the table of units from their first entries: names, and where their code is.
 *
 * <p>Nothing else is read, but where first entries say too little: up to version 2 they cannot tell
 * of code in several pieces, and some tell of none.
 */
final class UnitFacts {
  private final DwarfProgram program;
  private final Diagnostics diagnostics;
  private final UnitTable.Builder table = new UnitTable.Builder();

  UnitFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
  }

  UnitTable read() {
    for (int row = 0; row < program.unitCount(); row++) {
      add(row);
    }
    diagnostics.addAll(program.own().diagnostics(), 0);
    UnitCode code = new UnitCode(program, diagnostics);
    AddressMap.Builder claims = table.code();
    for (int row : program.order()) {
      code.claim(row, claims);
    }
    code.report();
    MissingSplits.report(program, diagnostics);
    return table.build();
  }

  private void add(int row) {
    DwarfUnit unit = program.unit(row);
    DwarfUnit full = program.full(row);
    unit.defect().ifPresent(diagnostics::add);
    name(table.names(), unit, full, DW_AT_name);
    name(table.directories(), unit, full, DW_AT_comp_dir);
    boolean isNew = unit.attributes().has(DW_AT_dwo_name);
    name(table.splitNames(), unit, unit, isNew ? DW_AT_dwo_name : DW_AT_GNU_dwo_name);
    long language =
        unit.attributes().valueOr(DW_AT_language, full.attributes().valueOr(DW_AT_language, 0));
    Role role = program.role(row);
    table.add(
        role,
        unit.encoding().version(),
        DwarfLanguages.name(language),
        producer(unit, full),
        program.splitFile(row) + (program.isCompanion() ? 1 : 0),
        role == Role.TYPE ? unit.header().id() : unit.splitId());
  }

  /** The skeleton has some of the names, its split unit the others. */
  private static void name(Texts.Builder names, DwarfUnit unit, DwarfUnit full, int attribute) {
    long own = unit.text(unit.attributes(), attribute);
    if (own != DwarfTexts.NONE) {
      NameRefs.add(names, unit.texts(), own);
    } else {
      NameRefs.add(names, full.texts(), full.text(full.attributes(), attribute));
    }
  }

  private static String producer(DwarfUnit unit, DwarfUnit full) {
    String own = unit.texts().text(unit.text(unit.attributes(), DW_AT_producer));
    return own.isEmpty() ? full.texts().text(full.text(full.attributes(), DW_AT_producer)) : own;
  }
}
