package dev.weighbridge.report.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Against the reader and the writer of the JDK. */
class DeflateTest {
  private static byte[] inflated(byte[] packed, int size) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[size + 1];
      int count = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(bytes, count, bytes.length - count);
        assertThat(more > 0 || inflater.finished()).as("ends in the middle").isTrue();
        count += more;
      }
      assertThat(inflater.getRemaining()).isZero();
      return Arrays.copyOf(bytes, count);
    } finally {
      inflater.end();
    }
  }

  private static List<byte[]> inputs() {
    Random random = new Random(7);
    List<byte[]> inputs = new ArrayList<>();
    for (int size : new int[] {0, 1, 2, 3, 4, 5, 257, 258, 259, 70_000, 300_000}) {
      byte[] noise = new byte[size];
      random.nextBytes(noise);
      inputs.add(noise);
      inputs.add(new byte[size]);
      byte[] few = new byte[size];
      byte[] skewed = new byte[size];
      for (int i = 0; i < size; i++) {
        few[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : i / 7);
        // Frequencies that double make the deepest tree.
        skewed[i] = (byte) Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30);
      }
      inputs.add(few);
      inputs.add(skewed);
    }
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      names.append("core::ptr::drop_in_place::<alloc::vec::Vec<").append(random.nextInt(900));
      names.append(">>\n");
    }
    inputs.add(names.toString().getBytes(StandardCharsets.UTF_8));
    return inputs;
  }

  @Test
  void anyReaderGetsTheBytesBack() throws DataFormatException {
    for (byte[] input : inputs()) {
      assertThat(inflated(Deflate.of(input), input.length)).isEqualTo(input);
    }
  }

  @Test
  void isAsSmallAsThatOfTheJdkOrNearly() {
    for (byte[] input : inputs()) {
      Deflater deflater = new Deflater(6, true);
      deflater.setInput(input);
      deflater.finish();
      int size = deflater.deflate(new byte[input.length + input.length / 10 + 64]);
      deflater.end();
      assertThat(Deflate.of(input).length).isLessThanOrEqualTo(size + size / 20 + 40);
    }
  }
}
