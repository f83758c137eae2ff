package dev.weighbridge.shipped;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import dev.weighbridge.formats.upx.UpxFile;
import dev.weighbridge.formats.upx.UpxPart;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bytes of a program cost in the packed program that unpacks itself. */
final class PackedCosts {
  private PackedCosts() {}

  /** What bytes cost that are between some places in the unpacked program. */
  static PlaceCosts costs(UpxFile packed, long[] borders) {
    long[] bits = packed.costsBefore(borders);
    long[] upTo = new long[bits.length];
    long ofByte = 8 * CostCurve.BIT;
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] = (bits[i] + ofByte / 2) / ofByte;
    }
    Map<String, Long> outside = new LinkedHashMap<>();
    for (UpxPart part : packed.allParts()) {
      if (!part.isInside()) {
        outside.merge("[" + part.label() + "]", part.end() - part.start(), Long::sum);
      }
    }
    return new PlaceCosts(packed.size(), upTo, outside);
  }

  /**
   * Makes sure of a file that it is what another was packed from.
   *
   * @param place of the packed program, for errors
   */
  static void requireSame(String place, Bytes inside, Bytes file) {
    String expected = "the " + file.length() + " bytes of the weighed file, packed";
    if (inside.length() != file.length()) {
      String found = inside.length() + " bytes packed";
      throw new UnsupportedBinaryException(place, -1, expected, found);
    }
    for (long at = 0; at < file.length(); at++) {
      if (inside.u8(at) != file.u8(at)) {
        String found = "another byte at " + at + " of them";
        throw new UnsupportedBinaryException(place, -1, expected, found);
      }
    }
  }
}
