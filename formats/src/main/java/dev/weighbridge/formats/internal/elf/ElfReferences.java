package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_FINI;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_INIT;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_PPC64_GLINK;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_FINI_ARRAY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_INIT_ARRAY;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_PREINIT_ARRAY;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.unwind.ArmExceptionIndex;
import dev.weighbridge.formats.unwind.EhFrame;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the system and other files need of an ELF file: where it is entered, what it exports, what
 * runs before and after it, what interrupts enter through, what is found by its section.
 */
final class ElfReferences implements Consumer<ReferenceSink> {
  /** Sections of initialisers from the time before {@code SHT_INIT_ARRAY}. */
  private static final Set<String> INITIALISERS =
      Set.of(".ctors", ".dtors", ".jcr", ".init", ".fini");

  private final ElfFile elf;

  ElfReferences(ElfFile elf) {
    this.elf = elf;
  }

  @Override
  public void accept(ReferenceSink sink) {
    root(sink, RootReason.ENTRY_POINT, elf.header().entry());
    elf.dynamic().value(DT_INIT).ifPresent(at -> root(sink, RootReason.INITIALISER, at));
    elf.dynamic().value(DT_FINI).ifPresent(at -> root(sink, RootReason.INITIALISER, at));
    elf.dynamic().value(DT_PPC64_GLINK).ifPresent(at -> root(sink, RootReason.KEPT, at));
    for (ElfSection section : elf.sections()) {
      section(sink, section);
    }
    exports(sink, elf.dynamicSymbolTable());
    for (EhFrame frames : elf.unwindTables().ehFrames()) {
      frames.cies().forEach(cie -> root(sink, RootReason.UNWINDING, cie.personality()));
    }
    for (ArmExceptionIndex index : elf.unwindTables().armIndexes()) {
      personalities(sink, index);
    }
  }

  /** A table that does not begin with the highest bit names who reads it (EHABI32, 7.2). */
  private void personalities(ReferenceSink sink, ArmExceptionIndex index) {
    for (int row = 0; row < index.count(); row++) {
      long table = index.table(row);
      long place = table == -1 ? -1 : elf.fileOffset(table);
      boolean isRead = place >= 0 && place <= elf.bytes().length() - Integer.BYTES;
      int word = isRead ? elf.bytes().i32(place) : -1;
      if (word >= 0) {
        root(sink, RootReason.UNWINDING, (table + (word << 1 >> 1)) & 0xFFFF_FFFEL);
      }
    }
  }

  private void root(ReferenceSink sink, RootReason reason, long address) {
    if (address != 0 && address != -1) {
      long start = elf.fileOffset(address);
      sink.root(reason, start, start + 1);
    }
  }

  private void section(ReferenceSink sink, ElfSection section) {
    long end = section.offset() + section.fileSize();
    if (!section.isLoaded()) {
      return;
    }
    if (isInitialiser(section)) {
      sink.root(RootReason.INITIALISER, section.offset(), end);
    } else if (section.isVectorTable()) {
      sink.root(RootReason.ENTRY_POINT, section.offset(), end);
    } else if (isIdentifier(section.name())) {
      // Linkers define __start_NAME and __stop_NAME, so programs can walk through the section.
      sink.root(RootReason.KEPT, section.offset(), end);
    }
  }

  private static boolean isInitialiser(ElfSection section) {
    return switch (section.type()) {
      case SHT_INIT_ARRAY, SHT_FINI_ARRAY, SHT_PREINIT_ARRAY -> true;
      default -> INITIALISERS.contains(section.name());
    };
  }

  /** Whether a name is one that C can spell. */
  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean isWord = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
      if (!isWord) {
        return false;
      }
    }
    return true;
  }

  private void exports(ReferenceSink sink, ElfSymbolTable symbols) {
    for (int row = 1; row < symbols.count(); row++) {
      if (!symbols.isUndefined(row) && !symbols.isAbsolute(row)) {
        root(sink, RootReason.EXPORT, symbols.value(row));
      }
    }
  }
}
