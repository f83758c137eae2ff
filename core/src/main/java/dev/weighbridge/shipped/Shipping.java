package dev.weighbridge.shipped;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.StreamCosts;
import dev.weighbridge.formats.stream.StreamFormat;
import dev.weighbridge.formats.stream.StreamReader;
import dev.weighbridge.formats.upx.UpxFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file is compressed to travel: the compressed file is there, or it is made when somebody
 * asks what bytes cost in it. Immutable.
 */
public final class Shipping {
  private static final Pattern FORM = Pattern.compile("(gzip|xz)(?::([0-9]))?");
  private static final int BEST_GZIP = 9;
  private static final int USUAL_XZ = 6;
  private static final String UPX = "upx";

  private final String name;
  private final String format;
  private final boolean isReady;
  private final Way way;
  private final OptionalLong packedSize;

  private Shipping(String name, String format, boolean isReady, Way way) {
    this(name, format, isReady, OptionalLong.empty(), way);
  }

  private Shipping(String name, String format, boolean isReady, OptionalLong packedSize, Way way) {
    this.name = name;
    this.packedSize = packedSize;
    this.format = format;
    this.isReady = isReady;
    this.way = way;
  }

  /** Finds what bytes cost. */
  private interface Way {
    /**
     * What the bytes of a file cost.
     *
     * @param borders ascending places in the file between which costs are told
     */
    PlaceCosts costs(Bytes file, long[] borders);
  }

  /**
   * Compressed here, in memory, as a whole.
   *
   * @param words {@code gzip} or {@code xz}, and perhaps a level behind a colon: {@code gzip:9}. 1
   *     to 9 for gzip, and 9 if there is none, as {@link java.util.zip.Deflater} has them; 0 to 9
   *     for xz, and 6 if there is none
   * @throws IllegalArgumentException if it is no such text
   */
  public static Shipping compressed(String words) {
    Objects.requireNonNull(words, "words");
    Matcher matcher = FORM.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected gzip, gzip:1 to gzip:9, xz, or xz:0 to xz:9, found '" + words + "'");
    }
    boolean isGzip = matcher.group(1).equals(StreamFormat.GZIP.key());
    int usual = isGzip ? BEST_GZIP : USUAL_XZ;
    int level = matcher.group(2) == null ? usual : Integer.parseInt(matcher.group(2));
    if (isGzip && level == 0) {
      throw new IllegalArgumentException("expected gzip:1 to gzip:9, found '" + words + "'");
    }
    StreamFormat format = isGzip ? StreamFormat.GZIP : StreamFormat.XZ;
    String name = format.key() + " at level " + level;
    return new Shipping(
        name,
        format.key(),
        false,
        (file, borders) -> {
          Bytes stream = Compressor.compress(file, format, level);
          return streamed(name, format, stream, file, borders);
        });
  }

  /** As it is, without being compressed: each byte costs itself. */
  public static Shipping asItIs() {
    return new Shipping(
        "as it is",
        "none",
        false,
        (file, borders) -> new PlaceCosts(file.length(), borders.clone(), Map.of()));
  }

  /**
   * As a compressed file that is there. Whether it restores the weighed file is seen when it is
   * asked what bytes cost in it.
   *
   * @throws IOException if it cannot be read
   * @throws UnsupportedBinaryException if it is not of a format that is known
   */
  public static Shipping as(Path compressed) throws IOException {
    Objects.requireNonNull(compressed, "compressed");
    Bytes stream = FileMapper.open(compressed);
    Path last = Objects.requireNonNullElse(compressed.getFileName(), compressed);
    String name = last.toString();
    String place = compressed.toString();
    Optional<StreamFormat> known = StreamFormat.of(stream).or(() -> brotli(compressed, stream));
    if (known.isEmpty()) {
      return UpxFile.of(stream)
          .map(
              packed ->
                  new Shipping(
                      name, UPX, true, (file, borders) -> packed(place, packed, file, borders)))
          .orElseThrow(() -> unknown(place, stream));
    }
    StreamFormat format = known.get();
    return new Shipping(
        name,
        format.key(),
        true,
        (file, borders) -> streamed(place, format, stream, file, borders));
  }

  private static UnsupportedBinaryException unknown(String place, Bytes stream) {
    return new UnsupportedBinaryException(
        place,
        -1,
        "a file compressed by gzip, zstd or xz, a .br, or a program packed by UPX",
        stream.length() == 0 ? "an empty file" : "another file");
  }

  private static PlaceCosts streamed(
      String place, StreamFormat format, Bytes stream, Bytes file, long[] borders) {
    StreamCosts costs = StreamReader.costs(place, format, stream, file, borders);
    return PlaceCosts.of(costs, borders.length);
  }

  /**
   * As the program packed by UPX that the file was unpacked from: all of that travels, with its
   * stub and its headers.
   *
   * @param name of the packed file
   * @param packed all of it
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be unpacked
   */
  public static Shipping unpackedFrom(String name, Bytes packed) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(packed, "packed");
    UpxFile upx = UpxFile.of(packed).orElseThrow(() -> unknown(name, packed));
    OptionalLong size = OptionalLong.of(packed.length());
    return new Shipping(name, UPX, true, size, (file, borders) -> PackedCosts.costs(upx, borders));
  }

  private static PlaceCosts packed(String place, UpxFile packed, Bytes file, long[] borders) {
    PackedCosts.requireSame(place, packed.unpack(), file);
    return PackedCosts.costs(packed, borders);
  }

  /** Brotli has no mark of its own, so the name must tell. */
  private static Optional<StreamFormat> brotli(Path compressed, Bytes stream) {
    return StreamFormat.named(compressed.toString())
        .filter(format -> format == StreamFormat.BROTLI && stream.length() > 0);
  }

  /** The name of the compressed file, or how it is made, for people: {@code gzip at level 9}. */
  public String name() {
    return name;
  }

  /** The word for how it is compressed: {@code gzip}. */
  public String format() {
    return format;
  }

  /** Whether the compressed file is there, not made here. */
  public boolean isReady() {
    return isReady;
  }

  /** Bytes of the packed program that the file was unpacked from; empty if it was not. */
  public OptionalLong packedSize() {
    return packedSize;
  }

  /** What the bytes of a file cost between some places in it. */
  PlaceCosts costs(Bytes file, long[] borders) {
    return way.costs(file, borders);
  }

  @Override
  public String toString() {
    return name;
  }
}
