package dev.weighbridge.packages.content;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Brings packed contents into reach of random access: small ones on the heap, large ones in a
 * private temporary file. Keeps what travels for them, every few hundred bytes.
 */
public final class LoadedContent {
  private static final int FIRST_STEP = 256;
  private static final int MOST_SAMPLES = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final ContentStream stream;
  private final String name;
  private final LongColumn places = new LongColumn(1024);
  private final LongColumn values = new LongColumn(1024);
  private int step = FIRST_STEP;
  private byte[] heap = new byte[BUFFER];
  private final long most;
  private long count;

  private LoadedContent(ContentStream stream, String name, long most) {
    this.stream = stream;
    this.name = name;
    this.most = most;
  }

  /**
   * Reads all of a stream.
   *
   * @param name what errors call it
   * @param head what was read of it already
   * @param headStart what had travelled before that
   */
  public static Region read(ContentStream stream, String name, byte[] head, long headStart)
      throws IOException {
    return read(stream, name, head, headStart, Limits.MAX_PACKAGE_BINARY);
  }

  /**
   * The same of so many bytes at most.
   *
   * @throws UnsupportedBinaryException if there are more
   */
  public static Region read(
      ContentStream stream, String name, byte[] head, long headStart, long most)
      throws IOException {
    return new LoadedContent(stream, name, most).read(head, headStart);
  }

  private Region read(byte[] head, long headStart) throws IOException {
    places.add(0);
    values.add(headStart);
    heap = Arrays.copyOf(head, Math.max(BUFFER, head.length));
    count = head.length;
    long onHeap = Math.min(Limits.MAX_HEAP_FILE, Work.current().memoryLimit() / 8);
    while (count < onHeap) {
      if (count == heap.length) {
        heap = Arrays.copyOf(heap, (int) Math.min(onHeap, 2L * heap.length));
      }
      Work.check();
      int read = stream.read(heap, (int) count, (int) Math.min(step, heap.length - count));
      if (read < 0) {
        return region(Bytes.of(Arrays.copyOf(heap, (int) count)));
      }
      sample(read);
    }
    return region(spill());
  }

  private void sample(int read) {
    if (places.count() == 1 && count > 0) {
      places.add(count);
      values.add(Math.max(values.get(0), stream.used()));
    }
    count += read;
    if (count >= places.get(places.count() - 1) + step) {
      places.add(count);
      values.add(stream.used());
      step = places.count() > MOST_SAMPLES ? BUFFER : step;
    }
  }

  /** The file has no name any more once it is mapped, where the system allows that. */
  private Bytes spill() throws IOException {
    Path file = Files.createTempFile("weighbridge", ".part");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      boolean isGone = isDeleted(file);
      OutputStream out = Channels.newOutputStream(channel);
      out.write(heap, 0, (int) count);
      heap = new byte[BUFFER];
      while (true) {
        Work.check();
        int read = stream.read(heap, 0, Math.min(step, heap.length));
        if (read < 0) {
          break;
        }
        out.write(heap, 0, read);
        sample(read);
        if (count > most) {
          throw new UnsupportedBinaryException(
              name, -1, "at most " + most + " bytes of an entry", "more");
        }
      }
      Bytes bytes = FileMapper.map(channel, file);
      if (!isGone) {
        file.toFile().deleteOnExit();
      }
      return bytes;
    } catch (ClosedByInterruptException e) {
      throw new CancellationException("interrupted");
    } finally {
      isDeleted(file);
    }
  }

  /** Systems that keep a file while it is open need not keep its name. */
  private static boolean isDeleted(Path file) {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Region region(Bytes bytes) {
    if (places.get(places.count() - 1) < count) {
      places.add(count);
      values.add(stream.used());
    }
    return new Region(bytes, new SampledShares(places.freeze(), values.freeze()));
  }
}
