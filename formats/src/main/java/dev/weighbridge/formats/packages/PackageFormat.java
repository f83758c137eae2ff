package dev.weighbridge.formats.packages;

import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.appended.KernelImage;
import dev.weighbridge.formats.internal.packages.archives.Contents;
import dev.weighbridge.formats.internal.packages.archives.CpioReader;
import dev.weighbridge.formats.internal.packages.archives.RpmReader;
import dev.weighbridge.formats.internal.packages.archives.TarHeader;
import dev.weighbridge.formats.internal.packages.archives.TarReader;
import dev.weighbridge.formats.internal.packages.archives.ZipDirectory;
import dev.weighbridge.formats.internal.packages.archives.ZipReader;
import dev.weighbridge.formats.internal.packages.carriers.BunReader;
import dev.weighbridge.formats.internal.packages.carriers.FirmwareVolume;
import dev.weighbridge.formats.internal.packages.carriers.PyInstallerReader;
import dev.weighbridge.formats.internal.packages.compression.BrotliContents;
import dev.weighbridge.formats.internal.packages.compression.Compression;
import dev.weighbridge.formats.internal.packages.squashfs.SquashImage;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.upx.UpxFile;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The formats of packages that are read, told by what a file begins with and not by its name. */
public enum PackageFormat {
  /** A tar archive. */
  TAR("tar"),
  /** A zip file: jar, wheel, apk of Android, ipa, nupkg, vsix; also behind a script. */
  ZIP("zip"),
  /** A package of Debian. */
  DEB("deb"),
  /** A package of rpm. */
  RPM("rpm"),
  /** A cpio archive, or several one behind the other, as in an initramfs. */
  CPIO("cpio"),
  /** A file that is packed as a whole by gzip, xz or zstd. */
  PACKED("packed"),
  /** A file that is packed as a whole by Brotli, which only its name tells. */
  BROTLI("brotli"),
  /** A Linux kernel that unpacks itself: bzImage, EFI zboot. */
  KERNEL("kernel image"),
  /** A file system of squashfs: a snap, what an AppImage carries. */
  SQUASHFS("squashfs"),
  /** Firmware volumes of UEFI. */
  FIRMWARE("firmware volume"),
  /** A program that UPX has packed; only in packages, as alone it is a program. */
  UPX("upx"),
  /** What PyInstaller puts behind its loader; only in programs. */
  PYINSTALLER("PyInstaller"),
  /** Modules of a program made by Bun; only in programs. */
  BUN("Bun");

  private static final int RPM_MAGIC = 0xEDAB_EEDB;

  private final String label;

  PackageFormat(String label) {
    this.label = label;
  }

  /** The word for it: {@code zip}. */
  public String label() {
    return label;
  }

  /**
   * The format of what lies behind or in a program: those that only their end tells are among them.
   */
  public static Optional<PackageFormat> ofCarried(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    if (PyInstallerReader.ends(bytes)) {
      return Optional.of(PYINSTALLER);
    }
    if (BunReader.ends(bytes)) {
      return Optional.of(BUN);
    }
    Optional<PackageFormat> format = of(bytes);
    return format.isEmpty() && ZipDirectory.ends(bytes) ? Optional.of(ZIP) : format;
  }

  /**
   * Bytes that a program unpacks to that UPX has packed, as its header says; empty if it is none.
   */
  public static OptionalLong unpackedSize(Bytes program) {
    Objects.requireNonNull(program, "program");
    return UpxFile.header(program)
        .map(header -> OptionalLong.of(header.fileSize()))
        .orElse(OptionalLong.empty());
  }

  /**
   * The format of a file, where its contents do not tell by its name.
   *
   * @param name its name: {@code app.wasm.br}
   */
  public static Optional<PackageFormat> of(String name, Bytes file) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Optional<PackageFormat> format = of(file);
    return format.isEmpty() && BrotliContents.isNamed(name) ? Optional.of(BROTLI) : format;
  }

  /**
   * Whether a file may be of one of these, by its first bytes.
   *
   * @param name its name
   */
  public static boolean mayBe(String name, Bytes head) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(head, "head");
    return of(name, head).isPresent() || ZipReader.mayBeginWithScript(head);
  }

  /** The format of a file; empty if it is none of these. */
  public static Optional<PackageFormat> of(Bytes file) {
    Objects.requireNonNull(file, "file");
    if (ArFile.isDebianPackage(file)) {
      return Optional.of(DEB);
    }
    if (RpmReader.begins(file, RPM_MAGIC)) {
      return Optional.of(RPM);
    }
    if (ZipReader.begins(file)) {
      return Optional.of(ZIP);
    }
    if (Compression.of(file) != Compression.NONE) {
      return Optional.of(PACKED);
    }
    if (SquashImage.begins(file)) {
      return Optional.of(SQUASHFS);
    }
    if (FirmwareVolume.begins(file)) {
      return Optional.of(FIRMWARE);
    }
    if (KernelImage.of(file).isPresent()) {
      return Optional.of(KERNEL);
    }
    byte[] head = file.toArray(0, Math.min(file.length(), TarHeader.BLOCK));
    if (CpioReader.begins(head, head.length)) {
      return Optional.of(CPIO);
    }
    return TarReader.begins(head, head.length) ? Optional.of(TAR) : Optional.empty();
  }

  /**
   * What a file of this format is called: {@code deb}, and of what is packed what is in it, {@code
   * tar+gzip}.
   *
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be unpacked
   * @throws IOException if a temporary file cannot be read
   */
  public String name(Bytes file) throws IOException {
    if (this != PACKED && this != BROTLI) {
      return label;
    }
    Compression compression = this == BROTLI ? Compression.BROTLI : Compression.of(file);
    return switch (Contents.of(compression.open(Region.ofFile(file), label))) {
      case TAR -> TAR.label + "+" + compression.label();
      case CPIO -> CPIO.label + "+" + compression.label();
      case FILE -> compression.label();
    };
  }
}
