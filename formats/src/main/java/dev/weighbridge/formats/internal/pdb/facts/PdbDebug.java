package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.DebugSource;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;

/**
 * Makes facts of the modules, lines and inlined functions of a program database. The database is a
 * file of its own: no debug bytes lie in the image.
 */
public final class PdbDebug implements DebugSource {
  private static final DebugFile ITSELF = new DebugFile("", "");

  private final PdbProgram program;

  private PdbDebug(PdbProgram program) {
    this.program = program;
  }

  /**
   * What the program database of an image says; nothing is read yet.
   *
   * @param code where the code of the image is
   * @param name what the database is called
   */
  public static DebugInformation of(Pdb pdb, PeFile pe, CodeAddresses code, String name) {
    PdbProgram program = new PdbProgram(pdb, pe.imageBase(), code);
    DebugFile file = new DebugFile(name, pdb.guid() + " age " + pdb.age());
    return DebugInformation.of(new PdbDebug(program), List.of(ITSELF, file));
  }

  @Override
  public UnitTable units(Diagnostics diagnostics) {
    return new PdbUnitFacts(program).read();
  }

  @Override
  public LineTable lines(Diagnostics diagnostics) {
    return new PdbLineFacts(program, diagnostics).read();
  }

  @Override
  public InlineTable inlines(Diagnostics diagnostics) {
    return new PdbInlineFacts(program, diagnostics).read();
  }

  @Override
  public DebugBytes bytes(Diagnostics diagnostics) {
    return new DebugBytes.Builder().build();
  }
}
