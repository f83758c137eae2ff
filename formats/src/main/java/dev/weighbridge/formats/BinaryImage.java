package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

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
  public record Identity(String type, String text) {}

  /**
   * The separate debug file an image names.
   *
   * @param fileName its file name, without a folder
   * @param checksum CRC-32 of its bytes, or -1 if none is stated
   */
  public record DebugLink(String fileName, long checksum) {}

  private final String name;
  private final Machine machine;
  private final boolean isRelocatable;
  private final Bytes bytes;
  private final long fileStart;
  private final long fileSize;
  private final SegmentTable segments;
  private final SectionTable sections;
  private final SymbolTable symbols;
  private final FunctionTable functions;
  private final RelocationTable relocations;
  private final StructureTable structures;
  private final MemberTable members;
  private final List<String> libraries;
  private final Optional<Identity> identity;
  private final Optional<DebugLink> debugLink;
  private final LongSupplier codePadding;
  private final Consumer<ReferenceSink> references;
  private final boolean hasAllReferences;
  private long paddedCodeBytes = -1;

  BinaryImage(
      String name,
      Machine machine,
      boolean isRelocatable,
      Bytes bytes,
      long fileStart,
      long fileSize,
      SegmentTable segments,
      SectionTable sections,
      SymbolTable symbols,
      FunctionTable functions,
      RelocationTable relocations,
      StructureTable structures,
      MemberTable members,
      List<String> libraries,
      Optional<Identity> identity,
      Optional<DebugLink> debugLink,
      LongSupplier codePadding,
      Consumer<ReferenceSink> references,
      boolean hasAllReferences) {
    this.name = Objects.requireNonNull(name);
    this.machine = Objects.requireNonNull(machine);
    this.isRelocatable = isRelocatable;
    this.bytes = bytes;
    this.fileStart = fileStart;
    this.fileSize = fileSize;
    this.segments = segments;
    this.sections = sections;
    this.symbols = symbols;
    this.functions = functions;
    this.relocations = relocations;
    this.structures = structures;
    this.members = members;
    this.libraries = libraries;
    this.identity = identity;
    this.debugLink = debugLink;
    this.codePadding = codePadding;
    this.references = references;
    this.hasAllReferences = hasAllReferences;
  }

  /** The image's name inside its file: an architecture or an archive member; empty if alone. */
  public String name() {
    return name;
  }

  /** The machine that its code is for; what reports call it is {@link Machine#name}. */
  public Machine machine() {
    return machine;
  }

  /** Width of an address in bits: 32 or 64. */
  public int addressBits() {
    return machine.addressBits();
  }

  /** Whether numbers in it are little-endian. */
  public boolean isLittleEndian() {
    return machine.isLittleEndian();
  }

  /** Whether it is relocatable: its symbols count from their sections, not from address 0. */
  public boolean isRelocatable() {
    return isRelocatable;
  }

  /**
   * The bytes of the image; position 0 is its first byte, {@link #fileStart} in the file. Nothing
   * if the file was kept {@linkplain BinaryFile#hasBytes without its bytes}.
   */
  public Bytes bytes() {
    return bytes;
  }

  /** File offset of the first byte. */
  public long fileStart() {
    return fileStart;
  }

  /** End in the file, exclusive. */
  public long fileEnd() {
    return fileStart + fileSize;
  }

  /** How the loader sees it. */
  public SegmentTable segments() {
    return segments;
  }

  /** How the linker sees it. */
  public SectionTable sections() {
    return sections;
  }

  /** The symbols of all its tables. */
  public SymbolTable symbols() {
    return symbols;
  }

  /** Function extents from unwind tables and the like. */
  public FunctionTable functions() {
    return functions;
  }

  /** Places that are filled in by the linker or loader. */
  public RelocationTable relocations() {
    return relocations;
  }

  /** Headers, table rows and other structures of the format. */
  public StructureTable structures() {
    return structures;
  }

  /** The object files, or their sources, it was made of, as far as it says. */
  public MemberTable members() {
    return members;
  }

  /** The libraries it needs at run time, in the order of the file. */
  public List<String> neededLibraries() {
    return libraries;
  }

  /** What identifies this build, if stated. */
  public Optional<Identity> identity() {
    return identity;
  }

  /** The separate debug file it names, if any. */
  public Optional<DebugLink> debugLink() {
    return debugLink;
  }

  /**
   * Bytes of its code that the same numbers, written as short as possible, would not need. Only
   * Wasm leaves a choice there: linkers reserve five bytes for each LEB128 number they fill in. The
   * code is decoded when this is first asked; 0 for other formats.
   */
  public long paddedCodeBytes() {
    synchronized (codePadding) {
      if (paddedCodeBytes < 0) {
        paddedCodeBytes = codePadding.getAsLong();
      }
      return paddedCodeBytes;
    }
  }

  /**
   * Whether {@link #references} tells what its code refers to, too, as for Wasm; otherwise that is
   * to be read from its machine code.
   */
  public boolean hasAllReferences() {
    return hasAllReferences;
  }

  /**
   * Tells what is needed from outside, and who needs whom as far as machine code and {@linkplain
   * #relocations relocations} do not show it. Read from the file at each call, always in the same
   * order; nothing is told of relocatable files, nor of files kept without their bytes.
   */
  public void references(ReferenceSink sink) {
    references.accept(
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
}
