package dev.weighbridge.formats.bytes;

import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.work.Progress.Unit;
import dev.weighbridge.formats.work.Work;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Brings a file into reach: small files to the heap, large ones mapped in chunks. */
public final class FileMapper {
  /** A file on the heap takes at most this part of it. */
  private static final int HEAP_SHARE = 8;

  /** Some hundredths of a second on a slow disk. */
  private static final int READ_AT_ONCE = 4 << 20;

  private FileMapper() {}

  /**
   * The bytes of a regular file, little-endian.
   *
   * <p>A mapped file must not be shortened while it is in use; see {@link ChangedFileException}.
   * Its mapping is released when the view is garbage collected.
   *
   * @throws NoSuchFileException if the file does not exist
   * @throws NotAFileException if it is a directory or anything else that is not a regular file
   * @throws AccessDeniedException if it may not be read
   * @throws IOException if it cannot be read; all of these name the file and the reason
   * @throws CancellationException if the current {@link Work} is cancelled
   */
  public static Bytes open(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    Work.check();
    if (!Files.exists(file)) {
      String expected = "expected a file, found nothing there";
      throw new NoSuchFileException(file.toString(), null, expected);
    }
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a directory" : "a special file";
      throw new NotAFileException(file.toString(), "expected a regular file, found " + found);
    }
    if (!Files.isReadable(file)) {
      String expected = "expected a readable file, found no permission to read it";
      throw new AccessDeniedException(file.toString(), null, expected);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      return size <= heapLimit() ? read(channel, (int) size, file) : map(channel, size, file);
    } catch (ClosedByInterruptException e) {
      throw new CancellationException("interrupted");
    }
  }

  /**
   * The bytes of a file that is open for reading, little-endian, mapped; it may have no name any
   * more.
   *
   * @param file a name for errors
   * @throws IOException if it cannot be mapped
   */
  public static Bytes map(FileChannel channel, Path file) throws IOException {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(file, "file");
    return map(channel, channel.size(), file);
  }

  /** A file must leave a small heap room for what is found in it. */
  private static long heapLimit() {
    return Math.min(Limits.MAX_HEAP_FILE, Work.current().memoryLimit() / HEAP_SHARE);
  }

  private static Bytes read(FileChannel channel, int size, Path file) throws IOException {
    byte[] array = new byte[size];
    ByteBuffer buffer = ByteBuffer.wrap(array);
    while (buffer.hasRemaining()) {
      Work.tell("reading", buffer.position(), size, Unit.BYTES);
      buffer.limit(Math.min(size, buffer.position() + READ_AT_ONCE));
      if (channel.read(buffer) < 0) {
        throw new EOFException(
            file + ": expected a file that stays as it is, found that it became shorter");
      }
      buffer.limit(size);
    }
    return Bytes.of(array);
  }

  private static Bytes map(FileChannel channel, long size, Path file) throws IOException {
    int count = (int) ((size + Bytes.Chunked.CHUNK - 1) >>> Bytes.Chunked.CHUNK_BITS);
    ByteBuffer[] chunks = new ByteBuffer[count];
    for (int i = 0; i < count; i++) {
      long start = (long) i << Bytes.Chunked.CHUNK_BITS;
      long length = Math.min(Bytes.Chunked.CHUNK + Bytes.Chunked.OVERLAP, size - start);
      chunks[i] = channel.map(MapMode.READ_ONLY, start, length);
    }
    if (count > 0) {
      MappedFiles.add(file, size, chunks[0]);
    }
    return new Bytes.Chunked(chunks, Bytes.Chunked.CHUNK_BITS, 0, size, ByteOrder.LITTLE_ENDIAN);
  }
}
