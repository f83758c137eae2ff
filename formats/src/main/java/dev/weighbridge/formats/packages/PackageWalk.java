package dev.weighbridge.formats.packages;

import dev.weighbridge.formats.internal.appended.KernelImage;
import dev.weighbridge.formats.internal.packages.archives.ArchiveWalk;
import dev.weighbridge.formats.internal.packages.archives.CpioSegments;
import dev.weighbridge.formats.internal.packages.archives.DebReader;
import dev.weighbridge.formats.internal.packages.archives.RpmReader;
import dev.weighbridge.formats.internal.packages.archives.TarHeader;
import dev.weighbridge.formats.internal.packages.archives.TarReader;
import dev.weighbridge.formats.internal.packages.archives.ZipReader;
import dev.weighbridge.formats.internal.packages.carriers.BunReader;
import dev.weighbridge.formats.internal.packages.carriers.FirmwareVolume;
import dev.weighbridge.formats.internal.packages.carriers.KernelReader;
import dev.weighbridge.formats.internal.packages.carriers.PyInstallerReader;
import dev.weighbridge.formats.internal.packages.carriers.UpxReader;
import dev.weighbridge.formats.internal.packages.compression.Compression;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.internal.packages.squashfs.SquashReader;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import java.io.IOException;
import java.util.Objects;

/** Goes through packages from begin to end. */
public final class PackageWalk {
  private final String structure;
  private final PackageVisitor visitor;

  private PackageWalk(String structure, PackageVisitor visitor) {
    this.structure = structure;
    this.visitor = visitor;
  }

  /**
   * Goes through a package; what the visitor is told sums to what the region ships.
   *
   * @param structure what errors call it
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read to its end
   * @throws IOException if the visitor throws it, or a temporary file cannot be read
   */
  public static void walk(
      String structure, Region file, PackageFormat format, PackageVisitor visitor)
      throws IOException {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(visitor, "visitor");
    PackageWalk walk = new PackageWalk(structure, visitor);
    switch (format) {
      case TAR -> new TarReader(new PlainStream(file), structure, visitor).read();
      case ZIP -> new ZipReader(file, structure, visitor).read();
      case DEB -> new DebReader(file, structure, visitor).read();
      case RPM -> new RpmReader(file, structure, visitor).read();
      case CPIO -> new CpioSegments(structure, visitor).read(file);
      case PACKED -> new ArchiveWalk(structure, visitor).read(file);
      case BROTLI -> new ArchiveWalk(structure, visitor).read(file, Compression.BROTLI);
      case KERNEL -> walk.kernel(file);
      case SQUASHFS -> new SquashReader(file, structure, visitor).read();
      case FIRMWARE -> new FirmwareVolume(structure, visitor).read(file);
      case UPX -> new UpxReader(file, structure, visitor).read();
      case PYINSTALLER -> new PyInstallerReader(file, structure, visitor).read();
      case BUN -> new BunReader(file, structure, visitor).read();
    }
  }

  /**
   * Goes through a package that a program carries; other parameters and errors as for the other.
   *
   * @param program the whole program
   * @param start where the package begins
   * @param end where it ends
   */
  public static void carried(
      String structure,
      Region program,
      long start,
      long end,
      PackageFormat format,
      PackageVisitor visitor)
      throws IOException {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(visitor, "visitor");
    if (format == PackageFormat.ZIP) {
      // Places in it may count from the start of the program.
      new ZipReader(program.slice(0, end), structure, visitor, start).read();
    } else {
      walk(structure, program.slice(start, end), format, visitor);
    }
  }

  private void kernel(Region file) throws IOException {
    KernelImage image = KernelImage.of(file.bytes()).orElseThrow();
    new KernelReader(file, image, structure, visitor).read();
  }

  /**
   * Goes through an archive in a package, packed or not; parameters and errors as for the other.
   */
  public static void archive(String structure, Region file, PackageVisitor visitor)
      throws IOException {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(visitor, "visitor");
    new ArchiveWalk(structure, visitor).read(file);
  }

  /**
   * What a file that is packed as a whole unpacks to.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if there is no decoder
   * @throws IOException if it cannot be read
   */
  public static ContentStream unpacked(String structure, Region file, PackageFormat format)
      throws IOException {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(format, "format");
    boolean isBrotli = format == PackageFormat.BROTLI;
    Compression compression = isBrotli ? Compression.BROTLI : Compression.of(file.bytes());
    return compression.open(file, structure);
  }

  /**
   * The path of the first entry of a tar archive that is packed as a whole; empty if it has none.
   *
   * @throws IOException if it cannot be read
   */
  public static String firstPath(String structure, Region file) throws IOException {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(file, "file");
    ContentStream stream = unpacked(structure, file, PackageFormat.PACKED);
    byte[] head = new byte[TarHeader.BLOCK];
    while (TarReader.begins(head, stream.readUpTo(head, 0, head.length))) {
      TarHeader header = new TarHeader(head);
      if ("xgLK".indexOf(header.type()) < 0) {
        return header.path();
      }
      // About the entry behind it, or about all.
      long size = Math.max(0, header.size());
      stream.skip(size + Math.floorMod(-size, (long) TarHeader.BLOCK));
    }
    return "";
  }

  /** Contents that lie somewhere as they are. */
  public static ContentStream contents(Region region) {
    Objects.requireNonNull(region, "region");
    return new PlainStream(region);
  }
}
