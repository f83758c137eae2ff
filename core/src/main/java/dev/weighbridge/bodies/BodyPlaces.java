package dev.weighbridge.bodies;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.isa.InstructionCursor;

/**
 * Where the instructions of a body lead: inside it by how far it is from its start, so that code
 * which jumps about in itself is equal to other such code, and elsewhere by the address.
 */
final class BodyPlaces {
  private static final long[] NONE = {};

  private final Partition partition;
  private final AddressMap map;
  private final boolean isRelocatable;

  /** Where the spans of the body start and end in the file; none if there is but one. */
  private long[] starts = NONE;

  private long[] ends = NONE;
  private long first;
  private long length;

  /** What makes an address that the cursor tells one that is the same for all bodies. */
  private long shift;

  BodyPlaces(Partition partition, AddressMap map, boolean isRelocatable) {
    this.partition = partition;
    this.map = map;
    this.isRelocatable = isRelocatable;
  }

  /** Begins with a body. */
  void start(BodySpans spans, int body) {
    int count = spans.spanCount(body);
    int span = spans.span(body, 0);
    first = address(partition.start(span));
    length = partition.fileSize(span);
    starts = count == 1 ? NONE : new long[count];
    ends = count == 1 ? NONE : new long[count];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = partition.start(spans.span(body, i));
      ends[i] = partition.end(spans.span(body, i));
    }
  }

  /** Sections of a relocatable file have no addresses of their own: there places count. */
  private long address(long place) {
    return isRelocatable ? place : map.address(place);
  }

  /** Begins with a piece of the body. */
  void read(long place) {
    shift = address(place) - map.address(place);
  }

  /**
   * Whether an instruction tells all that its fingerprint leaves out. In a relocatable file only
   * how far branches go is known before it is linked.
   */
  boolean areTold(InstructionCursor reader) {
    return reader.hasTarget() || (!isRelocatable && (reader.isReferenceSure() || reader.hasPage()));
  }

  /** A hash of where an instruction leads that tells it. */
  long of(InstructionCursor reader) {
    if (reader.hasTarget()) {
      return hash(reader.target() + shift);
    }
    long found = reader.isReferenceSure() ? hash(reader.reference()) : reader.page();
    return reader.hasOther() ? HashMixer.mix(found, reader.other()) : found;
  }

  private long hash(long address) {
    if (Long.compareUnsigned(address - first, length) < 0) {
      return HashMixer.mix(1, address - first);
    }
    if (starts.length > 0) {
      long place = isRelocatable ? address : map.place(address);
      int span = Order.lastAtOrBefore(starts, place);
      if (place >= 0 && span >= 0 && place < ends[span]) {
        return HashMixer.mix(span + 1L, place - starts[span]);
      }
    }
    return HashMixer.mix(0, address);
  }
}
