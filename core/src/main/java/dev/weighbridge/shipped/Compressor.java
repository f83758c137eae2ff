package dev.weighbridge.shipped;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.stream.StreamFormat;
import dev.weighbridge.formats.work.Progress.Unit;
import dev.weighbridge.formats.work.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compresses files in memory. */
final class Compressor {
  private static final int CHUNK = 1 << 16;

  private Compressor() {}

  /** The compressed file. */
  static Bytes compress(Bytes file, StreamFormat format, int level) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try {
      // Not closed if it ends early: that would compress all that is held back.
      OutputStream out =
          format == StreamFormat.GZIP
              ? new Gzip(compressed, level)
              : new XZOutputStream(compressed, xz(file, level));
      byte[] chunk = new byte[(int) Math.min(CHUNK, file.length())];
      for (long at = 0; at < file.length(); at += chunk.length) {
        Work.tell("compressing", at, file.length(), Unit.BYTES);
        int count = (int) Math.min(chunk.length, file.length() - at);
        file.copy(at, chunk, 0, count);
        out.write(chunk, 0, count);
      }
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(compressed.toByteArray());
  }

  /** A dictionary larger than the file costs memory and changes nothing else. */
  private static LZMA2Options xz(Bytes file, int level) throws IOException {
    LZMA2Options options = new LZMA2Options(level);
    long size = Math.max(LZMA2Options.DICT_SIZE_MIN, file.length());
    options.setDictSize((int) Math.min(options.getDictSize(), size));
    return options;
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out, int level) throws IOException {
      super(out, CHUNK);
      def.setLevel(level);
    }
  }
}
