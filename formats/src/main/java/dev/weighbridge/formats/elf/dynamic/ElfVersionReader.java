package dev.weighbridge.formats.elf.dynamic;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Reads the chains of version records. LSB, symbol versioning.
 *
 * <p>Records point at the next one. Only steps forward are taken, and in total no more than there
 * is room for records, so that lists which share records cannot multiply.
 */
final class ElfVersionReader {
  private static final int VERNEED = 16;
  private static final int VERNAUX = 16;
  private static final int VERDEF = 20;
  private static final int VERDAUX = 8;

  private final Bytes bytes;
  private final long fileStart;
  private final LongFunction<String> strings;
  private long stepsLeft;

  /** A reader of a section's bytes, which lie at {@code fileStart} in the file. */
  ElfVersionReader(Bytes bytes, long fileStart, LongFunction<String> strings) {
    this.bytes = bytes;
    this.fileStart = fileStart;
    this.strings = strings;
    this.stepsLeft = bytes.length() / VERDAUX;
  }

  /** The needed versions, at most {@code count} libraries. */
  List<ElfVersionNeed> needs(int count) {
    List<ElfVersionNeed> needs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count && step(at, VERNEED); i++) {
      String library = strings.apply(bytes.u32(at + 4));
      List<ElfVersion> versions = needed(at + bytes.u32(at + 8), bytes.u16(at + 2));
      needs.add(new ElfVersionNeed(library, versions, fileStart + at, fileStart + at + VERNEED));
      long next = bytes.u32(at + 12);
      if (next == 0) {
        break;
      }
      at += next;
    }
    return needs;
  }

  private List<ElfVersion> needed(long start, int count) {
    List<ElfVersion> versions = new ArrayList<>();
    long at = start;
    for (int i = 0; i < count && step(at, VERNAUX); i++) {
      versions.add(
          new ElfVersion(
              strings.apply(bytes.u32(at + 8)),
              bytes.u16(at + 6),
              bytes.u16(at + 4),
              fileStart + at,
              fileStart + at + VERNAUX));
      long next = bytes.u32(at + 12);
      if (next == 0) {
        break;
      }
      at += next;
    }
    return versions;
  }

  /** The defined versions, at most {@code count}. */
  List<ElfVersionDefinition> definitions(int count) {
    List<ElfVersionDefinition> definitions = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count && step(at, VERDEF); i++) {
      definitions.add(
          new ElfVersionDefinition(
              bytes.u16(at + 4),
              bytes.u16(at + 2),
              names(at + bytes.u32(at + 12), bytes.u16(at + 6)),
              fileStart + at,
              fileStart + at + VERDEF));
      long next = bytes.u32(at + 16);
      if (next == 0) {
        break;
      }
      at += next;
    }
    return definitions;
  }

  private List<ElfVersion> names(long start, int count) {
    List<ElfVersion> names = new ArrayList<>();
    long at = start;
    for (int i = 0; i < count && step(at, VERDAUX); i++) {
      String name = strings.apply(bytes.u32(at));
      names.add(new ElfVersion(name, 0, 0, fileStart + at, fileStart + at + VERDAUX));
      long next = bytes.u32(at + 4);
      if (next == 0) {
        break;
      }
      at += next;
    }
    return names;
  }

  private boolean step(long at, int size) {
    return stepsLeft-- > 0 && bytes.contains(at, size);
  }

  /** Where the records of a list end in the file; where the section starts if there are none. */
  long needsEnd(List<ElfVersionNeed> needs) {
    long end = fileStart;
    for (ElfVersionNeed need : needs) {
      end = Math.max(end, Math.max(need.fileEnd(), end(need.versions())));
    }
    return end;
  }

  /** Where the records of a list end in the file; where the section starts if there are none. */
  long definitionsEnd(List<ElfVersionDefinition> definitions) {
    long end = fileStart;
    for (ElfVersionDefinition definition : definitions) {
      end = Math.max(end, Math.max(definition.fileEnd(), end(definition.names())));
    }
    return end;
  }

  private static long end(List<ElfVersion> versions) {
    long end = 0;
    for (ElfVersion version : versions) {
      end = Math.max(end, version.fileEnd());
    }
    return end;
  }
}
