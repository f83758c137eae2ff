package dev.weighbridge.packages;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.Shares;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A package that a program carries: behind its last byte, or in a section that a packer has added.
 *
 * @param program the name of the format of the program
 * @param start where the package begins
 * @param end where it ends
 * @param format its format
 * @param isBehind whether it lies behind the program, not in it
 */
record CarriedArchive(
    String program, long start, long end, PackageFormat format, boolean isBehind) {
  private static final String APPENDED = "appended";

  /** PyInstaller's on Linux; Bun's in ELF and PE, and in Mach-O. */
  private static final Set<String> SECTIONS = Set.of("pydata", ".bun", "__bun", "__BUN,__bun");

  /** What a file carries; empty if it is no program, or carries nothing that is read. */
  static Optional<CarriedArchive> of(Bytes file) {
    BinaryFile read;
    try {
      read = FormatRegistry.installed().read("program", file);
    } catch (BinaryException e) {
      return Optional.empty();
    }
    for (BinaryImage image : read.images()) {
      Optional<CarriedArchive> found = behind(read, image);
      if (found.isEmpty()) {
        found = inSection(read, image);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<CarriedArchive> behind(BinaryFile file, BinaryImage image) {
    StructureTable structures = image.structures();
    for (int i = 0; i < structures.count(); i++) {
      if (structures.labels().get(structures.label(i)).startsWith(APPENDED)) {
        long start = structures.fileStart(i);
        Optional<CarriedArchive> found = in(file, start, structures.fileEnd(i), true);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<CarriedArchive> inSection(BinaryFile file, BinaryImage image) {
    SectionTable sections = image.sections();
    for (int i = 0; i < sections.count(); i++) {
      SectionTable.Section section = sections.row(i);
      if (SECTIONS.contains(section.name())) {
        return in(file, section.fileStart(), section.fileEnd(), false);
      }
    }
    return Optional.empty();
  }

  private static Optional<CarriedArchive> in(
      BinaryFile file, long start, long end, boolean isBehind) {
    return PackageFormat.ofCarried(file.bytes().slice(start, end))
        .map(format -> new CarriedArchive(file.format(), start, end, format, isBehind));
  }

  /** Tells the program as an entry of its own, and what it carries behind it. */
  void walk(String name, Region file, PackageScan scan) throws IOException {
    Region whole = new Region(file.bytes(), without(file.shares()));
    Region own = isBehind ? whole.slice(0, start) : whole;
    EntryHeader header = new EntryHeader(name, EntryKind.FILE, "", "", "");
    scan.entry(header, PackageWalk.contents(own));
    scan.weighed(0, own.shipped(), own.length());
    PackageWalk.carried(name, file, start, end, format, scan);
    if (isBehind) {
      scan.part("");
      scan.own("[behind the archive]", file.shipped(end, file.length()));
    }
  }

  /** A package in a section travels, but not for its section. */
  private Shares without(Shares shares) {
    long carried = shares.upTo(end) - shares.upTo(start);
    return place ->
        place <= start
            ? shares.upTo(place)
            : place < end ? shares.upTo(start) : shares.upTo(place) - carried;
  }
}
