package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** Restores .xz data, format 1.1.0. */
final class XzDecoder {
  /** The dictionary of {@code xz -9} takes 64 MiB; mini symbol tables come with 8 MiB or less. */
  private static final int MEMORY_LIMIT_KIB = 80 << 10;

  private XzDecoder() {}

  static byte[] decode(CompressedSection section) {
    Output output = new Output(section);
    try (InputStream stream =
        new XZInputStream(new PayloadStream(section.payload()), MEMORY_LIMIT_KIB)) {
      while (true) {
        if (output.room() == 0) {
          if (stream.read() >= 0) {
            throw output.tooMany();
          }
          return output.finish();
        }
        Work.check();
        int count = stream.read(output.array(), output.count(), output.room());
        if (count < 0) {
          return output.finish();
        }
        output.added(count);
      }
    } catch (MemoryLimitException e) {
      throw section.unsupported(
          "xz data that takes at most " + MEMORY_LIMIT_KIB + " KiB", e.getMemoryNeeded() + " KiB");
    } catch (IOException e) {
      throw section.malformed("xz data", e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }
}
