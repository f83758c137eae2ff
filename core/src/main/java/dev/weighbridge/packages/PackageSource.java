package dev.weighbridge.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.packages.content.ContentHashes;
import dev.weighbridge.packages.content.DeflateProbe;
import dev.weighbridge.packages.content.LoadedContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A package that is open: what it is, and how one goes through it. */
public final class PackageSource {
  /** What images begin with, by all who write them. */
  private static final Pattern FIRST_OF_IMAGES =
      Pattern.compile(
          "(\\./)?(blobs/.*|oci-layout|index\\.json|manifest\\.json|repositories|[0-9a-f]{64}.*)");

  private final String name;
  private final String format;
  private final long size;
  private final Optional<Region> region;
  private final Optional<PackageFormat> archive;
  private final Optional<ImageFiles> files;
  private final Optional<ContainerImage> image;
  private final Optional<CarriedArchive> carried;
  private final Optional<FolderFiles> folder;

  private PackageSource(
      String name,
      String format,
      long size,
      Optional<Region> region,
      Optional<PackageFormat> archive,
      Optional<ContainerImage> image,
      Optional<ImageFiles> files) {
    this(name, format, size, region, archive, image, files, Optional.empty(), Optional.empty());
  }

  private PackageSource(
      String name,
      String format,
      long size,
      Optional<Region> region,
      Optional<PackageFormat> archive,
      Optional<ContainerImage> image,
      Optional<ImageFiles> files,
      Optional<CarriedArchive> carried,
      Optional<FolderFiles> folder) {
    this.carried = carried;
    this.folder = folder;
    this.name = name;
    this.size = size;
    this.region = region;
    this.archive = archive;
    this.image = image;
    this.files = image.isPresent() ? files : Optional.empty();
    String packing = format.startsWith("+") ? format : "";
    this.format = image.map(some -> some.format() + packing).orElse(format);
  }

  /**
   * Whether a file or directory is a package of a format that is read; any other directory can be
   * opened as one of its files.
   */
  public static boolean recognises(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    if (Files.isDirectory(path)) {
      return Files.isRegularFile(path.resolve("oci-layout"));
    }
    return Files.isRegularFile(path)
        && PackageFormat.of(nameOf(path), FileMapper.open(path)).isPresent();
  }

  /** Whether a file is a program that carries a package of a format that is read. */
  public static boolean isCarried(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return Files.isRegularFile(path) && CarriedArchive.of(FileMapper.open(path)).isPresent();
  }

  /**
   * Opens a package, or a program that carries one.
   *
   * @throws UnsupportedBinaryException if it is none of a format that is read
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if it is damaged
   * @throws IOException if it cannot be read
   */
  public static PackageSource open(Path path) throws IOException {
    return open(path, "");
  }

  /**
   * Opens a package; errors as for the other.
   *
   * @param wanted which of its images is meant: a name, a platform or the begin of a digest; empty
   *     for the only one, or if it need be no image
   * @throws UnsupportedBinaryException if it is no image, or none or several of its images are
   *     meant
   */
  public static PackageSource open(Path path, String wanted) throws IOException {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(wanted, "wanted");
    String name = nameOf(path);
    PackageSource source =
        Files.isDirectory(path)
            ? ofDirectory(name, path, wanted)
            : of(name, FileMapper.open(path), wanted);
    if (!wanted.isEmpty() && source.image.isEmpty()) {
      throw new UnsupportedBinaryException(
          name, -1, "a container image, as one is chosen", source.format());
    }
    return source;
  }

