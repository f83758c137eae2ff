package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.LoadCommand.Range;
import dev.weighbridge.formats.macho.headers.LoadCommand.Rows;
import dev.weighbridge.formats.macho.headers.MachOConstants;

/**
 * States the tables behind the segments as wholes, by what load commands say of them; what is known
 * of their rows lies inside and is stated elsewhere.
 */
final class MachOLinkEdit {
  private final MachOFile macho;
  private final ImageBuilder image;

  MachOLinkEdit(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    for (LoadCommand command : macho.loadCommands()) {
      if (command instanceof LoadCommand.Symtab symtab) {
        int stride = macho.symbolTable().entrySize();
        rows("symbol table", Kind.NAMES, symtab.symbolOffset(), symtab.symbolCount(), stride);
        rows("symbol names", Kind.NAMES, symtab.stringOffset(), symtab.stringSize(), 1);
      } else if (command instanceof LoadCommand.Dysymtab dysymtab) {
        dysymtab(dysymtab);
      } else if (command instanceof LoadCommand.DyldInfo info) {
        range("rebase opcodes", Kind.RELOCATIONS, info.rebase());
        range("bind opcodes", Kind.LINKING, info.bind());
        range("weak bind opcodes", Kind.LINKING, info.weakBind());
        range("lazy bind opcodes", Kind.LINKING, info.lazyBind());
        range("export trie", Kind.LINKING, info.export());
      } else if (command instanceof LoadCommand.LinkEditData data) {
        range(label(data), kind(data), new Range(data.offset(), data.size()));
      } else if (command instanceof LoadCommand.TwoLevelHints hints) {
        rows("two-level hints", Kind.LINKING, hints.offset(), hints.count(), 4);
      } else if (command instanceof LoadCommand.Note note) {
        range("note", Kind.HEADERS, new Range(note.offset(), note.size()));
      }
    }
  }

  private void dysymtab(LoadCommand.Dysymtab dysymtab) {
    boolean is64Bit = macho.header().is64Bit();
    rows("table of contents", Kind.LINKING, dysymtab.contents(), 8);
    rows("module table", Kind.LINKING, dysymtab.modules(), is64Bit ? 56 : 52);
    rows("references", Kind.LINKING, dysymtab.references(), 4);
    rows("indirect symbols", Kind.LINKING, dysymtab.indirect(), 4);
    rows("external relocations", Kind.RELOCATIONS, dysymtab.externalRelocations(), 8);
    rows("local relocations", Kind.RELOCATIONS, dysymtab.localRelocations(), 8);
  }

  private void rows(String label, Kind kind, Rows rows, int stride) {
    rows(label, kind, rows.start(), rows.count(), stride);
  }

  private void rows(String label, Kind kind, long start, long count, int stride) {
    range(label, kind, new Range(start, count * stride));
  }

  /** Reading the table has already complained if it does not fit the file. */
  private void range(String label, Kind kind, Range range) {
    long room = macho.bytes().length() - range.offset();
    if (room > 0 && range.size() > 0) {
      image.structure(label, kind, range.offset(), Math.min(range.size(), room));
    }
  }

  private static String label(LoadCommand.LinkEditData data) {
    return switch (data.command()) {
      case MachOConstants.LC_CODE_SIGNATURE -> "code signature";
      case MachOConstants.LC_SEGMENT_SPLIT_INFO -> "segment split info";
      case MachOConstants.LC_FUNCTION_STARTS -> "function starts";
      case MachOConstants.LC_DATA_IN_CODE -> "data in code";
      case MachOConstants.LC_DYLIB_CODE_SIGN_DRS -> "designated requirements";
      case MachOConstants.LC_LINKER_OPTIMIZATION_HINT -> "linker optimization hints";
      case MachOConstants.LC_DYLD_EXPORTS_TRIE -> "export trie";
      case MachOConstants.LC_DYLD_CHAINED_FIXUPS -> "chained fixups";
      case MachOConstants.LC_ATOM_INFO -> "atom info";
      case MachOConstants.LC_FUNCTION_VARIANTS -> "function variants";
      case MachOConstants.LC_FUNCTION_VARIANT_FIXUPS -> "function variant fixups";
      default -> "link-edit data";
    };
  }

  private static Kind kind(LoadCommand.LinkEditData data) {
    return switch (data.command()) {
      case MachOConstants.LC_CODE_SIGNATURE, MachOConstants.LC_DYLIB_CODE_SIGN_DRS ->
          Kind.SIGNATURE;
      case MachOConstants.LC_DYLD_CHAINED_FIXUPS,
          MachOConstants.LC_SEGMENT_SPLIT_INFO,
          MachOConstants.LC_FUNCTION_VARIANT_FIXUPS ->
          Kind.RELOCATIONS;
      default -> Kind.LINKING;
    };
  }
}
