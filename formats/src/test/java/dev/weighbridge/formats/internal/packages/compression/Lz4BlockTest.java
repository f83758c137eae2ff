package dev.weighbridge.formats.internal.packages.compression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks by lz4_Block_format.md, put together here. */
class Lz4BlockTest {
  /** One literal, which a match at distance 1 repeats. */
  private static byte[] repeated(int value, int size) {
    int more = size - 1 - 4 - 15;
    byte[] block = new byte[4 + more / 255 + 1 + 1];
    block[0] = 0x1F;
    block[1] = (byte) value;
    block[2] = 1;
    Arrays.fill(block, 4, block.length - 2, (byte) 255);
    block[block.length - 2] = (byte) (more % 255);
    // A last sequence without literals, as a block ends with one.
    return block;
  }

  /** Copied anew for each byte of its length, it took half a minute. */
  @Test
  @Timeout(8)
  void oneLongMatchTakesTimeInProportionToItsLength() throws DataFormatException {
    int size = 4 << 20;
    Lz4Block block = new Lz4Block(size);
    block.unpack(Bytes.of(repeated('x', size)));
    byte[] unpacked = new byte[size];
    byte[] expected = new byte[size];
    Arrays.fill(expected, (byte) 'x');
    block.copy(0, unpacked, 0, size);
    assertThat(block.size()).isEqualTo(size);
    assertThat(Arrays.equals(unpacked, expected)).isTrue();
  }

  @Test
  void manySmallBlocksRepeatWhatWasBeforeThem() throws DataFormatException {
    Lz4Block block = new Lz4Block(1 << 10);
    byte[] first = new byte[1000];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) (i * 7);
    }
    block.stored(Bytes.of(first));
    byte[] unpacked = new byte[1000];
    // A match of 1,000 bytes at distance 1,000, no literal before it or behind it.
    byte[] again = {0x0F, (byte) 0xE8, 3, (byte) 255, (byte) 255, (byte) 255, (byte) 216, 0};
    for (int i = 0; i < 500; i++) {
      block.unpack(Bytes.of(again));
      block.copy(0, unpacked, 0, 1000);
      assertThat(block.size()).isEqualTo(1000);
      assertThat(unpacked).isEqualTo(first);
    }
  }
}
