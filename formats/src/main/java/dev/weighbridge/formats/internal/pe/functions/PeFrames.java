package dev.weighbridge.formats.internal.pe.functions;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.internal.unwind.CodeRanges;
import dev.weighbridge.formats.internal.unwind.UnwindFacts;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.unwind.EhFrame;
import dev.weighbridge.formats.unwind.PointerRules;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import dev.weighbridge.formats.unwind.UnwindTables;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * States what call frame records say: GNU tools write them into images as they do on other systems,
 * and on 32-bit x86, which has no function table, nothing else says where functions end.
 */
public final class PeFrames {
  /** Section names have eight bytes where the linker keeps no string table. */
  private static final int SHORT_NAME = 8;

  private final PeFile pe;
  private final ImageBuilder image;
  private final PeAddresses addresses;
  private final CodeMap map;

  public PeFrames(PeFile pe, ImageBuilder image, PeAddresses addresses, CodeMap map) {
    this.pe = pe;
    this.image = image;
    this.addresses = addresses;
    this.map = map;
  }

  public void state() {
    List<UnwindSection> sections = new ArrayList<>();
    for (PeSection section : pe.sections()) {
      add(section, ".eh_frame", Role.EH_FRAME, sections);
      add(section, ".gcc_except_table", Role.EXCEPTION_TABLES, sections);
    }
    if (sections.isEmpty()) {
      return;
    }
    UnwindTables tables = UnwindTables.read(sections, image.diagnostics());
    UnwindFacts.state(tables, image, code(), Subject.ADDRESS);
    for (EhFrame frames : tables.ehFrames()) {
      extents(frames);
    }
  }

  private void add(PeSection section, String name, Role role, List<UnwindSection> sections) {
    String stated = section.name();
    boolean isCut = stated.length() == SHORT_NAME && name.startsWith(stated);
    long size = Math.min(pe.content(section).length(), section.memorySize());
    if (size > 0 && (stated.equals(name) || isCut)) {
      long start = section.rawOffset();
      sections.add(
          new UnwindSection(
              name,
              role,
              pe.bytes(),
              start,
              start + size,
              pe.imageBase() + section.rva(),
              PointerRules.linked(pe.header().addressBits() / Byte.SIZE)));
    }
  }

  private CodeRanges code() {
    CodeRanges.Builder ranges = new CodeRanges.Builder();
    for (PeSection section : pe.sections()) {
      if (section.isExecutable()) {
        long file = section.fileSize() == 0 ? -1 : section.rawOffset();
        ranges.add(pe.imageBase() + section.rva(), section.memorySize(), file);
      }
    }
    return ranges.build();
  }

  /** What the records cover needs no cutting at filler. */
  private void extents(EhFrame frames) {
    for (int row = 0; row < frames.count(); row++) {
      Work.checkAt(row);
      long begin = frames.pcBegin(row) - pe.imageBase();
      if (frames.hasCode(row) && addresses.isCode(begin)) {
        long size = Math.min(frames.pcLength(row), addresses.room(begin));
        map.extent(begin, begin + size);
      }
    }
  }
}
