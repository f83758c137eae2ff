package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads images for flash; which format one has is told by how it begins. */
public final class FirmwareReader {
  /** No chip for which such images are made has as much flash. */
  private static final long MAX_LENGTH = 256L << 20;

  private FirmwareReader() {}

  /**
   * Reads an image; what is none of the formats with addresses is raw.
   *
   * @param name what the file is called in errors
   * @param file the whole file
   * @throws MalformedBinaryException if it breaks the rules of its format, or is empty
   */
  public static FirmwareImage read(String name, Bytes file) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    if (file.length() == 0 || file.length() > MAX_LENGTH) {
      String found = file.length() == 0 ? "an empty file" : file.length() + " bytes";
      throw new MalformedBinaryException(name, -1, "an image for flash", found);
    }
    byte[] bytes = file.toArray(0, file.length());
    int first = firstOfText(bytes);
    if (bytes[first] == ':') {
      return new IntelHex(name, text(bytes)).read(file.length());
    }
    if (bytes[first] == 'S'
        && bytes.length > first + 1
        && bytes[first + 1] >= '0'
        && bytes[first + 1] <= '9') {
      return new SRecords(name, text(bytes)).read(file.length());
    }
    if (Uf2.recognises(file)) {
      return new Uf2(name, file).read();
    }
    FirmwareImage.Builder raw = new FirmwareImage.Builder(name);
    raw.add(0, file);
    return raw.build(FirmwareFormat.RAW, file.length());
  }

  /**
   * Where a text begins: behind blanks and blank lines; the first byte if nothing else is there.
   */
  private static int firstOfText(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
        return i;
      }
    }
    return 0;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
