package dev.weighbridge.attribution;

/**
 * Where the addresses of an image lie.
 *
 * <p>A <em>place</em> is a file offset, or, for memory that has no bytes in the file, a position
 * behind the end of the file where all such memory is laid end to end.
 */
public final class AddressMap {
  private final Ranges bySection;
  private final Ranges bySegment;
  private final Ranges addresses;

  private AddressMap(Builder builder) {
    bySection = builder.sections.freeze();
    bySegment = builder.segments.freeze();
    addresses = builder.addresses.freeze();
  }

  /** The place of an address, or -1 if nothing is loaded there. */
  public long place(long address) {
    long place = bySection.map(address);
    return place >= 0 ? place : bySegment.map(address);
  }

  /** The address of a place, or -1 if it is not loaded. */
  public long address(long place) {
    return addresses.map(place);
  }

  @Override
  public String toString() {
    return addresses.count() + " ranges of addresses";
  }

  /**
   * A map while its ranges are found; those without bytes are none. For those who make
   * attributions; everybody else opens a model.
   */
  public static final class Builder {
    private final Ranges.Builder sections = new Ranges.Builder();
    private final Ranges.Builder segments = new Ranges.Builder();
    private final Ranges.Builder addresses = new Ranges.Builder();

    /** No ranges yet. */
    public Builder() {}

    /** Addresses of a section, which count before those of segments. */
    public void section(long address, long length, long place) {
      sections.add(address, length, place);
    }

    /** Addresses of a segment. */
    public void segment(long address, long length, long place) {
      segments.add(address, length, place);
    }

    /** Places with the addresses they are loaded at. */
    public void address(long place, long length, long address) {
      addresses.add(place, length, address);
    }

    /** The map. Nothing may be added afterwards. */
    public AddressMap build() {
      return new AddressMap(this);
    }
  }
}
