package dev.weighbridge.formats;

import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.NameAllowance;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Collects what a format says about one image and freezes it: the only place where "the format
 * says" becomes a fact.
 *
 * <p>File offsets given to a builder count from the start of the image; it shifts them to the start
 * of the file. Every range is checked against the image here, once: what reaches over its end is
 * clipped and reported. Rows that lie outside altogether keep their place with an empty range, so
 * that row numbers stay those of the format.
 */
public final class ImageBuilder {
  private final Bytes bytes;
  private final long imageSize;
  private final long fileStart;
  private final Diagnostics diagnostics;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final SymbolTable.Builder symbols = new SymbolTable.Builder();
  private final FunctionTable.Builder functions = new FunctionTable.Builder();
  private final RelocationTable.Builder relocations = new RelocationTable.Builder();
  private final StructureTable.Builder structures = new StructureTable.Builder();
  private final StackTable stack = new StackTable();
  private final NameAllowance names;
  private final RangeCheck ranges;
  private final MemberTable.Builder members = new MemberTable.Builder();
  private final List<String> libraries = new ArrayList<>();
  private String name = "";
  private Machine machine;
  private boolean isRelocatable;
  private boolean isFixed;
  private Optional<BinaryImage.Identity> identity = Optional.empty();
  private Optional<BinaryImage.DebugLink> debugLink = Optional.empty();
  private LongSupplier codePadding = () -> 0;
  private Consumer<ReferenceSink> references = sink -> {};
  private Optional<Consumer<BodySink>> bodies = Optional.empty();
  private boolean hasAllReferences;
  private Optional<Consumer<LinkTable.Builder>> imports = Optional.empty();
  private Optional<Consumer<LinkTable.Builder>> exports = Optional.empty();
  private DebugInformation debug = DebugInformation.NONE;

  /**
   * A builder of an image.
   *
   * @param bytes the bytes of the image, in its byte order
   * @param fileStart file offset of its first byte
   * @param diagnostics where defects go
   */
  public ImageBuilder(Bytes bytes, long fileStart, Diagnostics diagnostics) {
    this(Objects.requireNonNull(bytes, "bytes"), bytes.length(), fileStart, diagnostics);
  }

  private ImageBuilder(Bytes bytes, long imageSize, long fileStart, Diagnostics diagnostics) {
    this.bytes = bytes;
    this.imageSize = imageSize;
    this.fileStart = fileStart;
    this.diagnostics = Objects.requireNonNull(diagnostics, "diagnostics");
    names = new NameAllowance("symbols", imageSize, diagnostics);
    ranges = new RangeCheck(fileStart, imageSize, diagnostics);
    machine = Machine.of(Architecture.UNKNOWN, Long.SIZE, bytes.isLittleEndian());
  }

  /**
   * A builder of an image whose facts were kept but whose bytes were not.
   *
   * @param order the byte order of the image
   * @param fileSize bytes of the image, 0 or more
   * @param fileStart file offset of its first byte
   * @param diagnostics where defects go
   */
  public static ImageBuilder withoutBytes(
      ByteOrder order, long fileSize, long fileStart, Diagnostics diagnostics) {
    Objects.requireNonNull(order, "order");
    Bytes none = Bytes.of(new byte[0]).withOrder(order);
    return new ImageBuilder(none, fileSize, fileStart, diagnostics);
  }

  /** Where defects of this image go. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The image's name inside its file: an architecture or an archive member; empty if alone. */
  public ImageBuilder name(String text) {
    name = text;
    return this;
  }

  /** The machine that its code is for; unknown if not said. */
  public ImageBuilder machine(Machine codeFor) {
    machine = codeFor;
    return this;
  }

  /** Marks a relocatable file: its sections have no addresses, its symbols count from sections. */
  public ImageBuilder relocatable() {
    isRelocatable = true;
    return this;
  }

  /** Marks a file that cannot be moved: where it holds addresses, relocations need not say so. */
  public ImageBuilder fixed() {
    isFixed = true;
    return this;
  }

  /** What identifies this build: a build id, UUID or GUID. */
  public ImageBuilder identity(String type, String text) {
    identity = Optional.of(new BinaryImage.Identity(type, text));
    return this;
  }

  /** The separate debug file this image names. */
  public ImageBuilder debugLink(String fileName, long checksum) {
    debugLink = Optional.of(new BinaryImage.DebugLink(fileName, checksum));
    return this;
  }

  /** A library this image needs at run time, in the order of the file. */
  public ImageBuilder library(String text) {
    libraries.add(text);
    return this;
  }

