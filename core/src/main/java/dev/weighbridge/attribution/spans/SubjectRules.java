package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.claim.PieceFinder;
import dev.weighbridge.attribution.claim.SymbolOwnership;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolTable;

/**
 * Finds the symbol or function that a structure is about, following what the structure says: a
 * symbol row, an address, a file offset.
 *
 * <p>A structure may point at another structure (a relocation at a GOT slot); then it is about what
 * that one is about. One such step is followed, so a circle cannot trap us.
 */
final class SubjectRules {
  private final ImageAttribution image;
  private final ImageOwners owners;
  private final SymbolTable symbols;
  private final StructureTable structures;
  private final PieceFinder ownerFinder;
  private final PieceFinder anonymousFinder;

  SubjectRules(ImageAttribution image, ImageOwners owners) {
    this.image = image;
    this.owners = owners;
    symbols = image.image().symbols();
    structures = image.image().structures();
    ownerFinder = new PieceFinder(image.owners().pieces());
    anonymousFinder = new PieceFinder(image.anonymous().pieces());
  }

  /** The owner id that a structure is about, or -1 if it is about none that owns anything. */
  int subject(int structure) {
    return subject(structure, true);
  }

  private int subject(int structure, boolean mayFollow) {
    Subject how = structures.subject(structure);
    if (how == Subject.NONE) {
      return -1;
    }
    long about = structures.about(structure);
    if (how == Subject.SYMBOL) {
      return about >= 0 && about < symbols.count() ? ofSymbol((int) about, mayFollow) : -1;
    }
    return ofPlace(how == Subject.ADDRESS ? image.places().place(about) : about, mayFollow);
  }

  private int ofSymbol(int row, boolean mayFollow) {
    SymbolOwnership ownership = image.owners().ownership();
    int representative = ownership.representatives()[row];
    boolean isPlaceless = representative >= 0 && ownership.place(representative) < 0;
    if (isPlaceless || (representative >= 0 && ownership.length(representative) > 0)) {
      return owners.symbol(representative);
    }
    return ofPlace(image.places().place(symbols, row), mayFollow);
  }

  private int ofPlace(long place, boolean mayFollow) {
    if (place < 0) {
      return -1;
    }
    int code = ownerFinder.codeAt(place);
    if (code >= 0) {
      return owners.owner(image, code);
    }
    int piece = anonymousFinder.codeAt(place);
    if (piece >= 0) {
      int user = image.anonymous().user(piece);
      return user >= 0 ? owners.owner(image, user) : -1;
    }
    int structure = mayFollow ? image.structureAt(place) : -1;
    return structure >= 0 ? subject(structure, false) : -1;
  }
}
