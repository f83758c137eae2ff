package dev.weighbridge.shipped;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.StreamFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file is compressed to travel: the compressed file is there, or it is made when somebody
 * asks what bytes cost in it. Immutable.
 */
public final class Shipping {
  private static final Pattern FORM = Pattern.compile("(gzip|xz)(?::([0-9]))?");
  private static final int BEST_GZIP = 9;
  private static final int USUAL_XZ = 6;

  private final String name;
  private final String place;
  private final StreamFormat format;
  private final int level;
  private final @Nullable Bytes ready;

  private Shipping(
      String name, String place, StreamFormat format, int level, @Nullable Bytes ready) {
    this.name = name;
    this.place = place;
    this.format = format;
    this.level = level;
    this.ready = ready;
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
    return new Shipping(name, name, format, level, null);
  }

  /**
   * As a compressed file that is there. Whether it restores the weighed file is seen when it is
   * asked what bytes cost in it.
   *
   * @throws IOException if it cannot be read
   * @throws UnsupportedBinaryException if it is not of a format that is known
   */
  public static Shipping as(Path compressed) throws IOException {
    Bytes stream = FileMapper.open(compressed);
    StreamFormat format =
        StreamFormat.of(stream)
            .or(() -> brotli(compressed, stream))
            .orElseThrow(
                () ->
                    new UnsupportedBinaryException(
                        compressed.toString(),
                        -1,
                        "a file compressed by gzip, zstd or xz, or a .br",
                        stream.length() == 0 ? "an empty file" : "another file"));
    Path name = Objects.requireNonNullElse(compressed.getFileName(), compressed);
    return new Shipping(name.toString(), compressed.toString(), format, -1, stream);
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

  /** The path of the compressed file, or how it is made, for errors. */
  String place() {
    return place;
  }

  /** The word for how it is compressed: {@code gzip}. */
  public String format() {
    return format.key();
  }

  /** Whether the compressed file is there, not made here. */
  public boolean isReady() {
    return ready != null;
  }

  StreamFormat streamFormat() {
    return format;
  }

  /** The compressed file. */
  Bytes stream(Bytes file) {
    return ready == null ? Compressor.compress(file, format, level) : ready;
  }
}
