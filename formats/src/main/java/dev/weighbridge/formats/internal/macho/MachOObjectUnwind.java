package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.internal.unwind.CodeRanges;
import dev.weighbridge.formats.internal.unwind.UnwindFacts;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.unwind.PointerRules;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.util.ArrayList;
import java.util.List;

/**
 * States the unwind tables of a relocatable file: call frame records, the rows of {@code
 * __compact_unwind}, which say how long each function is, and exception tables.
 *
 * <p>File offsets take the part of addresses. compact_unwind_encoding.h.
 */
final class MachOObjectUnwind {
  private final MachOFile macho;
  private final ImageBuilder image;
  private final int pointerSize;
  private final CodeRanges code;
  private final LongColumn languageData = new LongColumn(0);
  private final LongColumn languageDataFunction = new LongColumn(0);

  MachOObjectUnwind(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
    this.pointerSize = macho.header().addressBytes();
    CodeRanges.Builder ranges = new CodeRanges.Builder();
    for (MachOSection section : macho.sections()) {
      if (section.isExecutable()) {
        ranges.add(section.offset(), section.fileSize(), section.offset());
      }
    }
    this.code = ranges.build();
  }

  void state() {
    List<UnwindSection> sections = new ArrayList<>();
    macho.section("__LD", "__compact_unwind").ifPresent(this::compact);
    macho
        .section("__TEXT", "__eh_frame")
        .ifPresent(section -> add(section, UnwindSection.Role.EH_FRAME, sections));
    macho
        .section("__TEXT", "__gcc_except_tab")
        .ifPresent(section -> add(section, UnwindSection.Role.EXCEPTION_TABLES, sections));
    UnwindTables tables =
        UnwindTables.read(
            sections, languageData.freeze(), languageDataFunction.freeze(), image.diagnostics());
    UnwindFacts.state(tables, image, code, Subject.OFFSET);
  }

  private void add(MachOSection section, UnwindSection.Role role, List<UnwindSection> sections) {
    long size = macho.content(section).length();
    if (size > 0) {
      PointerRules rules =
          PointerRules.linked(pointerSize).with(new RelocatedPlaces(macho, section));
      long start = section.offset();
      sections.add(
          new UnwindSection(
              section.name(), role, macho.bytes(), start, start + size, start, rules));
    }
  }

  /** Rows of a function's start and length, its encoding, personality and exception table. */
  private void compact(MachOSection section) {
    RelocatedPlaces places = new RelocatedPlaces(macho, section);
    Bytes file = macho.bytes();
    int stride = 3 * pointerSize + 8;
    int label = image.label("compact unwind entry");
    long end = section.offset() + macho.content(section).length();
    for (long at = section.offset(); end - at >= stride; at += stride) {
      long function = target(places, at);
      if (function < 0) {
        image.structure(label, Kind.UNWIND, at, stride, Subject.NONE, -1);
        continue;
      }
      image.structure(label, Kind.UNWIND, at, stride, Subject.OFFSET, function);
      function(function, file.u32(at + pointerSize));
      long table = target(places, at + 2L * pointerSize + 8);
      if (table >= 0) {
        languageData.add(table);
        languageDataFunction.add(function);
      }
    }
  }

  /** File offset of what the pointer at a place refers to, or -1 if it refers to nothing here. */
  private long target(RelocatedPlaces places, long place) {
    Bytes file = macho.bytes();
    long value = pointerSize == 8 ? file.i64(place) : file.u32(place);
    long target = places.target(place, value);
    return target == PointerRules.NOT_RELOCATED ? -1 : target;
  }

  private void function(long start, long size) {
    int range = code.find(start);
    if (range >= 0) {
      long fits = Math.min(size, code.room(range, start));
      image.function(start, fits, start, ExtentEvidence.UNWIND_TABLE);
    }
  }
}
