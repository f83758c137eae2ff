package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.DF_1_NOW;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DF_1_PIE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DF_BIND_NOW;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DF_TEXTREL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_AUDIT;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_AUXILIARY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_BIND_NOW;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_DEPAUDIT;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_FILTER;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_FLAGS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_FLAGS_1;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_NEEDED;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_NULL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_RPATH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_RUNPATH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_SONAME;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_TEXTREL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_DYNAMIC;

import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * What a file tells the dynamic linker: the entries of {@code .dynamic}. gabi 5, dynamic section.
 *
 * <p>Without entries if the file is not linked dynamically. Immutable.
 */
public final class ElfDynamic {
  private final List<ElfDynamicEntry> entries;

  private ElfDynamic(List<ElfDynamicEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Reads the entries up to the first {@code DT_NULL}. */
  public static ElfDynamic read(ElfImage image) {
    Objects.requireNonNull(image, "image");
    ElfSection table = image.first(SHT_DYNAMIC);
    if (table == null) {
      return new ElfDynamic(List.of());
    }
    int half = image.header().addressBytes();
    int count = image.rows(table, 2 * half);
    long start = image.start(table);
    LongFunction<String> strings = image.texts(table);
    List<ElfDynamicEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = start + 2L * half * i;
      long tag = image.word(at);
      long value = image.word(at + half);
      Optional<String> text =
          namesString(tag) ? Optional.of(strings.apply(value)) : Optional.empty();
      entries.add(new ElfDynamicEntry(i, tag, value, text, at, at + 2L * half));
      if (tag == DT_NULL) {
        break;
      }
    }
    return new ElfDynamic(entries);
  }

  private static boolean namesString(long tag) {
    return tag == DT_NEEDED
        || tag == DT_SONAME
        || tag == DT_RPATH
        || tag == DT_RUNPATH
        || tag == DT_AUXILIARY
        || tag == DT_FILTER
        || tag == DT_AUDIT
        || tag == DT_DEPAUDIT;
  }

  /** The entries in the order of the file, up to and including the first {@code DT_NULL}. */
  public List<ElfDynamicEntry> entries() {
    return entries;
  }

  /** The value of the first entry with a tag. */
  public OptionalLong value(long tag) {
    for (ElfDynamicEntry entry : entries) {
      if (entry.tag() == tag) {
        return OptionalLong.of(entry.value());
      }
    }
    return OptionalLong.empty();
  }

  /** The libraries it needs, in the order of the file: {@code DT_NEEDED}. */
  public List<String> needed() {
    List<String> names = new ArrayList<>();
    for (ElfDynamicEntry entry : entries) {
      if (entry.tag() == DT_NEEDED) {
        names.add(entry.text().orElse(""));
      }
    }
    return List.copyOf(names);
  }

  /** The name it wants to be known by: {@code DT_SONAME}. */
  public Optional<String> soname() {
    return text(DT_SONAME);
  }

  /** Where its libraries are looked for, before the environment: {@code DT_RPATH}. */
  public Optional<String> rpath() {
    return text(DT_RPATH);
  }

  /** Where its libraries are looked for, after the environment: {@code DT_RUNPATH}. */
  public Optional<String> runpath() {
    return text(DT_RUNPATH);
  }

  private Optional<String> text(long tag) {
    for (ElfDynamicEntry entry : entries) {
      if (entry.tag() == tag) {
        return entry.text();
      }
    }
    return Optional.empty();
  }

  /** {@code DT_FLAGS}: {@code DF_} constants, 0 if none. */
  public long flags() {
    return value(DT_FLAGS).orElse(0);
  }

  /** {@code DT_FLAGS_1}: {@code DF_1_} constants, 0 if none. */
  public long flags1() {
    return value(DT_FLAGS_1).orElse(0);
  }

  /** Whether all symbols are bound when it is loaded, not when first called. */
  public boolean isBoundNow() {
    return value(DT_BIND_NOW).isPresent()
        || (flags() & DF_BIND_NOW) != 0
        || (flags1() & DF_1_NOW) != 0;
  }

  /** Whether relocations change its code. */
  public boolean hasTextRelocations() {
    return value(DT_TEXTREL).isPresent() || (flags() & DF_TEXTREL) != 0;
  }

  /** Whether it says that it is a position-independent executable: {@code DF_1_PIE}. */
  public boolean isMarkedPie() {
    return (flags1() & DF_1_PIE) != 0;
  }

  @Override
  public String toString() {
    return entries.size() + " entries";
  }
}
