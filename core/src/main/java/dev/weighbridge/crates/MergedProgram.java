package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which programs link-time optimisation has merged with the standard library, where no name tells.
 * A program database without debug information has names for the linker only, which after such a
 * merger are hardly any.
 *
 * <p>A linked program that has code of std must have units of std, unless they were merged or std
 * is a library of its own.
 */
public final class MergedProgram {
  private static final Set<String> STD = Set.of("core", "alloc", "std");

  /** Parts of the paths of its sources, which places that panic name, and a variable it reads. */
  private static final List<String> MARKS =
      List.of("library/std/src", "library\\std\\src", "RUST_BACKTRACE");

  /** The name of {@link #saved} in a saved model. */
  public static final String SAVED = "merged-programs";

  private final BitSet images = new BitSet();

  private MergedProgram(Attribution attribution) {
    int count = attribution.file().images().size();
    for (long[] rows : attribution.savedAnswer(SAVED).orElse(new long[0][])) {
      LongStream.of(rows).filter(row -> row >= 0 && row < count).forEach(r -> images.set((int) r));
    }
    Bytes file = attribution.file().bytes();
    for (int row = 0; file.length() > 0 && row < count; row++) {
      images.set(row, is(attribution.file().images().get(row), file));
    }
  }

  /** The merged programs of a file. */
  public static MergedProgram of(Attribution attribution) {
    return attribution.uncut().derived(MergedProgram.class, MergedProgram::new);
  }

  /** The rows of the images that are such, to keep in a model that is saved without the bytes. */
  public long[][] saved() {
    return new long[][] {images.stream().asLongStream().toArray()};
  }

  /** Whether the units of an image that Rust made are of no crate in particular. */
  boolean isImage(int row) {
    return images.get(row);
  }

  private static boolean is(BinaryImage image, Bytes file) {
    return !image.isRelocatable()
        && hasRustUnits(image.members())
        && !hasUnitOfStd(image.members())
        && !needsStd(image)
        && hasStd(image.sections(), file);
  }

  private static boolean hasRustUnits(MemberTable units) {
    for (int unit = 0; unit < units.count(); unit++) {
      if (UnitName.of(units.name(unit), units.container(unit)).isRust()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasUnitOfStd(MemberTable units) {
    for (int unit = 0; unit < units.count(); unit++) {
      UnitName name = UnitName.of(units.name(unit), units.container(unit));
      if (name.crate().isPresent() && STD.contains(name.crate().get().name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsStd(BinaryImage image) {
    for (String library : image.neededLibraries()) {
      String name = library.substring(library.lastIndexOf('/') + 1);
      if (name.startsWith("libstd-") || name.startsWith("std-")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasStd(SectionTable sections, Bytes file) {
    for (SectionTable.Section section : sections.stream().toList()) {
      if (section.kind() == Kind.RODATA || section.kind() == Kind.DATA) {
        for (String mark : MARKS) {
          if (contains(file, section.fileStart(), section.fileEnd(), mark)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean contains(Bytes file, long start, long end, String mark) {
    byte[] text = mark.getBytes(StandardCharsets.US_ASCII);
    long last = end - text.length;
    long at = file.indexOf(text[0], start, end);
    while (at >= 0 && at <= last) {
      int same = 1;
      while (same < text.length && file.u8(at + same) == text[same]) {
        same++;
      }
      if (same == text.length) {
        return true;
      }
      at = file.indexOf(text[0], at + 1, end);
    }
    return false;
  }
}
