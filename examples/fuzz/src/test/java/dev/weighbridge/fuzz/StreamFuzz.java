package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.stream.StreamCosts;
import dev.weighbridge.formats.stream.StreamFormat;
import dev.weighbridge.formats.stream.StreamReader;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Compressed files of a program: what its bytes cost there, or why that cannot be told. */
class StreamFuzz {
  private static final byte[] APP = app();

  static Stream<byte[]> seeds() {
    return Stream.of("app.gz", "app-frames.zst", "app-blocks.xz", "app.br", "flushed.gz")
        .map(name -> Fixtures.array("streams/" + name));
  }

  /** The program that the streams restore. */
  private static byte[] app() {
    byte[] stream = Fixtures.array("streams/app.gz");
    try {
      return new GZIPInputStream(new ByteArrayInputStream(stream)).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] stream) {
    StreamFormat format = StreamFormat.of(Bytes.of(stream)).orElse(StreamFormat.BROTLI);
    TimeLimit.run(
        stream,
        () -> {
          read(format, stream, APP);
          read(format, stream, Arrays.copyOf(APP, 12_000));
        });
  }

  @SuppressWarnings("EmptyCatch")
  private static void read(StreamFormat format, byte[] stream, byte[] weighed) {
    try {
      long[] borders = {0, weighed.length / 2, weighed.length};
      StreamCosts costs =
          StreamReader.costs("fuzzed", format, Bytes.of(stream), Bytes.of(weighed), borders);
      double bits = costs.bitsBefore(2) + costs.frameBits();
      if (bits != 8.0 * stream.length || costs.bitsBefore(1) > costs.bitsBefore(2)) {
        throw new AssertionError("costs that do not add up: " + bits);
      }
    } catch (BinaryException expected) {
      // The one way in which a damaged stream may be refused.
    }
  }
}
