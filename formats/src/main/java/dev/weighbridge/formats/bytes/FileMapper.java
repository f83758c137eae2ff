package dev.weighbridge.formats.bytes;

import dev.weighbridge.formats.problems.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings a file into reach: small files to the heap, large ones mapped in chunks. */
public final class FileMapper {
  /** A file on the heap takes at most this part of it. */
  private static final int HEAP_SHARE = 8;

  private FileMapper() {}

  /**
   * The bytes of a regular file, little-endian.
   *
   * <p>A mapped file must not be shortened while it is in use; see {@link ChangedFileException}.
   * Its mapping is released when the view is garbage collected.
   *
   * @throws IOException if the file does not exist, is not a regular file or cannot be read; the
   *     message names the file and the reason
   */
  public static Bytes open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + ": expected a file, found nothing there");
    }
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a directory" : "a special file";
      throw new IOException(file + ": expected a regular file, found " + found);
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": expected a readable file, found no permission to read it");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      return size <= heapLimit() ? read(channel, (int) size, file) : map(channel, size, file);
    }
  }

  /** A file must leave a small heap room for what is found in it. */
  private static long heapLimit() {
    return Math.min(Limits.MAX_HEAP_FILE, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  private static Bytes read(FileChannel channel, int size, Path file) throws IOException {
    byte[] array = new byte[size];
    ByteBuffer buffer = ByteBuffer.wrap(array);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException(
            file + ": expected a file that stays as it is, found that it became shorter");
      }
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
    MappedFiles.add(file, size, chunks[0]);
    return new Bytes.Chunked(chunks, Bytes.Chunked.CHUNK_BITS, 0, size, ByteOrder.LITTLE_ENDIAN);
  }
}
