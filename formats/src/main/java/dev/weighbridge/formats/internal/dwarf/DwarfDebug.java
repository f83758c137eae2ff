package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.DebugSource;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.debug.VariableTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.internal.dwarf.bytes.ByteFacts;
import dev.weighbridge.formats.internal.dwarf.functions.InlineFacts;
import dev.weighbridge.formats.internal.dwarf.functions.VariableFacts;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes facts of the DWARF of a program and of the files found beside it. */
public final class DwarfDebug implements DebugSource {
  private static final DebugFile ITSELF = new DebugFile("", "");

  private final DwarfProgram program;

  /**
   * The facts of a program, none of them read yet.
   *
   * @param own what the program itself holds, joined to a supplementary file if it has one
   * @param code where the code of the program is
   * @param splits split units: files {@code .dwo}, packages {@code .dwp}
   */
  public DwarfDebug(Dwarf own, CodeAddresses code, List<Dwarf> splits) {
    this(new DwarfProgram(own, code, splits, false));
  }

  private DwarfDebug(DwarfProgram program) {
    this.program = program;
  }

  /** What the DWARF of an image says, without any file beside it; nothing is read yet. */
  public static DebugInformation ofImage(DwarfSections sections, CodeAddresses code) {
    DwarfDebug source = new DwarfDebug(Dwarf.of(sections), code, List.of());
    return DebugInformation.of(source, List.of(ITSELF));
  }

  /**
   * The same of an object, or of any image in whose debug information addresses are places in the
   * file.
   *
   * @param origin file offset of address 0, counted from the start of the image
   */
  public static DebugInformation ofObject(DwarfSections sections, CodeAddresses code, long origin) {
    DwarfDebug source = new DwarfDebug(Dwarf.of(sections), code, List.of());
    return DebugInformation.ofPlaces(source, List.of(ITSELF), origin);
  }

  /**
   * What the DWARF in a file beside an image says, in which addresses are places in the file of the
   * image.
   *
   * @param dwarf that of the companion
   * @param code where the code of the image itself is
   * @param origin file offset of address 0, counted from the start of the image
   */
  public static DebugInformation ofCompanion(
      Dwarf dwarf, CodeAddresses code, DebugFile companion, long origin) {
    DwarfProgram program = new DwarfProgram(dwarf, code, List.of(), true);
    return DebugInformation.ofPlaces(new DwarfDebug(program), List.of(ITSELF, companion), origin);
  }

  /**
   * What the DWARF of an image says together with files beside it; nothing is read yet.
   *
   * @param dwarf that of the image, or of its companion, joined to a supplementary file if it has
   *     one
   * @param code where the code of the image itself is
   * @param splits split units: files {@code .dwo}, packages {@code .dwp}
   * @param companion the separate debug file that {@code dwarf} lies in; empty for the image itself
   */
  public static DebugInformation of(
      Dwarf dwarf, CodeAddresses code, List<SplitFile> splits, Optional<DebugFile> companion) {
    List<DebugFile> files = new ArrayList<>(List.of(ITSELF));
    companion.ifPresent(files::add);
    List<Dwarf> found = new ArrayList<>();
    for (SplitFile split : splits) {
      files.add(new DebugFile(split.name(), ""));
      found.add(split.dwarf());
    }
    DwarfProgram program = new DwarfProgram(dwarf, code, found, companion.isPresent());
    return DebugInformation.of(new DwarfDebug(program), files);
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
  public VariableTable variables(Diagnostics diagnostics) {
    return new VariableFacts(program, diagnostics).read();
  }

  @Override
  public DebugBytes bytes(Diagnostics diagnostics) {
    return new ByteFacts(program, diagnostics).read();
  }
}
