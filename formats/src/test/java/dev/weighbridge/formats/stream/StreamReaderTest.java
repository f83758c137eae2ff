package dev.weighbridge.formats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs against what instrumented decoders counted, and streams that are wrong. */
class StreamReaderTest {
  private static final String FOLDER = "streams/";

  /** What a range of the restored file costs; places are -1 for the frame. */
  private record Truth(long start, long end, double bytes, String what) {}

  @ParameterizedTest
  @CsvSource({
    "app.gz, 84296",
    "app-members.gz, 84296",
    "app.zst, 84296",
    "app-frames.zst, 84296",
    "app.br, 84296",
    "app.xz, 84296",
    "app-blocks.xz, 84296",
    "app-bcj.xz, 84296",
    "fixed.gz, 8000",
    "flushed.gz, 12000",
    "empty.gz, 0",
  })
  void tellsWhatEachRangeCosts(String name, int size) throws IOException {
    Bytes weighed = Bytes.of(Arrays.copyOf(app(), size));
    List<Truth> truth = truth(name);
    assertThat(truth).isNotEmpty();
    TreeSet<Long> places = new TreeSet<>(List.of(0L, (long) size));
    for (Truth range : truth) {
      if (range.start >= 0) {
        places.addAll(List.of(range.start, range.end));
      }
    }
    long[] borders = places.stream().mapToLong(Long::longValue).toArray();
    Bytes stream = stream(name);
    StreamFormat format = format(name);

    StreamCosts costs = StreamReader.costs(name, format, stream, weighed, borders);

    for (Truth range : truth) {
      double bits =
          range.start < 0
              ? costs.frameBits()
              : costs.bitsBefore(Arrays.binarySearch(borders, range.end))
                  - costs.bitsBefore(Arrays.binarySearch(borders, range.start));
      assertThat(bits / 8).as(range.toString()).isCloseTo(range.bytes, within(0.001));
    }
    double all = costs.bitsBefore(borders.length - 1) + costs.frameBits();
    assertThat(all).isEqualTo(8.0 * stream.length());
    assertThat(costs.streamSize()).isEqualTo(stream.length());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void countsStoredBytesWithTheirHeaders(int level) throws IOException {
    byte[] noise = new byte[100_000];
    new Random(level).nextBytes(noise);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(level);
          }
        }) {
      gzip.write(noise);
    }
    Bytes stream = Bytes.of(out.toByteArray());
    StreamCosts costs =
        StreamReader.costs("a.gz", StreamFormat.GZIP, stream, Bytes.of(noise), new long[] {50_000});
    assertThat(costs.bitsBefore(0) / 8).isCloseTo(50_000, within(50.0));
    assertThat(costs.frameBits() / 8).isBetween(18.0, 20.0);
  }

  /** Words of the dictionary in many forms; a form that is wrong restores another text. */
  @Test
  void knowsTheWordsOfBrotli() {
    byte[] words = Fixtures.array(FOLDER + "words.txt");
    Bytes stream = Bytes.of(Fixtures.array(FOLDER + "words.br"));
    long[] borders = {words.length};
    StreamCosts costs =
        StreamReader.costs("words.br", StreamFormat.BROTLI, stream, Bytes.of(words), borders);
    assertThat(costs.bitsBefore(0)).isEqualTo(8.0 * stream.length());
    assertThat(costs.format()).isEqualTo(StreamFormat.BROTLI);
  }

  @Test
  void refusesAStreamOfAnotherFile() throws IOException {
    byte[] other = app();
    other[1_000] ^= 1;
    assertThatThrownBy(() -> read(stream("app.gz"), other))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("the 84296 bytes of the weighed file")
        .hasMessageMatching(".* found 0x[0-9a-f]{2} instead of 0x[0-9a-f]{2} at 0x3E8 of them");
    assertThatThrownBy(() -> read(stream("app.zst"), Arrays.copyOf(app(), 80_000)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("found more");
    assertThatThrownBy(() -> read(stream("app.gz"), Arrays.copyOf(app(), 90_000)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("found the end after 84296");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app.gz", "app-members.gz", "app.zst", "app-frames.zst", "app-bcj.xz", "app.br"})
  void refusesAStreamThatIsCut(String name) throws IOException {
    byte[] whole = stream(name).toArray(0, stream(name).length());
    byte[] app = app();
    for (int size = 3; size < whole.length; size += Math.max(1, Math.min(9_970, size / 3))) {
      Bytes cut = Bytes.of(Arrays.copyOf(whole, size));
      StreamFormat format = format(name);
      if (!name.equals("app-members.gz") || size < whole.length - 4) {
        assertThatThrownBy(
                () -> StreamReader.costs(name, format, cut, Bytes.of(app), new long[] {9}))
            .isInstanceOf(BinaryException.class);
      }
    }
  }

  /** Whatever is wrong with it, a stream costs what it says or is refused. */
  @ParameterizedTest
  @ValueSource(strings = {"flushed.gz", "app-frames.zst", "app-blocks.xz", "app.br"})
  void refusesDamage(String name) throws IOException {
    byte[] whole = stream(name).toArray(0, stream(name).length());
    byte[] app = Arrays.copyOf(app(), name.equals("flushed.gz") ? 12_000 : 84_296);
    StreamFormat format = format(name);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        StreamCosts costs =
            StreamReader.costs(
                name, format, Bytes.of(damaged), Bytes.of(app), new long[] {app.length});
        assertThat(costs.bitsBefore(0) + costs.frameBits()).isEqualTo(8.0 * whole.length);
      } catch (BinaryException e) {
        assertThat(e).hasMessageStartingWith(name);
      }
    }
  }

  @Test
  void refusesWrongChecksums() throws IOException {
    byte[] gzip = stream("app.gz").toArray(0, stream("app.gz").length());
    gzip[gzip.length - 8] ^= 1;
    assertMalformed(gzip, "a checksum or size of other data");
    byte[] zstd = stream("app.zst").toArray(0, stream("app.zst").length());
    zstd[zstd.length - 1] ^= 1;
    assertMalformed(zstd, "a checksum of other data");
  }

  private static void assertMalformed(byte[] stream, String found) {
    assertThatThrownBy(() -> read(Bytes.of(stream), app()))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("found " + found);
  }

  @Test
  void knowsFormatsByTheirFirstBytes() throws IOException {
    assertThat(StreamFormat.of(stream("app.gz"))).contains(StreamFormat.GZIP);
    assertThat(StreamFormat.of(stream("app.zst"))).contains(StreamFormat.ZSTD);
    assertThat(StreamFormat.of(stream("app.xz"))).contains(StreamFormat.XZ);
    assertThat(StreamFormat.of(Bytes.of(new byte[0]))).isEmpty();
    assertThat(StreamFormat.of(Bytes.of(app()))).isEmpty();
  }

  private static StreamCosts read(Bytes stream, byte[] weighed) {
    StreamFormat format = StreamFormat.of(stream).orElseThrow();
    return StreamReader.costs("app.x", format, stream, Bytes.of(weighed), new long[0]);
  }

  /** The file that the streams were made of, as the JDK restores it. */
  private static byte[] app() throws IOException {
    byte[] stream = Fixtures.array(FOLDER + "app.gz");
    return new GZIPInputStream(new ByteArrayInputStream(stream)).readAllBytes();
  }

  private static StreamFormat format(String name) {
    return StreamFormat.named(name).orElseThrow();
  }

  private static Bytes stream(String name) throws IOException {
    return Bytes.of(Fixtures.array(FOLDER + name));
  }

  private static List<Truth> truth(String name) throws IOException {
    String all = new String(Fixtures.array(FOLDER + "costs.txt"), StandardCharsets.UTF_8);
    return all.lines()
        .map(line -> line.split(" ", -1))
        .filter(fields -> fields[0].equals(name))
        .map(
            fields ->
                new Truth(
                    place(fields[1]), place(fields[2]), Double.parseDouble(fields[3]), fields[4]))
        .toList();
  }

  private static long place(String text) {
    return text.equals("-") ? -1 : Long.parseLong(text);
  }
}
