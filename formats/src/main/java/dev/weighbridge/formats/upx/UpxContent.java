package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.List;

/** What is inside of a packed file; how it lies there depends on the executable format. */
interface UpxContent {
  /** What the bytes of the file are, in its order; headers of the format itself are left out. */
  List<UpxPart> parts();

  /** Where what UPX has made ends; behind that lies what somebody has appended. */
  long end();

  /**
   * The program as it was before it was packed, its checksums verified.
   *
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if data are damaged
   */
  Bytes unpack();

  /** What {@link UpxFile#costsBefore} tells. */
  long[] costsBefore(long[] borders);
}
