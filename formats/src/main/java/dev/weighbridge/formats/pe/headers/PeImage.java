package dev.weighbridge.formats.pe.headers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.NameAllowance;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.List;
import java.util.Objects;

/** The bytes of a file as its tables refer to them: by relative virtual addresses. */
public final class PeImage {
  private final Bytes file;
  private final boolean is64Bit;
  private final List<PeDataDirectory> directories;
  private final PeLayout layout;
  private final Diagnostics diagnostics;
  private final NameAllowance names;

  /**
   * A file.
   *
   * @param file the bytes of the file, little-endian
   * @param headersSize bytes of the headers, which are mapped as they stand
   * @param mapped the sections that have addresses: none in an object
   * @param diagnostics where defects go
   */
  public PeImage(
      Bytes file,
      boolean is64Bit,
      List<PeDataDirectory> directories,
      long headersSize,
      List<PeSection> mapped,
      Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(directories, "directories");
    Objects.requireNonNull(mapped, "mapped");
    Objects.requireNonNull(diagnostics, "diagnostics");
    this.file = file;
    this.is64Bit = is64Bit;
    this.directories = directories;
    this.layout = new PeLayout(file, headersSize, mapped);
    this.diagnostics = diagnostics;
    names = new NameAllowance("pe", file.length(), diagnostics);
  }

  /** The bytes of the file. */
  public Bytes file() {
    return file;
  }

  /** Whether addresses have 64 bits. */
  public boolean is64Bit() {
    return is64Bit;
  }

  /** Where defects go. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The file offset of an address, or -1 if it has no byte in the file. */
  public long fileOffset(long rva) {
    return layout.fileOffset(rva);
  }

  /** Bytes in the file from an address to the end of its section; 0 if it has none. */
  public long room(long rva) {
    return layout.room(rva);
  }

  /** The table of a data directory as far as it is in the file; says so if some is not. */
  public PeArea directory(int index, String structure) {
    if (index >= directories.size()) {
      return PeArea.NONE;
    }
    PeDataDirectory row = directories.get(index);
    return row.rva() == 0 || row.size() == 0 ? PeArea.NONE : area(row.rva(), row.size(), structure);
  }

  /** A table at an address as far as it is in the file; says so if some is not. */
  public PeArea area(long rva, long size, String structure) {
    long start = layout.fileOffset(rva);
    long room = layout.room(rva);
    if (size > room) {
      diagnostics.warn(
          structure, start, size + " bytes at RVA 0x" + Long.toHexString(rva), room + " bytes");
    }
    return start < 0 ? PeArea.NONE : new PeArea(rva, start, start + Math.min(size, room));
  }

  /** How many of {@code count} rows of a table are in the file; says so if some are not. */
  public int rowsAt(long rva, int rowSize, long count, String structure) {
    long fits = Math.min(layout.room(rva) / rowSize, Limits.MAX_ROWS);
    if (count > fits) {
      diagnostics.warn(
          structure, layout.fileOffset(rva), count + " rows", fits + " rows in the file");
    }
    return (int) Math.min(count, fits);
  }

  /**
   * Length of the NUL-terminated string at a file offset, or -1 if there is no NUL near. Where all
   * strings asked for come to far more than the file has bytes, the last are cut.
   */
  public int stringLength(long offset, long room) {
    if (offset < 0) {
      return -1;
    }
    synchronized (names) {
      long most = Math.min(room, Limits.MAX_NAME_LENGTH);
      long near = Math.min(most, names.room());
      long nul = file.indexOf((byte) 0, offset, offset + near);
      if (nul < 0 && near == most) {
        return -1;
      }
      return names.take((int) (nul < 0 ? near : nul - offset));
    }
  }

  /** The NUL-terminated string at an address; empty if there is none. */
  public String string(long rva, String structure) {
    long offset = layout.fileOffset(rva);
    int length = stringLength(offset, layout.room(rva));
    if (length < 0) {
      diagnostics.warn(structure, offset, "a string", "RVA 0x" + Long.toHexString(rva));
      return "";
    }
    return file.text(offset, offset + length);
  }

  @Override
  public String toString() {
    return (is64Bit ? "64-bit PE, " : "32-bit PE, ") + file;
  }
}
