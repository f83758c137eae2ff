package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.weighbridge.formats.problems.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMapperTest {
  @TempDir private Path folder;

  @Test
  void readsAnEmptyFile() throws IOException {
    assertThat(FileMapper.open(Files.createFile(folder.resolve("empty"))).length()).isZero();
  }

  @Test
  void readsASmallFile() throws IOException {
    Path file = Files.write(folder.resolve("small"), new byte[] {1, 2, 3, 4});
    assertThat(FileMapper.open(file).i32(0)).isEqualTo(0x0403_0201);
  }

  @Test
  void namesTheFileAndTheReason() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> FileMapper.open(missing))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": expected a file, found nothing there");
    assertThatThrownBy(() -> FileMapper.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": expected a regular file, found a directory");
  }

  @Test
  void refusesAFileWithoutPermission() throws IOException {
    Path file = Files.createFile(folder.resolve("secret"));
    assumeFalse(file.getFileSystem().supportedFileAttributeViews().contains("dos"), "POSIX only");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "the superuser reads everything");
    assertThatThrownBy(() -> FileMapper.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no permission");
  }

  @Test
  void mapsALargerFile() throws IOException {
    long size = Limits.MAX_HEAP_FILE + 1;
    Bytes bytes = FileMapper.open(sparse("large", size, size - 8));
    assertThat(bytes).isInstanceOf(Bytes.Chunked.class);
    assertThat(bytes.length()).isEqualTo(size);
    assertThat(bytes.i64(size - 8)).isEqualTo(0x0807_0605_0403_0201L);
    assertThat(FileMapper.open(sparse("limit", Limits.MAX_HEAP_FILE, 0)))
        .isInstanceOf(Bytes.Single.class);
  }

  /** Numbers that straddle the borders of the mapping, beyond what an int can count. */
  @Test
  void mapsAFileOfFiveGibibytes() throws IOException {
    long size = 5L << 30;
    for (long place : new long[] {(1L << 30) - 4, (4L << 30) - 1, size - 8}) {
      Path file = sparse("huge-" + place, size, place);
      Bytes bytes = FileMapper.open(file);
      assertThat(bytes.length()).isEqualTo(size);
      assertThat(bytes.i64(place)).isEqualTo(0x0807_0605_0403_0201L);
      assertThat(bytes.slice(place - 3, place + 8).u8(3)).isEqualTo(1);
      assertThat(bytes.toArray(place, place + 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(bytes.indexOf((byte) 8, place - 100, place + 8)).isEqualTo(place + 7);
    }
  }

  /** A file of zeros but for eight bytes: 1 to 8. */
  private Path sparse(String name, long size, long place) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), place);
    }
    return file;
  }
}
