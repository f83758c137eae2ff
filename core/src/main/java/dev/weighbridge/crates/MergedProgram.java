package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.names.UnitName;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  /** What to ask an attribution for. Saved models keep the answer: the rows of the images. */
  public static final DerivedKey<MergedProgram> KEY = new Key();

  private record Key() implements DerivedKey<MergedProgram>, Codec<MergedProgram> {
    @Override
    public String name() {
      return "merged-programs";
    }

    @Override
    public MergedProgram derive(Attribution attribution, Work work) {
      return new MergedProgram(find(attribution.file()));
    }

    @Override
    public Optional<Codec<MergedProgram>> codec() {
      return Optional.of(this);
    }

    @Override
    public long[][] columns(MergedProgram answer) {
      return answer.images.length == 0 ? new long[0][] : new long[][] {answer.images};
    }

    @Override
    public Optional<MergedProgram> answer(long[][] columns) {
      return columns.length == 1 ? Optional.of(new MergedProgram(columns[0])) : Optional.empty();
    }
  }

  private final long[] images;

  private MergedProgram(long[] images) {
    this.images = images;
  }

  private static long[] find(BinaryFile file) {
    LongColumn found = new LongColumn(0);
    for (int row = 0; file.hasBytes() && row < file.images().size(); row++) {
      if (is(file.images().get(row), file.bytes())) {
        found.add(row);
      }
    }
    return found.freeze();
  }

  /** The merged programs of a file. */
  public static MergedProgram of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  /** Whether the units of an image that Rust made are of no crate in particular. */
  boolean isImage(int row) {
    for (long image : images) {
      if (image == row) {
        return true;
      }
    }
    return false;
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
