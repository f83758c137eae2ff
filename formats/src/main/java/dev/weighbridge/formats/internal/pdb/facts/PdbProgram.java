package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.STREAM_IPI;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.STREAM_TPI;

import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.internal.pdb.PdbAddresses;
import dev.weighbridge.formats.internal.pdb.PdbContributions;
import dev.weighbridge.formats.internal.pdb.PdbModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program database beside the image it belongs to: its modules, and what places in it are as
 * addresses of the image. May be used by several threads.
 */
final class PdbProgram {
  private final Pdb pdb;
  private final PdbAddresses places;
  private final long imageBase;
  private final CodeAddresses code;
  private @Nullable PdbItems items;

  PdbProgram(Pdb pdb, long imageBase, CodeAddresses code) {
    this.pdb = pdb;
    this.places = pdb.addresses();
    this.imageBase = imageBase;
    this.code = code;
  }

  /** The objects in the order of the file; each is a unit. */
  List<PdbModule> modules() {
    return pdb.modules();
  }

  /** What each module contributed. */
  PdbContributions contributions() {
    return pdb.contributions();
  }

  /** The symbols and lines of a module; empty if it has none. */
  PdbModuleStream open(PdbModule module) {
    return PdbModuleStream.of(pdb.streams(), module);
  }

  /** The texts that names of files lie in. */
  PdbTexts texts() {
    return PdbTexts.of(pdb.streams().stream(pdb.info().namesStream()));
  }

  /** The functions and commands that numbers stand for; found once. */
  synchronized PdbItems items() {
    if (items == null) {
      items =
          new PdbItems(
              PdbRecords.of(pdb.streams().stream(STREAM_IPI)),
              PdbRecords.of(pdb.streams().stream(STREAM_TPI)));
    }
    return items;
  }

  /** Where the code of the image is. */
  CodeAddresses code() {
    return code;
  }

  /** Whether the image was rearranged after linking, so that code lies otherwise than is told. */
  boolean isRearranged() {
    return places.isMapped();
  }

  /** The address of a place, -1 if no code of the image lies there. */
  long address(int section, long offset) {
    long rva = places.rva(section, offset);
    long address = imageBase + rva;
    return rva >= 0 && code.isCode(address) ? address : -1;
  }
}
