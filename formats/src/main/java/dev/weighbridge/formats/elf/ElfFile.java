package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_DYN;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_GNU_RELRO;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_INTERP;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_DYNSYM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_SYMTAB;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.elf.dynamic.ElfDynamic;
import dev.weighbridge.formats.elf.dynamic.ElfGnuHashTable;
import dev.weighbridge.formats.elf.dynamic.ElfHashTable;
import dev.weighbridge.formats.elf.dynamic.ElfLoaderSections;
import dev.weighbridge.formats.elf.dynamic.ElfVersions;
import dev.weighbridge.formats.elf.headers.ElfCompression;
import dev.weighbridge.formats.elf.headers.ElfGroup;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPltSlot;
import dev.weighbridge.formats.elf.linking.ElfPointerReader;
import dev.weighbridge.formats.elf.linking.ElfPointerTables;
import dev.weighbridge.formats.elf.notes.ElfDebugAltLink;
import dev.weighbridge.formats.elf.notes.ElfDebugLink;
import dev.weighbridge.formats.elf.notes.ElfNote;
import dev.weighbridge.formats.elf.relocations.ElfRelocationReader;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.internal.codec.CompressedSection;
import dev.weighbridge.formats.internal.codec.Decompressor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ELF file: executable, shared object or relocatable file, 32 or 64 bit, either byte order, any
 * machine.
 *
 * <p>Only the file header is read at once. Every other part is parsed when first asked for and
 * kept; what is wrong with it is then in {@link #diagnostics}. A file without section headers
 * answers from its program headers and dynamic entries, as the loader would. May be used by several
 * threads.
 */
public final class ElfFile {
  private final Bytes bytes;
  private final ElfHeader header;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Object lock = new Object();

  /** Unwind tables have a lock of their own, so that one thread can read them beside another. */
  private final Object unwindLock = new Object();

  private final Diagnostics unwindDiagnostics = new Diagnostics();
  private @Nullable List<ElfProgramHeader> programHeaders;
  private @Nullable List<ElfSection> sections;
  private @Nullable ElfImage image;
  private @Nullable ElfSymbolTable symbolTable;
  private @Nullable ElfSymbolTable dynamicSymbolTable;
  private @Nullable ElfDynamic dynamic;
  private @Nullable ElfVersions versions;
  private @Nullable List<ElfRelocations> relocations;
  private @Nullable ElfPointerTables pointers;
  private @Nullable List<ElfPltSlot> pltSlots;
  private @Nullable List<ElfNote> notes;
  private @Nullable List<ElfGroup> groups;
  private @Nullable UnwindTables unwindTables;
  private Optional<ElfFile> miniDebugFile = Optional.empty();
  private boolean isMiniDebugFileRead;

  private ElfFile(Bytes bytes, ElfHeader header) {
    this.header = header;
    this.bytes =
        bytes.withOrder(header.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /**
   * The ELF file in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with a complete file header
   */
  public static ElfFile of(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return new ElfFile(bytes, ElfHeaders.fileHeader(bytes));
  }

  /**
   * The ELF file at a path.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with a complete file header
   */
  public static ElfFile open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the file, in its byte order. */
  public Bytes bytes() {
    return bytes;
  }

  /** The file header. */
  public ElfHeader header() {
    return header;
  }

  /** What was wrong with the parts asked for so far, in the order found; unwind tables last. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> ofUnwind;
    synchronized (unwindLock) {
      ofUnwind = unwindDiagnostics.list();
    }
    synchronized (lock) {
      if (ofUnwind.isEmpty()) {
        return diagnostics.list();
      }
      Diagnostics all = new Diagnostics();
      all.addAll(diagnostics.list(), 0);
      all.addAll(ofUnwind, 0);
      return all.list();
    }
  }

  /** Whether it is an object file that is yet to be linked: {@code ET_REL}. */
  public boolean isRelocatable() {
    return header.type() == ET_REL;
  }

  /**
   * Whether it is a position-independent executable: marked so, or a shared object that names a
   * program interpreter.
   */
  public boolean isPie() {
    return header.type() == ET_DYN && (dynamic().isMarkedPie() || hasSegment(PT_INTERP));
  }

  /** Whether some of its memory becomes read-only after relocation: {@code PT_GNU_RELRO}. */
  public boolean hasRelro() {
    return hasSegment(PT_GNU_RELRO);
  }

  private boolean hasSegment(int type) {
    for (ElfProgramHeader segment : programHeaders()) {
      if (segment.type() == type) {
        return true;
      }
    }
    return false;
  }

  /** The program headers in the order of the file; empty in a relocatable file. */
  public List<ElfProgramHeader> programHeaders() {
    synchronized (lock) {
      if (programHeaders == null) {
        programHeaders = new ElfHeaderTables(bytes, header, diagnostics).programHeaders();
      }
      return programHeaders;
    }
  }

  /** The sections in the order of the file, the null section included; may be empty. */
  public List<ElfSection> sections() {
    synchronized (lock) {
      if (sections == null) {
        sections = new ElfHeaderTables(bytes, header, diagnostics).sections();
      }
      return sections;
    }
  }

  /** The first section of a name. */
  public Optional<ElfSection> section(String name) {
    return section(sections(), name);
  }

  private static Optional<ElfSection> section(List<ElfSection> sections, String name) {
    for (ElfSection section : sections) {
      if (section.name().equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /**
   * The sections that its tables are read from: {@link #sections}, or in a file without section
   * headers sections put together from its program headers and dynamic entries.
   */
  public List<ElfSection> tableSections() {
    return image().sections();
  }

  /** The bytes a section has in the file, as far as they lie inside it; compressed if it is. */
  public Bytes content(ElfSection section) {
    return section.content(bytes);
  }

  /** The header of a compressed section; empty if it is not compressed or cut short. */
  public Optional<ElfCompression> compression(ElfSection section) {
    return ElfHeaders.of(bytes, header).compression(section);
  }

  /**
   * The bytes of a section after decompression; those in the file if it is not compressed.
   *
   * @throws BinaryException if they cannot be restored, or are more than the limits allow
   */
  public Bytes uncompressed(ElfSection section) {
    Bytes content = content(section);
    if (!section.isCompressed()) {
      return content;
    }
    String name = section.name();
    ElfCompression stated =
        compression(section)
            .orElseThrow(
                () ->
                    new MalformedBinaryException(
                        name,
                        section.offset(),
                        "a compression header",
                        content.length() + " bytes without one"));
    Bytes payload = content.slice(stated.fileEnd() - stated.fileStart(), content.length());
    CompressedSection compressed =
        CompressedSection.elf(
            name,
            section.offset(),
            stated.type(),
            stated.uncompressedSize(),
            stated.alignment(),
            payload);
    return Decompressor.decompress(compressed);
  }

  /** File offset of the byte at a virtual address, -1 if it has none. */
  public long fileOffset(long address) {
    return image().fileOffset(address, 1);
  }

  private ElfImage image() {
    synchronized (lock) {
      if (image == null) {
        ElfImage stated = ElfImage.of(bytes, header, programHeaders(), sections(), diagnostics);
        image = stated.hasSectionHeaders() ? stated : stated.with(ElfLoaderSections.of(stated));
      }
      return image;
    }
  }

  /** The full symbol table, {@code .symtab}; without rows if there is none. */
  public ElfSymbolTable symbolTable() {
    synchronized (lock) {
      if (symbolTable == null) {
        symbolTable = ElfSymbolTable.read(image(), SHT_SYMTAB);
      }
      return symbolTable;
    }
  }

  /** The symbol table of the dynamic linker, {@code .dynsym}; without rows if there is none. */
  public ElfSymbolTable dynamicSymbolTable() {
    synchronized (lock) {
      if (dynamicSymbolTable == null) {
        dynamicSymbolTable = ElfSymbolTable.read(image(), SHT_DYNSYM);
      }
      return dynamicSymbolTable;
    }
  }

  /** What it tells the dynamic linker; without entries if it is not linked dynamically. */
  public ElfDynamic dynamic() {
    synchronized (lock) {
      if (dynamic == null) {
        dynamic = ElfDynamic.read(image());
      }
      return dynamic;
    }
  }

  /** The versions of its dynamic symbols; without rows if it has none. */
  public ElfVersions versions() {
    synchronized (lock) {
      if (versions == null) {
        versions = ElfVersions.read(image());
      }
      return versions;
    }
  }

  /** The hash table {@code .hash}; empty if it has none or one that is cut short. */
  public Optional<ElfHashTable> hashTable() {
    return ElfHashTable.read(image());
  }

  /** The hash table {@code .gnu.hash}; empty if it has none or one that is cut short. */
  public Optional<ElfGnuHashTable> gnuHashTable() {
    return ElfGnuHashTable.read(image());
  }

  /** The relocation tables in the order of their sections. */
  public List<ElfRelocations> relocations() {
    synchronized (lock) {
      if (relocations == null) {
        relocations = ElfRelocationReader.read(image(), symbolTable(), dynamicSymbolTable());
      }
      return relocations;
    }
  }

  /** The GOT, the function arrays and the function descriptors; none in a relocatable file. */
  public ElfPointerTables pointers() {
    synchronized (lock) {
      if (pointers == null) {
        pointers = isRelocatable() ? ElfPointerTables.NONE : readPointers();
      }
      return pointers;
    }
  }

  private ElfPointerTables readPointers() {
    return new ElfPointerReader(image(), dynamic(), dynamicSymbolTable(), relocations()).read();
  }

  /**
   * The slots of the procedure linkage tables that call something known; none in a relocatable file
   * or one without section headers.
   */
  public List<ElfPltSlot> pltSlots() {
    synchronized (lock) {
      if (pltSlots == null) {
        pltSlots = isRelocatable() || sections().isEmpty() ? List.of() : readPltSlots();
      }
      return pltSlots;
    }
  }

  private List<ElfPltSlot> readPltSlots() {
    return new ElfPltReader(image(), dynamicSymbolTable(), relocations(), pointers()).read();
  }

  /** The notes of all note sections, or of the note segments of a file without sections. */
  public List<ElfNote> notes() {
    synchronized (lock) {
      if (notes == null) {
        notes = new ElfNoteReader(image()).read();
      }
      return notes;
    }
  }

  /** The section groups of a relocatable file. */
  public List<ElfGroup> groups() {
    synchronized (lock) {
      if (groups == null) {
        groups = ElfGroup.read(image());
      }
      return groups;
    }
  }

  /** The unwind tables: call frame records, their search table, exception tables, ARM index. */
  public UnwindTables unwindTables() {
    synchronized (unwindLock) {
      if (unwindTables == null) {
        List<ElfRelocations> patching = isRelocatable() ? relocations() : List.of();
        unwindTables = new ElfUnwindReader(image(), patching).read(unwindDiagnostics);
      }
      return unwindTables;
    }
  }

  /** How much stack its functions take: {@code .stack_sizes}. Read at each call. */
  public ElfStackSizes stackSizes() {
    synchronized (lock) {
      return ElfStackSizes.read(image(), isRelocatable() ? relocations() : List.of());
    }
  }

  /** The mini debug file in {@code .gnu_debugdata}; empty if there is none or it is defective. */
  public Optional<ElfFile> miniDebugFile() {
    synchronized (lock) {
      if (!isMiniDebugFileRead) {
        Optional<ElfSection> section = section(".gnu_debugdata");
        miniDebugFile = section.isEmpty() ? Optional.empty() : miniDebugFile(section.get());
        isMiniDebugFileRead = true;
      }
      return miniDebugFile;
    }
  }

  private Optional<ElfFile> miniDebugFile(ElfSection section) {
    try {
      CompressedSection xz =
          CompressedSection.xz(section.name(), section.offset(), content(section));
      return Optional.of(of(Decompressor.decompress(xz)));
    } catch (BinaryException e) {
      diagnostics.warn(e);
      return Optional.empty();
    }
  }

  /** What identifies this build, as lower-case hexadecimal digits. */
  public Optional<String> buildId() {
    for (ElfNote note : notes()) {
      Optional<String> id = note.buildId();
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  /** The program that loads this one: the path in {@code .interp}. */
  public Optional<String> interpreter() {
    return section(tableSections(), ".interp").map(s -> new ElfTexts(content(s)).first());
  }

  /** What the compilers and linkers that made it say of themselves: {@code .comment}. */
  public List<String> comments() {
    return section(".comment").map(s -> new ElfTexts(content(s)).all()).orElse(List.of());
  }

  /** The separate file that holds its debug information. */
  public Optional<ElfDebugLink> debugLink() {
    Optional<ElfSection> section = section(".gnu_debuglink");
    return section.isEmpty() ? Optional.empty() : new ElfTexts(content(section.get())).debugLink();
  }

  /** The file that holds the debug information it shares with others. */
  public Optional<ElfDebugAltLink> debugAltLink() {
    return section(".gnu_debugaltlink").flatMap(s -> new ElfTexts(content(s)).debugAltLink());
  }

  @Override
  public String toString() {
    return "ELF, " + sections().size() + " sections, " + bytes();
  }
}
