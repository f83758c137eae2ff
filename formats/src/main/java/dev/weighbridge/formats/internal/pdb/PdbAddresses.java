package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_OMAP_FROM_SRC;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_SECTION_HEADERS;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_SECTION_HEADERS_ORIGINAL;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.NO_STREAM;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Where sections and offsets of a program database lie in the image.
 *
 * <p>If the image was rearranged after linking, the database still speaks of the sections before
 * that, and a map leads from those addresses to the final ones ({@code OMAP_FROM_SRC}).
 */
public final class PdbAddresses {
  private static final int SECTION_HEADER = 40;
  private static final int MAP_ENTRY = 8;

  private final Bytes headers;
  private final Bytes map;

  /**
   * Of these section headers.
   *
   * @param map pairs of addresses before and after, in order; empty if nothing was rearranged
   */
  PdbAddresses(Bytes headers, Bytes map) {
    this.headers = headers;
    this.map = map;
  }

  static PdbAddresses of(PdbStreams streams, PdbDbi dbi) {
    Bytes map = debugStream(streams, dbi, DEBUG_OMAP_FROM_SRC);
    Bytes original = debugStream(streams, dbi, DEBUG_SECTION_HEADERS_ORIGINAL);
    boolean isMapped = map.length() >= MAP_ENTRY && original.length() > 0;
    Bytes headers = isMapped ? original : debugStream(streams, dbi, DEBUG_SECTION_HEADERS);
    return new PdbAddresses(headers, isMapped ? map : headers.slice(0, 0));
  }

  private static Bytes debugStream(PdbStreams streams, PdbDbi dbi, int row) {
    int stream = dbi.debugStream(row);
    return streams.stream(stream == NO_STREAM ? -1 : stream);
  }

  /** Whether the image was rearranged after linking. */
  public boolean isMapped() {
    return map.length() >= MAP_ENTRY;
  }

  /** How many sections there are. */
  int sectionCount() {
    return (int) (headers.length() / SECTION_HEADER);
  }

  /** Address relative to the image base, or -1 if there is no such place in the image. */
  public long rva(int section, long offset) {
    if (section < 1 || section > sectionCount()) {
      return -1;
    }
    long header = (section - 1L) * SECTION_HEADER;
    return mapped(headers.u32(header + 12) + offset);
  }

  private long mapped(long source) {
    long low = 0;
    long high = map.length() / MAP_ENTRY - 1;
    if (high < 0) {
      return source;
    }
    while (low <= high) {
      long middle = (low + high) >>> 1;
      if (map.u32(middle * MAP_ENTRY) <= source) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (high < 0) {
      return -1;
    }
    long target = map.u32(high * MAP_ENTRY + 4);
    return target == 0 ? -1 : target + (source - map.u32(high * MAP_ENTRY));
  }
}
