package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations read the same: chunks of 32 bytes put a border everywhere. */
class BytesTest {
  private static final int SIZE = 500;
  private static final int CHUNK_BITS = 5;

  private enum Order {
    LITTLE(ByteOrder.LITTLE_ENDIAN),
    BIG(ByteOrder.BIG_ENDIAN);

    private final ByteOrder order;

    Order(ByteOrder order) {
      this.order = order;
    }
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void agreesOnEveryRead(Order order) {
    byte[] array = random(1);
    Bytes single = Bytes.of(array).withOrder(order.order);
    Bytes chunked = chunked(array).withOrder(order.order);
    assertThat(chunked.order()).isEqualTo(order.order);
    ByteBuffer truth = ByteBuffer.wrap(array).order(order.order);
    for (Bytes bytes : new Bytes[] {single, chunked}) {
      for (int i = 0; i < SIZE; i++) {
        assertThat(bytes.u8(i)).isEqualTo(array[i] & 0xFF);
      }
      for (int i = 0; i <= SIZE - 2; i++) {
        assertThat(bytes.u16(i)).isEqualTo(truth.getShort(i) & 0xFFFF);
      }
      for (int i = 0; i <= SIZE - 4; i++) {
        assertThat(bytes.i32(i)).isEqualTo(truth.getInt(i));
        assertThat(bytes.u32(i)).isEqualTo(truth.getInt(i) & 0xFFFF_FFFFL);
      }
      for (int i = 0; i <= SIZE - 8; i++) {
        assertThat(bytes.i64(i)).isEqualTo(truth.getLong(i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void slicesSlices(Bytes bytes) {
    byte[] array = random(1);
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      int start = random.nextInt(SIZE);
      int end = start + random.nextInt(SIZE - start + 1);
      Bytes slice = bytes.slice(start, end);
      int innerStart = random.nextInt(end - start + 1);
      Bytes inner = slice.slice(innerStart, end - start);
      assertThat(inner.length()).isEqualTo(end - start - innerStart);
      assertThat(inner.toArray(0, inner.length()))
          .isEqualTo(Arrays.copyOfRange(array, start + innerStart, end));
      if (inner.length() >= 8) {
        assertThat(inner.withOrder(ByteOrder.BIG_ENDIAN).i64(0))
            .isEqualTo(ByteBuffer.wrap(array).getLong(start + innerStart));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void findsTheFirstEqualByte(Bytes bytes) {
    byte[] array = random(1);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      Bytes view = bytes.withOrder(order);
      for (int start = 0; start < SIZE; start += 7) {
        for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF, array[SIZE - 1]}) {
          for (int end = start; end <= SIZE; end += 13) {
            long expected = indexOf(array, (byte) value, start, end);
            assertThat(view.indexOf((byte) value, start, end)).isEqualTo(expected);
          }
        }
      }
    }
  }

  private static long indexOf(byte[] array, byte value, int start, int end) {
    for (int i = start; i < end; i++) {
      if (array[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** No read gives bytes that are not there, whatever the position. */
  @ParameterizedTest
  @MethodSource("both")
  void refusesEveryReadThatDoesNotFit(Bytes bytes) {
    long[] bad = {-1, SIZE, SIZE + 1L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, -(1L << 32)};
    for (long position : bad) {
      assertOutside(() -> bytes.u8(position));
      assertOutside(() -> bytes.u16(position));
      assertOutside(() -> bytes.i32(position));
      assertOutside(() -> bytes.i64(position));
      assertOutside(() -> bytes.copy(position, new byte[4], 0, 4));
      assertOutside(() -> bytes.indexOf((byte) 0, position, Long.MAX_VALUE));
    }
    assertOutside(() -> bytes.u16(SIZE - 1));
    assertOutside(() -> bytes.i32(SIZE - 3));
    assertOutside(() -> bytes.i64(SIZE - 7));
    assertOutside(() -> bytes.slice(10, 9));
    assertOutside(() -> bytes.slice(0, SIZE + 1));
    assertOutside(() -> bytes.slice(-1, 5));
    assertOutside(() -> bytes.slice(10, 20).u8(10));
    assertOutside(() -> bytes.slice(10, 20).u8(-1));
    assertOutside(() -> bytes.copy(0, new byte[4], 2, 3));
    assertOutside(() -> bytes.copy(0, new byte[4], 0, -1));
    assertThat(bytes.contains(SIZE, 0)).isTrue();
    assertThat(bytes.contains(SIZE, 1)).isFalse();
    assertThat(bytes.contains(1, Long.MAX_VALUE)).isFalse();
    assertThat(bytes.contains(-1, 1)).isFalse();
    assertThat(bytes.contains(1, -1)).isFalse();
    assertThat(bytes.slice(SIZE, SIZE).length()).isZero();
  }

  private static void assertOutside(Runnable read) {
    assertThatThrownBy(read::run).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void keepsBytesThatAreNoTextVisible() {
    assertThat(Bytes.of(new byte[] {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF}).text(0, 4))
        .isEqualTo("aé\uFFFD");
  }

  static Stream<Bytes> both() {
    byte[] array = random(1);
    return Stream.of(Bytes.of(array), chunked(array));
  }

  private static byte[] random(long seed) {
    byte[] array = new byte[SIZE];
    new Random(seed).nextBytes(array);
    return array;
  }

  /** Buffers as a mapped file has them, only smaller. */
  private static Bytes chunked(byte[] array) {
    int chunk = 1 << CHUNK_BITS;
    ByteBuffer[] chunks = new ByteBuffer[(array.length + chunk - 1) / chunk];
    for (int i = 0; i < chunks.length; i++) {
      int start = i * chunk;
      int end = Math.min(array.length, start + chunk + Bytes.Chunked.OVERLAP);
      chunks[i] = ByteBuffer.wrap(Arrays.copyOfRange(array, start, end));
    }
    return new Bytes.Chunked(chunks, CHUNK_BITS, 0, array.length, ByteOrder.LITTLE_ENDIAN);
  }
}
