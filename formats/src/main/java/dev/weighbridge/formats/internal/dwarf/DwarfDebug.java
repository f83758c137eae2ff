package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.DebugSource;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;

/** Makes facts of the DWARF of a program and of the files found beside it. */
public final class DwarfDebug implements DebugSource {
  private final DwarfProgram program;

  /**
   * The facts of a program, none of them read yet.
   *
   * @param own what the program itself holds, joined to a supplementary file if it has one
   * @param code where the code of the program is
   * @param splits split units: files {@code .dwo}, packages {@code .dwp}
   */
  public DwarfDebug(Dwarf own, CodeAddresses code, List<Dwarf> splits) {
    this.program = new DwarfProgram(own, code, splits);
  }

  /** What the DWARF of an image says, without any file beside it; nothing is read yet. */
  public static DebugInformation ofImage(DwarfSections sections, CodeAddresses code) {
    DwarfDebug source = new DwarfDebug(Dwarf.of(sections), code, List.of());
    return DebugInformation.of(source, List.of(new DebugFile("", "")));
  }

  @Override
  public UnitTable units(Diagnostics diagnostics) {
    return new UnitFacts(program, diagnostics).read();
  }

  @Override
  public LineTable lines(Diagnostics diagnostics) {
    return new LineFacts(program, diagnostics).read();
  }

  @Override
  public InlineTable inlines(Diagnostics diagnostics) {
    return new InlineFacts(program, diagnostics).read();
  }

  @Override
  public DebugBytes bytes(Diagnostics diagnostics) {
    return new ByteFacts(program, diagnostics).read();
  }
}