  /** What counts {@link BinaryImage#paddedCodeBytes}, when that is first asked for. */
  public ImageBuilder codePadding(LongSupplier count) {
    codePadding = count;
    return this;
  }

  /**
   * What tells {@link BinaryImage#references}, when that is asked for. Its file offsets count from
   * the start of the image.
   */
  public ImageBuilder references(Consumer<ReferenceSink> told) {
    references = told;
    return this;
  }

  /** What tells {@link BinaryImage#references}, those of its code included. */
  public ImageBuilder allReferences(Consumer<ReferenceSink> told) {
    hasAllReferences = true;
    return references(told);
  }

  /** What tells {@link BinaryImage#bodies}; offsets count from the start of the image, too. */
  public ImageBuilder bodies(Consumer<BodySink> told) {
    bodies = Optional.of(told);
    return this;
  }

  /**
   * What tells {@link BinaryImage#imports}, when that is first asked; if nothing does, they follow
   * from the symbols.
   */
  public ImageBuilder imports(Consumer<LinkTable.Builder> told) {
    imports = Optional.of(told);
    return this;
  }

  /** What tells {@link BinaryImage#exports}; see {@link #imports}. */
  public ImageBuilder exports(Consumer<LinkTable.Builder> told) {
    exports = Optional.of(told);
    return this;
  }

  /** What debug information says of this image; none of its tables need be read yet. */
  public ImageBuilder debug(DebugInformation information) {
    debug = information;
    return this;
  }

  /** Adds a segment; its row is the number of segments before it. */
  public void segment(
      String segmentName,
      long start,
      long size,
      long address,
      long memorySize,
      boolean isLoaded,
      String permissions) {
    segment(segmentName, start, size, address, memorySize, isLoaded, permissions, address);
  }

  /** As the other, for a segment whose bytes are put elsewhere before the program runs. */
  public void segment(
      String segmentName,
      long start,
      long size,
      long address,
      long memorySize,
      boolean isLoaded,
      String permissions,
      long loadAddress) {
    String where = "segment[" + segments.size() + "]";
    long end = ranges.end(where, start, size);
    long first = Math.min(start < 0 ? Long.MAX_VALUE : start, end);
    segments.add(
        new Segment(
            segments.size(),
            segmentName,
            fileStart + first,
            fileStart + end,
            address,
            ranges.nonNegative(where + " memory size", memorySize),
            isLoaded,
            permissions,
            loadAddress));
  }

  /** Adds a section; its row is the number of sections before it. */
  public void section(
      String sectionName,
      long start,
      long size,
      long address,
      long memorySize,
      long alignment,
      Kind kind,
      Set<SectionTrait> traits) {
    String where = "section[" + sections.size() + "]";
    long end = ranges.end(where, start, size);
    long first = Math.min(start < 0 ? Long.MAX_VALUE : start, end);
    sections.add(
        new Section(
            sections.size(),
            sectionName,
            fileStart + first,
            fileStart + end,
            address,
            ranges.nonNegative(where + " memory size", memorySize),
            Math.max(1, Long.highestOneBit(alignment & Long.MAX_VALUE)),
            kind,
            traits.isEmpty() ? Set.of() : EnumSet.copyOf(traits)));
  }

  /**
   * Adds a symbol and returns its row. If the names of all come to far more than the image has
   * bytes, those of the last are cut.
   *
   * @param memorySize stated bytes; a negative one (2^63 or more) is taken as unstated
   * @param pool the bytes that hold its name
   * @param nameStart where the name starts in {@code pool}
   * @param nameLength bytes of the name, without a terminator
   */
  public int symbol(
      long address,
      long memorySize,
      int section,
      SymbolType type,
      SymbolBinding binding,
      SymbolSource source,
      Bytes pool,
      long nameStart,
      int nameLength) {
    int known = section < sections.size() ? section : SymbolTable.NO_SECTION;
    int row = symbols.add(address, Math.max(0, memorySize), known, type, binding, source);
    boolean fits = pool.contains(nameStart, nameLength);
    symbols.name(pool, fits ? nameStart : 0, fits ? names.take(nameLength) : 0);
    return row;
  }

  /**
   * Adds an object file, or the source it was compiled from, and returns its row.
   *
   * @param pool the bytes that hold its name
   * @param nameStart where the name starts in {@code pool}
   * @param nameLength bytes of the name, without a terminator
   * @param archive the archive it was taken from; empty if not stated apart
   */
  public int member(Bytes pool, long nameStart, int nameLength, String archive) {
    return members.add(pool, nameStart, nameLength, archive);
  }

  /**
   * Says that the symbols added from now on are of a member.
   *
   * @param member a row from {@link #member}, or -1 for none
   */
  public void symbolsOf(int member) {
    members.open(member, symbols.count());
  }

