package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.fixups.FixupPiece;
import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.work.Work;

/** States the pointers that the dynamic linker fills in, and what each byte that says so is for. */
final class MachOFixupFacts {
  /** Fixups have no type numbers. */
  private static final int NO_TYPE = -1;

  private final Fixups fixups;
  private final MachOImports imports;
  private final ImageBuilder image;

  MachOFixupFacts(MachOFile macho, MachOImports imports, ImageBuilder image) {
    this.fixups = macho.fixups();
    this.imports = imports;
    this.image = image;
  }

  void state() {
    for (int row = 0; row < fixups.count(); row++) {
      Work.checkAt(row);
      int imported = fixups.importRow(row);
      int symbol = imported < 0 ? -1 : imports.row(imported);
      image.relocation(fixups.place(row), NO_TYPE, symbol, fixups.target(row));
    }
    int[] labels = labels();
    for (int i = 0; i < fixups.pieceCount(); i++) {
      piece(i, labels[fixups.piece(i).ordinal()]);
    }
  }

  private int[] labels() {
    FixupPiece[] pieces = FixupPiece.values();
    int[] labels = new int[pieces.length];
    for (FixupPiece piece : pieces) {
      labels[piece.ordinal()] = image.label(label(piece));
    }
    return labels;
  }

  private static String label(FixupPiece piece) {
    return switch (piece) {
      case REBASE -> "rebase opcodes";
      case BIND -> "bind opcodes";
      case WEAK_BIND -> "weak bind opcodes";
      case LAZY_BIND -> "lazy bind opcodes";
      case CHAIN_HEADER -> "chained fixups header";
      case PAGE_STARTS -> "chained fixups page starts";
      case IMPORT -> "chained import";
      case IMPORT_NAME -> "chained import name";
    };
  }

  private static Kind kind(FixupPiece piece) {
    return switch (piece) {
      case REBASE, CHAIN_HEADER, PAGE_STARTS -> Kind.RELOCATIONS;
      case BIND, WEAK_BIND, LAZY_BIND, IMPORT, IMPORT_NAME -> Kind.LINKING;
    };
  }

  private void piece(int index, int label) {
    FixupPiece piece = fixups.piece(index);
    long start = fixups.pieceStart(index);
    long size = fixups.pieceEnd(index) - start;
    int imported = fixups.pieceImport(index);
    int fixup = fixups.pieceFixup(index);
    if (imported >= 0) {
      image.structure(label, kind(piece), start, size, Subject.SYMBOL, imports.row(imported));
    } else if (fixup >= 0 && piece == FixupPiece.REBASE) {
      image.structure(label, kind(piece), start, size, Subject.ADDRESS, fixups.place(fixup));
    } else {
      image.structure(label, kind(piece), start, size, Subject.NONE, -1);
    }
  }
}
