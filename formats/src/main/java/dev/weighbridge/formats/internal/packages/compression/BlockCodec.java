package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks blocks that are packed one by one, each for itself. */
public enum BlockCodec {
  ZLIB("gzip"),
  XZ("xz"),
  LZ4("lz4"),
  ZSTD("zstd");

  private final String label;

  BlockCodec(String label) {
    this.label = label;
  }

  /** The word for people. */
  public String label() {
    return label;
  }

  /**
   * What a block unpacks to.
   *
   * @param most bytes that it may have
   * @throws MalformedBinaryException if it has more, or cannot be unpacked
   */
  public byte[] unpack(Bytes packed, int most, String structure) throws IOException {
    try {
      return switch (this) {
        case ZLIB -> inflated(packed, most);
        case LZ4 -> lz4(packed, most);
        case XZ -> read(new XzStream(Region.ofFile(packed), structure), most);
        case ZSTD -> read(new ZstdStream(Region.ofFile(packed), structure), most);
      };
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(
          structure, -1, "a block packed by " + label, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] inflated(Bytes packed, int most) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed.toArray(0, packed.length()));
      byte[] array = new byte[most];
      int count = 0;
      while (!inflater.finished()) {
        int read = inflater.inflate(array, count, most - count);
        count += read;
        if (read == 0 && !inflater.finished()) {
          throw tooLarge(most);
        }
      }
      return Arrays.copyOf(array, count);
    } finally {
      inflater.end();
    }
  }

  private static byte[] lz4(Bytes packed, int most) throws DataFormatException {
    Lz4Block block = new Lz4Block(most);
    block.unpack(packed);
    byte[] array = new byte[block.size()];
    block.copy(0, array, 0, array.length);
    return array;
  }

  private static byte[] read(ContentStream stream, int most)
      throws IOException, DataFormatException {
    byte[] array = new byte[most];
    int count = stream.readUpTo(array, 0, most);
    if (count == most && stream.read(new byte[1], 0, 1) > 0) {
      throw tooLarge(most);
    }
    return Arrays.copyOf(array, count);
  }

  private static DataFormatException tooLarge(int most) {
    return new DataFormatException("the end before, or more than " + most + " bytes");
  }
}
