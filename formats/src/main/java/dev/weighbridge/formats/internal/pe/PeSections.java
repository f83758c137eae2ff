package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.internal.cuda.FatBinary;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import java.util.EnumSet;
import java.util.Set;

/**
 * States the sections, one row for each section header, and what the loader maps.
 *
 * <p>PE has no segments: the loader maps each section by itself, and the headers before the first.
 * So there is a segment for the headers and one for each section, all of them loaded. Bytes that a
 * section has in the file beyond its size in memory only fill the file up to its alignment.
 */
final class PeSections {
  /** The largest alignment that compilers ask for data; images do not state it. */
  private static final int CONTENT_ALIGNMENT = 16;

  private final PeFile pe;
  private final ImageBuilder image;
  private final long end;

  PeSections(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
    this.end = pe.bytes().length();
  }

  void state() {
    pe.optionalHeader().ifPresent(this::headerSegment);
    for (PeSection section : pe.sections()) {
      Kind kind = PeKinds.of(section, pe.isImage());
      long start = section.fileSize() == 0 ? 0 : Math.min(section.rawOffset(), end);
      if (pe.isImage()) {
        segment(section, start);
      }
      boolean isLoaded = pe.isImage() || isLoadedOnceLinked(section, kind);
      image.section(
          section.name(),
          start,
          section.fileSize(),
          pe.isImage() ? pe.imageBase() + section.rva() : 0,
          isLoaded ? section.memorySize() : 0,
          pe.isImage() ? CONTENT_ALIGNMENT : Math.max(1, section.alignment()),
          kind,
          traits(section, kind, isLoaded));
      if (pe.isImage()) {
        tail(section, start);
      }
      if (FatBinary.isIn(section.name())) {
        long size = Math.min(section.fileSize(), end - start);
        FatBinary.state(image, pe.bytes(), start, start + size);
      }
    }
  }

  private void headerSegment(PeOptionalHeader optional) {
    long size = Math.min(optional.headersSize(), end);
    image.segment("headers", 0, size, optional.imageBase(), size, true, "r");
  }

  private void segment(PeSection section, long start) {
    image.segment(
        section.name(),
        start,
        Math.min(section.fileSize(), end - start),
        pe.imageBase() + section.rva(),
        section.memorySize(),
        true,
        section.permissions());
  }

  /** What the file has beyond the size in memory; the loader may map it but nothing uses it. */
  private void tail(PeSection section, long start) {
    long used = section.memorySize();
    long size = Math.min(section.fileSize(), end - start);
    if (size > used) {
      image.structure("section tail", Kind.PADDING, start + used, size - used);
    }
  }

  private static boolean isLoadedOnceLinked(PeSection section, Kind kind) {
    return !section.isRemovedByLinker() && kind != Kind.DEBUG;
  }

  private static Set<SectionTrait> traits(PeSection section, Kind kind, boolean isLoaded) {
    Set<SectionTrait> traits = EnumSet.noneOf(SectionTrait.class);
    if (isLoaded) {
      traits.add(SectionTrait.LOADED);
    }
    if (section.isExecutable()) {
      traits.add(SectionTrait.EXECUTABLE);
    }
    if (section.isWritable()) {
      traits.add(SectionTrait.WRITABLE);
    }
    if (PeKinds.isMetadata(section, kind)) {
      traits.add(SectionTrait.METADATA);
    }
    return traits;
  }
}