  private static String nameOf(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static PackageSource ofDirectory(String name, Path directory, String wanted)
      throws IOException {
    if (!recognises(directory)) {
      FolderFiles folder = FolderFiles.of(directory);
      return new PackageSource(
          name,
          "directory",
          folder.size(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(folder));
    }
    ImageFiles files = ImageFiles.ofDirectory(directory);
    long size = 0;
    for (ImageFiles.ImageFile file : files.files().values()) {
      size += file.content().length();
    }
    PackageSource source =
        new PackageSource(
            name,
            "directory",
            size,
            Optional.empty(),
            Optional.empty(),
            ContainerImage.of(files, wanted),
            Optional.of(files));
    if (source.image.isEmpty()) {
      throw new UnsupportedBinaryException(
          name, -1, "an image in the layout of OCI beside oci-layout", "none");
    }
    return source;
  }

  /**
   * Opens a package that is in reach already; errors as for {@link #open}.
   *
   * @param name what it is called: a file that is packed alone and has no name inside is called
   *     like it
   */
  public static PackageSource of(String name, Bytes file) throws IOException {
    return of(name, file, "");
  }

  private static PackageSource of(String name, Bytes file, String wanted) throws IOException {
    Optional<PackageFormat> told = PackageFormat.of(name, file);
    if (told.isEmpty()) {
      return ofProgram(name, file);
    }
    PackageFormat format = told.get();
    String formatName = format.name(file);
    Region region = Region.ofFile(file);
    if (format == PackageFormat.PACKED
        && FIRST_OF_IMAGES.matcher(PackageWalk.firstPath(name, region)).matches()) {
      PackageSource image = ofPackedImage(name, region, formatName, wanted);
      if (image.image.isPresent()) {
        return image;
      }
    }
    return of(name, region, file.length(), format, formatName, wanted);
  }

  private static PackageSource ofProgram(String name, Bytes file) {
    CarriedArchive carried =
        CarriedArchive.of(file)
            .orElseThrow(
                () ->
                    new UnsupportedBinaryException(
                        "file",
                        0,
                        "a package: tar, zip, deb, rpm, cpio, gzip, xz, zstd, lzma, lz4",
                        "none"));
    return new PackageSource(
        name,
        carried.program() + "+" + carried.format().label(),
        file.length(),
        Optional.of(Region.ofFile(file)),
        Optional.of(carried.format()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(carried),
        Optional.empty());
  }

  /** The layers of an image are read in their own order, so that all of it is unpacked first. */
  private static PackageSource ofPackedImage(
      String name, Region packed, String formatName, String wanted) throws IOException {
    ContentStream stream = PackageWalk.unpacked(name, packed, PackageFormat.PACKED);
    Region unpacked = LoadedContent.read(stream, name, new byte[0], stream.used());
    String packing = formatName.substring(formatName.indexOf('+'));
    ImageFiles files = ImageFiles.ofTar(name, unpacked);
    files.own().put("[compression frame]", packed.length() - unpacked.shipped());
    return new PackageSource(
        name,
        packing,
        packed.length(),
        Optional.of(unpacked),
        Optional.of(PackageFormat.TAR),
        ContainerImage.of(files, wanted),
        Optional.of(files));
  }

  private static PackageSource of(
      String name, Region region, long size, PackageFormat format, String formatName, String wanted)
      throws IOException {
    Optional<ImageFiles> files =
        format == PackageFormat.TAR
            ? Optional.of(ImageFiles.ofTar(name, region))
            : Optional.empty();
    Optional<ContainerImage> image = files.flatMap(some -> ContainerImage.of(some, wanted));
    return new PackageSource(
        name, formatName, size, Optional.of(region), Optional.of(format), image, files);
  }

  /** Its file name. */
  public String name() {
    return name;
  }

  /** What it is: {@code docker-archive}, {@code deb}, {@code tar+gzip}. */
  public String format() {
    return format;
  }

  /** Bytes of the file, or of all files of the directory. */
  public long size() {
    return size;
  }

  /** Lets go of a file that was mapped; what asks for its bytes from now on fails. */
  public void release() {
    region.ifPresent(some -> some.bytes().release());
  }

  /** How many layers the image had that it was built on; 0 if that is not told. */
  int baseLayers() {
    return image.map(ContainerImage::baseLayers).orElse(0);
  }

  /** Goes through it. */
  PackageScan scan(Optional<EntryQuestion> question, Optional<ContentHashes> hashes)
      throws IOException {
    return scan(question, hashes, Optional.empty(), Optional.empty());
  }

  /**
   * Goes through it, compares binaries in it, and deflates what is stored in formats that could
   * have deflated it.
   */
  PackageScan scan(
      Optional<EntryQuestion> question,
      Optional<ContentHashes> hashes,
      Optional<BinaryBodies> bodies,
      Optional<DeflateProbe> probe)
      throws IOException {
    String base = image.isPresent() ? "[image]" : "[package]";
    boolean couldDeflate = carried.isEmpty() && archive.equals(Optional.of(PackageFormat.ZIP));
    Optional<DeflateProbe> asked = couldDeflate ? probe : Optional.empty();
    PackageScan scan = new PackageScan(base, question, hashes, bodies, asked);
    if (carried.isPresent()) {
      carried.get().walk(name, region.orElseThrow(), scan);
    } else if (image.isPresent()) {
      layers(scan, image.get(), files.orElseThrow());
    } else if (folder.isPresent()) {
      folder.get().walk(scan);
    } else {
      PackageWalk.walk(name, region.orElseThrow(), archive.orElseThrow(), scan);
    }
    Overlay.hide(scan.table());
    return scan;
  }

  private void layers(PackageScan scan, ContainerImage read, ImageFiles from) throws IOException {
    Map<String, ImageFiles.ImageFile> left = new LinkedHashMap<>(from.files());
    read.layers().forEach(layer -> left.remove(layer.path()));
    for (ImageFiles.ImageFile file : left.values()) {
      scan.document(file, read.outside(EntryTable.plain(file.header().path())));
    }
    from.own().forEach(scan::own);
    for (ContainerImage.Layer layer : read.layers()) {
      // An image names only layers that it has.
      ImageFiles.ImageFile file = Objects.requireNonNull(from.files().get(layer.path()));
      scan.begin(layer.layer());
      scan.own("[layer header]", file.overhead());
      PackageWalk.archive(name + "!" + layer.path(), file.content(), scan);
    }
  }

  @Override
  public String toString() {
    return name + ", " + format + ", " + size + " bytes";
  }
}
