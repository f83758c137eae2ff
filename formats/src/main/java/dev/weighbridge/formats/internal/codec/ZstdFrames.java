package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.zip.DataFormatException;

/** Frames of Zstandard that follow each other: RFC 8878. */
public final class ZstdFrames {
  private static final int SMALLEST = 8;
  private static final int RUN_LENGTH = 1;

  private ZstdFrames() {}

  /**
   * Where they end, by the headers of their blocks, without restoring any: at the end of the data,
   * or where something begins that is no frame.
   *
   * @param name what errors call it
   * @throws MalformedBinaryException if the data end within a frame
   */
  public static long end(String name, Bytes payload) {
    ZstdInput input = new ZstdInput(payload);
    try {
      while (begins(payload, input.position())) {
        ZstdFrameHeader header = ZstdFrameHeader.read(input);
        if (header != null) {
          passBlocks(input);
          input.skip(header.hasChecksum() ? 4 : 0);
        }
      }
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(
          name, input.position(), "zstd data", String.valueOf(e.getMessage()));
    }
    return input.position();
  }

  private static boolean begins(Bytes payload, long place) {
    if (!payload.contains(place, SMALLEST)) {
      return false;
    }
    boolean isSkippable = (payload.u8(place) & 0xF0) == 0x50 && payload.u8(place + 1) == 0x2A;
    boolean isFrame = payload.u8(place) == 0x28 && payload.u8(place + 1) == 0xB5;
    return (isSkippable && payload.u8(place + 2) == 0x4D && payload.u8(place + 3) == 0x18)
        || (isFrame && payload.u8(place + 2) == 0x2F && payload.u8(place + 3) == 0xFD);
  }

  private static void passBlocks(ZstdInput input) throws DataFormatException {
    int header = 0;
    while ((header & 1) == 0) {
      header = (int) input.number(3);
      boolean isRun = (header >>> 1 & 3) == RUN_LENGTH;
      input.skip(isRun ? 1 : header >>> 3);
    }
  }
}