  /** Says that a linker map tells the ranges of members. */
  public void membersOfMap() {
    members.ofMap();
  }

  /** Says that a range of addresses is of a member; without effect if its size is 0 or negative. */
  public void rangeOf(int member, long address, long memorySize) {
    if (memorySize > 0) {
      members.range(member, address, memorySize);
    }
  }

  /**
   * Makes room for tables whose length is known, so that filling them copies nothing.
   *
   * @param moreSymbols symbols to come
   * @param moreStructures structures to come
   * @param moreRelocations relocations to come
   */
  public void reserve(int moreSymbols, int moreStructures, int moreRelocations) {
    symbols.reserve(moreSymbols);
    structures.reserve(moreStructures);
    relocations.reserve(moreRelocations);
  }

  /** Makes room for function extents to come, as {@link #reserve} does for what it names. */
  public void reserveFunctions(int more) {
    functions.reserve(more);
  }

  /** The end of the last segment, section or structure so far; of the image if one is cut. */
  public long statedEnd() {
    return ranges.statedEnd();
  }

  /** How many symbols were added so far: the row of the next one. */
  public int symbolCount() {
    return symbols.count();
  }

  /** The address of a symbol that was added. */
  public long symbolAddress(int row) {
    return symbols.address(row);
  }

  /**
   * Adds a function extent.
   *
   * @param address virtual address of its first byte
   * @param memorySize bytes it covers; without effect if 0 or negative
   * @param start file offset of its first byte, or -1 if it has no bytes in the file
   */
  public void function(long address, long memorySize, long start, ExtentEvidence evidence) {
    piece(address, memorySize, start, evidence, address);
  }

  /**
   * Adds an extent that is a further piece of a function which begins elsewhere; the other
   * parameters are those of {@link #function}.
   *
   * @param entry address of that function
   */
  public void piece(
      long address, long memorySize, long start, ExtentEvidence evidence, long entry) {
    if (memorySize <= 0 || start >= imageSize) {
      return;
    }
    long fits = start < 0 ? memorySize : Math.min(memorySize, imageSize - start);
    functions.add(address, fits, start < 0 ? -1 : fileStart + start, evidence, entry);
  }

  /** Says how much stack a function takes; in a relocatable image by its file offset. */
  public void stack(long function, long stackBytes) {
    stack.add(isRelocatable ? fileStart + function : function, stackBytes);
  }

  /**
   * Adds a relocation.
   *
   * @param place address of the patched bytes; in a relocatable image their file offset
   * @param symbol row of the symbol it refers to, or -1
   * @param target the address the place will hold, in a relocatable image the file offset of what
   *     lies there; -1 if the file alone does not tell
   */
  public void relocation(long place, int type, int symbol, long target) {
    long base = isRelocatable ? fileStart : 0;
    relocations.add(base + place, type, symbol, target == -1 ? -1 : base + target);
  }

  /** The number of a structure label, for {@link #structure}; the same text, the same number. */
  public int label(String text) {
    return structures.labelId(text);
  }

  /** As {@link #label}, for structures that are a row of their own inside a section, too. */
  public int rowLabel(String text) {
    return structures.rowLabelId(text);
  }

  /** Adds a structure that is about nothing in particular. */
  public void structure(String label, Kind kind, long start, long size) {
    structure(label(label), kind, start, size, Subject.NONE, -1);
  }

  /**
   * Adds a structure; one without bytes is ignored.
   *
   * @param label a number from {@link #label(String)}
   * @param about the symbol row, address or file offset that {@code subject} says
   */
  public void structure(int label, Kind kind, long start, long size, Subject subject, long about) {
    long end = ranges.end("structure", start, size);
    if (start < 0 || start >= end) {
      return;
    }
    long which = subject == Subject.OFFSET ? fileStart + about : about;
    structures.add(fileStart + start, fileStart + end, kind, label, subject, which);
  }

  /** The image with all that was said. The builder must not be used afterwards. */
  public BinaryImage build() {
    return new BinaryImage(
        new BinaryImage.Header(name, machine, isRelocatable, isFixed),
        new BinaryImage.Extent(bytes, fileStart, imageSize),
        new BinaryImage.Tables(
            new SegmentTable(segments),
            new SectionTable(sections),
            symbols.freeze(),
            functions.freeze(),
            relocations.freeze(),
            structures.freeze(),
            members.freeze(symbols.count()),
            stack),
        new BinaryImage.Links(List.copyOf(libraries), identity, debugLink),
        new BinaryImage.Later(
            codePadding, references, hasAllReferences, bodies, imports, exports, debug));
  }
}
