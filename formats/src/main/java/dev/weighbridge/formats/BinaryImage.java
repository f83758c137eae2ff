package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about one image: an ELF file, one architecture of a universal file, one member
 * of an archive, one Wasm module.
 *
 * <p>All file offsets in the tables count from the start of the file. Immutable.
 */
public final class BinaryImage {
  /**
   * What identifies one build of an image.
   *
   * @param type {@code build id}, {@code UUID} or {@code GUID}
   * @param text lower-case hexadecimal digits
   */
  public record Identity(String type, String text) {
    /** Refuses null. */
    public Identity {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * The separate debug file an image names.
   *
   * @param fileName its file name, without a folder
   * @param checksum CRC-32 of its bytes, or -1 if none is stated
   */
  public record DebugLink(String fileName, long checksum) {
    /** Refuses null. */
    public DebugLink {
      Objects.requireNonNull(fileName, "fileName");
    }
  }

  /** What sort of image it is. */
  record Header(String name, Machine machine, boolean isRelocatable, boolean isFixed) {
    Header {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(machine, "machine");
    }
  }

  /** Where it lies in its file; its bytes are fewer than its size if only facts were kept. */
  record Extent(Bytes bytes, long fileStart, long fileSize) {}

  /** What it says in rows. */
  record Tables(
      SegmentTable segments,
      SectionTable sections,
      SymbolTable symbols,
      FunctionTable functions,
      RelocationTable relocations,
      StructureTable structures,
      MemberTable members,
      StackTable stack) {}

  /** What it names outside itself, and how it is told from other builds. */
  record Links(
      List<String> libraries, Optional<Identity> identity, Optional<DebugLink> debugLink) {}

  /** What is read only when asked for. */
  record Later(
      LongSupplier codePadding,
      Consumer<ReferenceSink> references,
      boolean hasAllReferences,
      Optional<Consumer<BodySink>> bodies,
      Optional<Consumer<LinkTable.Builder>> imports,
      Optional<Consumer<LinkTable.Builder>> exports,
      DebugInformation debug) {}

  private final Header header;
  private final Extent extent;
  private final Tables tables;
  private final Links links;
  private final Later later;
  private final Object lock = new Object();
  private long paddedCodeBytes = -1;
  private @Nullable LinkTable imports;
  private @Nullable LinkTable exports;

  BinaryImage(Header header, Extent extent, Tables tables, Links links, Later later) {
    this.header = header;
    this.extent = extent;
    this.tables = tables;
    this.links = links;
    this.later = later;
  }

  /** The image's name inside its file: an architecture or an archive member; empty if alone. */
  public String name() {
    return header.name();
  }

  /** The machine that its code is for; what reports call it is {@link Machine#name}. */
  public Machine machine() {
    return header.machine();
  }

  /** Width of an address in bits: 32 or 64. */
  public int addressBits() {
    return header.machine().addressBits();
  }

  /** Whether numbers in it are little-endian. */
  public boolean isLittleEndian() {
    return header.machine().isLittleEndian();
  }

  /** Whether it is relocatable: its symbols count from their sections, not from address 0. */
  public boolean isRelocatable() {
    return header.isRelocatable();
  }

  /**
   * Whether it says that it runs at the addresses it states and nowhere else, as an ELF file of
   * type {@code ET_EXEC} does: then no relocation need tell where it holds an address.
   */
  public boolean isFixed() {
    return header.isFixed();
  }

  /**
   * The bytes of the image; position 0 is its first byte, {@link #fileStart} in the file. Nothing
   * if the file was kept {@linkplain BinaryFile#hasBytes without its bytes}.
   */
  public Bytes bytes() {
    return extent.bytes();
  }

  /** File offset of the first byte. */
  public long fileStart() {
    return extent.fileStart();
  }

  /** End in the file, exclusive. */
  public long fileEnd() {
    return extent.fileStart() + extent.fileSize();
  }

  /** How the loader sees it. */
  public SegmentTable segments() {
    return tables.segments();
  }

  /** How the linker sees it. */
  public SectionTable sections() {
    return tables.sections();
  }

  /** The symbols of all its tables. */
  public SymbolTable symbols() {
    return tables.symbols();
  }

  /** Function extents from unwind tables and the like. */
  public FunctionTable functions() {
    return tables.functions();
  }

  /** Places that are filled in by the linker or loader. */
  public RelocationTable relocations() {
    return tables.relocations();
  }

  /** Headers, table rows and other structures of the format. */
  public StructureTable structures() {
    return tables.structures();
  }

  /** The object files, or their sources, it was made of, as far as it says. */
  public MemberTable members() {
    return tables.members();
  }

  /** How much stack its functions take, as far as it says. */
  public StackTable stack() {
    return tables.stack();
  }

  /** The same image, made of other members than it says itself. */
  public BinaryImage withMembers(MemberTable others) {
    Objects.requireNonNull(others, "others");
    Tables changed =
        new Tables(
            segments(),
            sections(),
            symbols(),
            functions(),
            relocations(),
            structures(),
            Objects.requireNonNull(others, "others"),
            stack());
    return new BinaryImage(header, extent, changed, links, later);
  }

  /** The libraries it needs at run time, in the order of the file. */
  public List<String> neededLibraries() {
    return links.libraries();
  }

  /** What it takes from other files, and from which. Read when this is first asked. */
  public LinkTable imports() {
    synchronized (lock) {
      if (imports == null) {
        imports = links(later.imports(), true);
      }
      return imports;
    }
  }

  /** What it offers to other files. Read when this is first asked. */
  public LinkTable exports() {
    synchronized (lock) {
      if (exports == null) {
        exports = links(later.exports(), false);
      }
      return exports;
    }
  }

  private LinkTable links(Optional<Consumer<LinkTable.Builder>> told, boolean isImport) {
    if (told.isEmpty()) {
      return LinkTable.ofSymbols(symbols(), isRelocatable(), isImport);
    }
    LinkTable.Builder builder = new LinkTable.Builder(symbols());
    told.get().accept(builder);
    return builder.freeze();
  }

  /**
   * What debug information says of it; {@link DebugInformation#NONE} if there is none. Its tables
   * are read when they are first asked for. File offsets in it count from the start of the image.
   */
  public DebugInformation debug() {
    return later.debug();
  }

  /** What identifies this build, if stated. */
  public Optional<Identity> identity() {
    return links.identity();
  }

  /** The separate debug file it names, if any. */
  public Optional<DebugLink> debugLink() {
    return links.debugLink();
  }

  /**
   * Bytes of its code that the same numbers, written as short as possible, would not need. Only
   * Wasm leaves a choice there: linkers reserve five bytes for each LEB128 number they fill in. The
   * code is decoded when this is first asked; 0 for other formats.
   */
  public long paddedCodeBytes() {
    synchronized (lock) {
      if (paddedCodeBytes < 0) {
        paddedCodeBytes = later.codePadding().getAsLong();
      }
      return paddedCodeBytes;
    }
  }

  /**
   * Whether {@link #references} tells what its code refers to, too, as for Wasm; otherwise that is
   * to be read from its machine code.
   */
  public boolean hasAllReferences() {
    return later.hasAllReferences();
  }

  /**
   * Tells what is needed from outside, and who needs whom as far as machine code and {@linkplain
   * #relocations relocations} do not show it. Read from the file at each call, always in the same
   * order; nothing is told of relocatable files, nor of files kept without their bytes.
   */
  public void references(ReferenceSink sink) {
    Objects.requireNonNull(sink, "sink");
    long fileStart = extent.fileStart();
    later
        .references()
        .accept(
            new ReferenceSink() {
              @Override
              public void root(RootReason reason, long start, long end) {
                if (start >= 0 && start < end) {
                  sink.root(reason, fileStart + start, fileStart + end);
                }
              }

              @Override
              public void reference(long from, long to) {
                if (from >= 0 && to >= 0) {
                  sink.reference(fileStart + from, fileStart + to);
                }
              }

              @Override
              public void unread(Diagnostic defect) {
                sink.unread(defect);
              }
            });
  }

  /** Whether {@link #bodies} tells what bodies are, as for Wasm; else machine code does. */
  public boolean hasBodies() {
    return later.bodies().isPresent();
  }

  /**
   * Tells what the bodies of its functions are, where code refers to things by their indices. One
   * that cannot be decoded is not told. Read from the file at each call, in the order of the file.
   */
  public void bodies(BodySink sink) {
    Objects.requireNonNull(sink, "sink");
    long fileStart = extent.fileStart();
    later
        .bodies()
        .orElse(told -> {})
        .accept(
            new BodySink() {
              @Override
              public void body(long start, long low, long high) {
                sink.body(fileStart + start, low, high);
              }

              @Override
              public void target(long start) {
                sink.target(fileStart + start);
              }
            });
  }

  @Override
  public String toString() {
    return machine() + ", " + symbols().count() + " symbols";
  }
}
