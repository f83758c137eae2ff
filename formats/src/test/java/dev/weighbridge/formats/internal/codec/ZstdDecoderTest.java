package dev.weighbridge.formats.internal.codec;

import static dev.weighbridge.formats.internal.codec.CompressedSectionTest.compress;
import static dev.weighbridge.formats.internal.codec.CompressedSectionTest.random;
import static dev.weighbridge.formats.internal.codec.CompressedSectionTest.section;
import static dev.weighbridge.formats.internal.codec.CompressedSectionTest.text;
import static dev.weighbridge.formats.internal.codec.Decompressor.decompress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames written by hand, and what another implementation compressed. */
class ZstdDecoderTest {
  private static final long MAGIC = 0xFD2F_B528L;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 31, 32, 255, 256, 1_000, 65_535, 131_072, 131_073, 1_000_000})
  void restoresWhatAnotherImplementationCompressed(int size) throws IOException {
    byte[] mixed = text(size, size);
    Random random = new Random(size);
    for (int i = 0; i < size / 50; i++) {
      mixed[random.nextInt(size)] = (byte) random.nextInt();
    }
    for (byte[] bytes : new byte[][] {text(size, size), mixed, random(size, size)}) {
      Bytes restored = decompress(section(Codec.ZSTD, compress(Codec.ZSTD, bytes), size));
      assertThat(Arrays.equals(restored.toArray(0, size), bytes)).isTrue();
    }
  }

  @Test
  void readsRawAndRepeatedBlocksOfSeveralFrames() {
    ByteWriter out = new ByteWriter();
    // A frame with a window descriptor, no size, a checksum that is not verified.
    out.u32(MAGIC).u8(0x04, 0x58).number(3 << 3, 3).raw((byte) 'a', (byte) 'b', (byte) 'c');
    out.number(4 << 3 | 1 << 1 | 1, 3).u8('d').u32(0x1234_5678);
    // A frame to be skipped.
    out.u32(0x184D_2A53L).u32(2).u8(9, 9);
    // A single segment whose dictionary number, two bytes, is 0, its size in eight bytes.
    out.u32(MAGIC).u8(0xE2).u16(0).u64(1).number(1 << 3 | 1, 3).u8('e');
    assertThat(decode(out, 8)).isEqualTo("abcdddde");
  }

  /** RFC 8878, 3.1.1.3.1.1: literals of each header form, without sequences. */
  @Test
  void readsLiteralsOfEveryHeader() {
    assertThat(decode(block(new ByteWriter().u8(2 << 3).u8('x', 'y').u8(0)), 2)).isEqualTo("xy");
    assertThat(decode(block(new ByteWriter().u16(2 << 4 | 1 << 2).u8('x', 'y').u8(0)), 2))
        .isEqualTo("xy");
    assertThat(decode(block(new ByteWriter().number(2 << 4 | 3 << 2, 3).u8('x', 'y').u8(0)), 2))
        .isEqualTo("xy");
    assertThat(decode(block(new ByteWriter().u8(3 << 3 | 1).u8('z').u8(0)), 3)).isEqualTo("zzz");
  }

  @Test
  void refusesWhatTheFormatForbids() {
    assertMalformed(new ByteWriter().u32(0x1234), "no magic number of a frame");
    assertMalformed(new ByteWriter().u32(MAGIC).u8(0x28, 5), "a reserved bit in a frame header");
    assertMalformed(new ByteWriter().u32(MAGIC).u8(0x21, 7, 5), "a frame that needs a dictionary");
    assertMalformed(frame().number(3 << 1, 3), "a block of reserved type");
    assertMalformed(frame().number(1 << 21, 3), "a block of 262144 bytes");
    assertMalformed(block(new ByteWriter().u8(3, 0, 0)), "literals without a Huffman table");
    assertMalformed(block(new ByteWriter().u8(31 << 3)), "literals that are cut");
    assertMalformed(block(new ByteWriter().u8(0, 0, 1)), "sequences of another length");
    assertMalformed(block(new ByteWriter().u8(0, 1, 0xFC)), "repeated literal length table");
  }

  @Test
  void refusesMatchesBeforeTheStart() {
    // No literals, one sequence, three RLE tables: literal length 0, offset 4 - 3, match length 3.
    ByteWriter sequences = new ByteWriter().u8(0).u8(1, 0x54).u8(0, 2, 0).u8(0x04);
    assertMalformed(block(sequences), "an offset before the start of the data");
  }

  @Test
  void repeatsBytesThatAreStillBeingWritten() {
    // One literal, then one sequence: literal length 1, offset value 4 (so 1 back), match length 5.
    ByteWriter sequences = new ByteWriter().u8(1 << 3).u8('q').u8(1, 0x54).u8(1, 2, 2).u8(0x04);
    assertThat(decode(block(sequences), 6)).isEqualTo("qqqqqq");
  }

  private static ByteWriter frame() {
    return new ByteWriter().u32(MAGIC).u8(0x20, 100);
  }

  /** A frame of one compressed block. */
  private static ByteWriter block(ByteWriter content) {
    return frame().number(content.size() << 3 | 2 << 1 | 1, 3).raw(content.array());
  }

  private static String decode(ByteWriter out, int size) {
    Bytes restored = decompress(section(Codec.ZSTD, out.array(), size));
    return restored.text(0, restored.length());
  }

  private static void assertMalformed(ByteWriter out, String message) {
    assertThatThrownBy(() -> decompress(section(Codec.ZSTD, out.array(), 100)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining(message);
  }
}
