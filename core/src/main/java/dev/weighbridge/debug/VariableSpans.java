package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.VariableTable;

/**
 * Which variable of debug information the bytes of a span are of. Where a symbol begins with the
 * variable and states its size, they are those of the symbol, else as many as its type takes; never
 * any of a symbol that begins behind it.
 */
final class VariableSpans {
  private static final int NONE = -1;

  private final Attribution attribution;
  private final Partition partition;
  private final DebugPlaces places;

  VariableSpans(Attribution attribution) {
    this.attribution = attribution;
    partition = attribution.partition();
    places = new DebugPlaces(attribution);
  }

  /** The variable that a whole span is of, a row of the table of its image; -1 if none. */
  int at(int span) {
    int image = partition.image(span);
    if (image < 0 || !places.debug(image).isPresent() || !mayHold(partition.kind(span))) {
      return NONE;
    }
    int owner = partition.owner(span);
    int ofSymbol = ofOwner(owner);
    long address = ofSymbol < 0 ? places.addressOfData(span) : -1;
    return address == -1 ? ofSymbol : byType(image, span, owner, address);
  }

  /**
   * The variable that begins where a symbol of a stated size does, a row of the table of its image;
   * -1 if none.
   */
  int ofOwner(int owner) {
    Owners owners = attribution.owners();
    boolean isSized =
        owner >= 0
            && owners.isSymbol(owner)
            && owners.symbols(owner).memorySize(owners.symbolRow(owner)) > 0;
    if (!isSized) {
      return NONE;
    }
    int image = owners.image(owner);
    long address = places.addressOfDataOwner(image, owner);
    boolean mayBe = address != -1 && places.debug(image).isPresent();
    return mayBe ? places.debug(image).variables().beginningAt(address) : NONE;
  }

  private static boolean mayHold(Kind kind) {
    return kind.isContent() || kind == Kind.PADDING;
  }

  private int byType(int image, int span, int owner, long address) {
    VariableTable variables = places.debug(image).variables();
    AddressMap data = variables.data();
    int range = data.rangeAt(address);
    long size = Math.max(partition.fileSize(span), partition.memorySize(span));
    if (range < 0 || Long.compareUnsigned(address + size, data.end(range)) > 0) {
      return NONE;
    }
    int variable = data.row(range);
    long start = variables.address(variable);
    long place = places.placeOfData(image, start);
    int first = place < 0 ? NONE : partition.spanAt(place);
    // What the linker dropped has an address at which there is something else, or nothing.
    boolean isThere =
        first >= 0
            && partition.section(first) == partition.section(span)
            && mayHold(partition.kind(first));
    return isThere && ofOwner(partition.owner(first)) != variable && !isBehind(image, owner, start)
        ? variable
        : NONE;
  }

  /** Whether an owner is a symbol that begins behind an address. */
  private boolean isBehind(int image, int owner, long address) {
    if (owner < 0 || attribution.owners().isLabel(owner)) {
      return false;
    }
    long start = places.addressOfDataOwner(image, owner);
    return start != -1 && Long.compareUnsigned(start, address) > 0;
  }
}
