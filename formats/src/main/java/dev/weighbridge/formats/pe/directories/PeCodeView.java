package dev.weighbridge.formats.pe.directories;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The record that names the PDB file of an image and says which one it is: {@code RSDS}.
 *
 * @param guid as text, upper-case hexadecimal with hyphens: {@code 1E9F78B3-1540-...}
 * @param age how often that file was rewritten, from 1
 * @param path where the linker put the PDB file, as it saw it
 * @param fileStart first byte of the record in the file
 * @param fileEnd end with the NUL after the path, exclusive
 */
public record PeCodeView(String guid, long age, String path, long fileStart, long fileEnd) {
  /** Refuses null. */
  public PeCodeView {
    Objects.requireNonNull(guid, "guid");
    Objects.requireNonNull(path, "path");
  }

  private static final int RSDS = 0x53445352;
  private static final int HEADER = 24;

  /** The file name at the end of the path, whichever way its slashes lean. */
  public String fileName() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** The GUID and the age in lower-case hexadecimal, as symbol servers name a PDB file. */
  public String identity() {
    return guid.replace("-", "").toLowerCase(Locale.ROOT) + Long.toHexString(age);
  }

  /** The record at a range inside the file; empty if it is of another kind or cut off. */
  public static Optional<PeCodeView> of(Bytes file, long start, long end) {
    Objects.requireNonNull(file, "file");
    if (end - start < HEADER || file.i32(start) != RSDS) {
      return Optional.empty();
    }
    long nul = file.indexOf((byte) 0, start + HEADER, end);
    long pathEnd = nul < 0 ? end : nul;
    String path = file.text(start + HEADER, pathEnd);
    long stop = nul < 0 ? end : nul + 1;
    return Optional.of(
        new PeCodeView(guid(file, start + 4), file.u32(start + 20), path, start, stop));
  }

  /** A GUID as text; its first three numbers are little-endian. */
  public static String guid(Bytes bytes, long start) {
    Objects.requireNonNull(bytes, "bytes");
    StringBuilder text = new StringBuilder(36);
    text.append(
        String.format(
            Locale.ROOT,
            "%08X-%04X-%04X-",
            bytes.i32(start),
            bytes.u16(start + 4),
            bytes.u16(start + 6)));
    for (int i = 8; i < 16; i++) {
      text.append(String.format(Locale.ROOT, i == 10 ? "-%02X" : "%02X", bytes.u8(start + i)));
    }
    return text.toString();
  }
}
