package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_ABI_TAG;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_BUILD_ID;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_PROPERTY_TYPE_0;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfGroup;
import dev.weighbridge.formats.elf.notes.ElfDebugLink;
import dev.weighbridge.formats.elf.notes.ElfNote;
import java.util.Optional;

/** States the notes of an ELF file, its identity, its debug link and its section groups. */
final class ElfNoteFacts {
  private final ElfFile elf;
  private final ImageBuilder image;

  ElfNoteFacts(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
  }

  void state() {
    for (ElfNote note : elf.notes()) {
      note(note);
    }
    for (ElfGroup group : elf.groups()) {
      group(group);
    }
    Optional<String> buildId = elf.buildId();
    if (buildId.isPresent()) {
      image.identity("build id", buildId.get());
    }
    Optional<ElfDebugLink> link = elf.debugLink();
    if (link.isPresent()) {
      image.debugLink(link.get().fileName(), link.get().checksum());
    }
  }

  private void note(ElfNote note) {
    long size = note.fileEnd() - note.fileStart();
    Optional<ElfNote.Probe> probe = note.probe();
    if (probe.isPresent()) {
      int label = image.label("probe note");
      long address = probe.get().address();
      image.structure(label, Kind.HEADERS, note.fileStart(), size, Subject.ADDRESS, address);
    } else {
      image.structure(label(note), Kind.HEADERS, note.fileStart(), size);
    }
  }

  private static String label(ElfNote note) {
    if (!note.owner().equals("GNU")) {
      return "note";
    }
    return switch (note.type()) {
      case NT_GNU_BUILD_ID -> "build id note";
      case NT_GNU_ABI_TAG -> "ABI note";
      case NT_GNU_PROPERTY_TYPE_0 -> "property note";
      default -> "note";
    };
  }

  private void group(ElfGroup group) {
    int signature = group.signature();
    boolean isNamed = signature > 0 && signature < elf.symbolTable().count();
    image.structure(
        image.label("section group"),
        Kind.HEADERS,
        group.fileStart(),
        group.fileEnd() - group.fileStart(),
        isNamed ? Subject.SYMBOL : Subject.NONE,
        isNamed ? signature : -1);
  }
}
