package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.macho.headers.FatArchitecture;
import dev.weighbridge.formats.macho.headers.FatHeader;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A universal file: the same program for several architectures, one after the other. fat.h.
 *
 * <p>Immutable.
 */
public final class FatMachO {
  /** Java class files begin with the same magic, then with a version, which was never below 45. */
  private static final long FIRST_JAVA_VERSION = 45;

  private final Bytes bytes;
  private final FatHeader header;
  private final List<FatArchitecture> architectures;
  private final List<Diagnostic> diagnostics;

  private FatMachO(
      Bytes bytes, FatHeader header, List<FatArchitecture> architectures, Diagnostics found) {
    this.bytes = bytes;
    this.header = header;
    this.architectures = List.copyOf(architectures);
    this.diagnostics = found.list();
  }

  /** Whether a file begins like a universal file, and not like a Java class file. */
  public static boolean isFat(Bytes file) {
    Objects.requireNonNull(file, "file");
    if (file.length() < 8) {
      return false;
    }
    Bytes bigEndian = file.withOrder(ByteOrder.BIG_ENDIAN);
    int magic = bigEndian.i32(0);
    return magic == MachOConstants.FAT_MAGIC_64
        || (magic == MachOConstants.FAT_MAGIC && bigEndian.u32(4) < FIRST_JAVA_VERSION);
  }

  /**
   * The universal file in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with its header
   */
  public static FatMachO of(Bytes file) {
    Objects.requireNonNull(file, "file");
    Bytes bytes = file.withOrder(ByteOrder.BIG_ENDIAN);
    FatHeader header = MachOHeaders.fatHeader(bytes);
    Diagnostics diagnostics = new Diagnostics();
    int stride = MachOHeaders.fatArchitectureSize(header.is64Bit());
    long fits = Math.min(header.count(), (bytes.length() - header.fileEnd()) / stride);
    if (fits < header.count()) {
      diagnostics.error(
          "macho.fat_header.nfat_arch", 4, header.count() + " rows", fits + " inside the file");
    }
    List<FatArchitecture> architectures = new ArrayList<>();
    for (int i = 0; i < fits; i++) {
      long at = header.fileEnd() + (long) i * stride;
      architectures.add(MachOHeaders.fatArchitecture(bytes, header.is64Bit(), i, at));
    }
    return new FatMachO(bytes, header, architectures, diagnostics);
  }

  /**
   * The universal file at a path.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with its header
   */
  public static FatMachO open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the file. */
  public Bytes bytes() {
    return bytes;
  }

  /** The header. */
  public FatHeader header() {
    return header;
  }

  /** The architectures in the order of the file. */
  public List<FatArchitecture> architectures() {
    return architectures;
  }

  /** What was wrong with the header. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The bytes of one architecture, as far as they lie inside the file. */
  public Bytes content(FatArchitecture architecture) {
    long start = Math.min(architecture.offset() & Long.MAX_VALUE, bytes.length());
    long room = bytes.length() - start;
    long size = architecture.size();
    return bytes.slice(start, start + (size < 0 ? room : Math.min(size, room)));
  }

  /**
   * The Mach-O file of one architecture; its positions count from its own start.
   *
   * @return empty if it is something else, such as an archive
   */
  public Optional<MachOFile> file(FatArchitecture architecture) {
    try {
      return Optional.of(MachOFile.of(content(architecture)));
    } catch (MalformedBinaryException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return architectures.size() + " architectures, " + bytes;
  }
}
