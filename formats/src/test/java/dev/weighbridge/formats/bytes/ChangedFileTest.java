package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.problems.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file loses its second half. Windows does not let a mapped file shrink. */
@DisabledOnOs(OS.WINDOWS)
class ChangedFileTest {
  private static final int HALF = 1 << 20;

  @TempDir Path folder;

  private Bytes shrunken() throws IOException {
    Path file = folder.resolve("file");
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[2 * HALF]));
      ByteBuffer[] chunks = {channel.map(MapMode.READ_ONLY, 0, 2 * HALF)};
      channel.truncate(HALF);
      int bits = Bytes.Chunked.CHUNK_BITS;
      return new Bytes.Chunked(chunks, bits, 0, 2 * HALF, ByteOrder.LITTLE_ENDIAN);
    }
  }

  @Test
  void whatIsLeftIsRead() throws IOException {
    assertThat(shrunken().i64(HALF - 8)).isZero();
  }

  @Test
  void whatIsGoneIsOneDocumentedException() throws IOException {
    Bytes bytes = shrunken();
    tells(() -> (long) bytes.u8(HALF));
    tells(() -> (long) bytes.u16(HALF));
    tells(() -> (long) bytes.i32(HALF));
    tells(() -> bytes.i64(HALF));
    tells(() -> (long) bytes.toArray(HALF - 8, HALF + 8).length);
    tells(() -> bytes.indexOf((byte) 1, HALF, 2 * HALF));
  }

  private static void tells(Supplier<Long> work) {
    assertThatThrownBy(() -> ChangedFileException.guard(() -> thenSomethingElse(work.get())))
        .isInstanceOf(ChangedFileException.class)
        .hasMessage(
            "expected a file that stays as it is, found that it became shorter while it was read");
  }

  @Test
  void theFileIsNamed() throws IOException {
    Path file = folder.resolve("large");
    long size = Limits.MAX_HEAP_FILE + 1L;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1}), size - 1);
      Bytes bytes = FileMapper.open(file);
      channel.truncate(HALF);
      assertThatThrownBy(
              () -> ChangedFileException.guard(() -> thenSomethingElse(bytes.u8(size - 1))))
          .isInstanceOf(ChangedFileException.class)
          .hasMessage(
              file
                  + ": expected a file that stays as it is, found that it became shorter while it"
                  + " was read");
    }
  }

  /** The virtual machine tells at the latest when it is called for something, as by this. */
  private static String thenSomethingElse(long value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append(String.format(Locale.ROOT, "%x", value + i));
    }
    return text.toString();
  }

  @Test
  void anotherErrorStaysWhatItIs() {
    InternalError other = new InternalError("something else");
    assertThatThrownBy(() -> ChangedFileException.of(other)).isSameAs(other);
  }
}
