package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_FILESET;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.problems.BinaryException;

/**
 * States the files of a set, as a kernel is one with its extensions: their headers, sections and
 * symbols, each with the name of its file. loader.h, {@code fileset_entry_command}.
 *
 * <p>They are no images of their own, because they share segments, and lie in them mixed.
 */
final class MachOFileSet {
  private static final int SMALLEST_SYMBOL = 12;

  private final MachOFile set;
  private final ImageBuilder image;
  private int sections;

  /** Bytes of commands and symbols not yet read: files that are not one in another have no more. */
  private long allowance;

  MachOFileSet(MachOFile set, ImageBuilder image) {
    this.set = set;
    this.image = image;
    sections = set.sections().size();
    allowance = set.bytes().length();
  }

  /** States nothing if the file is no set. */
  void state() {
    if (set.header().fileType() != MH_FILESET) {
      return;
    }
    for (LoadCommand.FilesetEntry entry : set.loadCommands(LoadCommand.FilesetEntry.class)) {
      try {
        state(entry);
      } catch (BinaryException e) {
        warn(entry, "a Mach-O header at " + entry.offset(), e.found());
      }
    }
  }

  private void state(LoadCommand.FilesetEntry entry) {
    MachOFile file = MachOFile.inSet(set.bytes(), entry.offset());
    if (!take(file.header().fileEnd() + file.header().commandsSize())) {
      warn(entry, "a file of its own", "bytes of another");
      return;
    }
    headers(entry, file);
    String suffix = " (" + entry.name() + ")";
    new MachOSections(file, image, suffix).state();
    long symbols =
        file.loadCommand(LoadCommand.Symtab.class).map(LoadCommand.Symtab::symbolCount).orElse(0L);
    if (take(symbols * SMALLEST_SYMBOL)) {
      new MachOSymbols(file, image, sections).state();
    } else {
      warn(entry, "symbols of its own", "those of another file");
    }
    sections += file.sections().size();
    image.diagnostics().addAll(file.diagnostics(), 0);
  }

  private boolean take(long bytes) {
    if (bytes < 0 || bytes > allowance) {
      return false;
    }
    allowance -= bytes;
    return true;
  }

  private void headers(LoadCommand.FilesetEntry entry, MachOFile file) {
    int header = image.rowLabel("file header of " + entry.name());
    int command = image.rowLabel("load commands of " + entry.name());
    state(header, entry.offset(), file.header().fileEnd());
    for (LoadCommand each : file.loadCommands()) {
      state(command, entry.offset() + each.fileStart(), each.fileEnd() - each.fileStart());
    }
  }

  private void state(int label, long start, long size) {
    image.structure(label, Kind.HEADERS, start, size, Subject.NONE, -1);
  }

  private void warn(LoadCommand.FilesetEntry entry, String expected, String found) {
    String where = "macho.load_command[" + entry.prefix().index() + "]";
    image.diagnostics().warn(where, entry.prefix().fileStart(), expected, found);
  }
}
