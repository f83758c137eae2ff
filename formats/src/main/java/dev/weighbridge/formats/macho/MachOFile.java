package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.macho.exports.ExportTrie;
import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.macho.functions.DataInCode;
import dev.weighbridge.formats.macho.functions.FunctionStarts;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.macho.relocations.MachORelocations;
import dev.weighbridge.formats.macho.signature.CodeSignature;
import dev.weighbridge.formats.macho.symbols.IndirectSymbols;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.macho.unwind.UnwindInfo;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Mach-O file of one architecture: executable, library, bundle, relocatable file or dSYM
 * companion, 32 or 64 bit, either byte order.
 *
 * <p>Only the header is read at once. Every other part is parsed when first asked for and kept;
 * what is wrong with it is then in {@link #diagnostics}. May be used by several threads.
 */
public final class MachOFile {
  private final Bytes bytes;

  /** The bytes from the header on: all of them, but for a file inside a set. */
  private final Bytes ownBytes;

  private final MachOHeader header;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Object lock = new Object();
  private @Nullable List<LoadCommand> loadCommands;
  private @Nullable List<MachOSegment> segments;
  private @Nullable List<MachOSection> sections;
  private @Nullable MachOSymbolTable symbolTable;
  private @Nullable FunctionStarts functionStarts;
  private @Nullable IndirectSymbols indirectSymbols;
  private @Nullable DataInCode dataInCode;
  private @Nullable ExportTrie exports;
  private @Nullable Fixups fixups;
  private @Nullable UnwindInfo unwindInfo;
  private Optional<CodeSignature> codeSignature = Optional.empty();
  private boolean isSignatureRead;

  private MachOFile(Bytes bytes, Bytes ownBytes, MachOHeader header) {
    this.header = header;
    ByteOrder order = header.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.bytes = bytes.withOrder(order);
    this.ownBytes = ownBytes.withOrder(order);
  }

  /**
   * The Mach-O file in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with a complete header
   */
  public static MachOFile of(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return new MachOFile(bytes, bytes, MachOHeaders.machHeader(bytes));
  }

  /**
   * A file inside a set of files, such as a kernel with its extensions: what its load commands say
   * counts from the start of the set, where the commands themselves are counts from its header.
   *
   * @param set the bytes of the set
   * @param headerStart where its header starts there
   * @throws MalformedBinaryException if no complete header is there
   */
  public static MachOFile inSet(Bytes set, long headerStart) {
    Objects.requireNonNull(set, "set");
    boolean isInside = headerStart >= 0 && headerStart <= set.length();
    Bytes own = set.slice(isInside ? headerStart : set.length(), set.length());
    return new MachOFile(set, own, MachOHeaders.machHeader(own));
  }

  /**
   * The Mach-O file at a path; for a universal file use {@link FatMachO#open}.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with a complete header
   */
  public static MachOFile open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the file, in its byte order; all positions count from their start. */
  public Bytes bytes() {
    return bytes;
  }

  /** The header. */
  public MachOHeader header() {
    return header;
  }

  /** What was wrong with the parts asked for so far, in the order found. */
  public List<Diagnostic> diagnostics() {
    synchronized (lock) {
      return diagnostics.list();
    }
  }

  /** The load commands in the order of the file. */
  public List<LoadCommand> loadCommands() {
    synchronized (lock) {
      if (loadCommands == null) {
        loadCommands = new LoadCommandReader(ownBytes, header, diagnostics).read();
      }
      return loadCommands;
    }
  }

  /** The load commands of a kind, in the order of the file. */
  public <T extends LoadCommand> List<T> loadCommands(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (LoadCommand command : loadCommands()) {
      if (type.isInstance(command)) {
        found.add(type.cast(command));
      }
    }
    return List.copyOf(found);
  }

  /** The first load command of a kind. */
  public <T extends LoadCommand> Optional<T> loadCommand(Class<T> type) {
    return Optional.ofNullable(tables().first(type));
  }

  /** The segments in the order of the file. */
  public List<MachOSegment> segments() {
    synchronized (lock) {
      if (segments == null) {
        segments =
            loadCommands(LoadCommand.Segment.class).stream()
                .map(LoadCommand.Segment::segment)
                .toList();
      }
      return segments;
    }
  }

  /** The sections of all segments in the order of the file; symbols count them from 1. */
  public List<MachOSection> sections() {
    synchronized (lock) {
      if (sections == null) {
        List<MachOSection> all = new ArrayList<>();
        segments().forEach(segment -> all.addAll(segment.sections()));
        sections = List.copyOf(all);
      }
      return sections;
    }
  }

  /** The first section of a name in a segment: {@code section("__TEXT", "__text")}. */
  public Optional<MachOSection> section(String segmentName, String name) {
    for (MachOSection section : sections()) {
      if (section.name().equals(name) && section.segmentName().equals(segmentName)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The bytes a section has in the file, as far as they lie inside it. */
  public Bytes content(MachOSection section) {
    long start = Math.min(section.offset(), bytes.length());
    long size = section.fileSize();
    long room = bytes.length() - start;
    return bytes.slice(start, start + (size < 0 ? room : Math.min(size, room)));
  }

  /** The address that offsets in this file count from: that of its header. */
  public long baseAddress() {
    return tables().baseAddress(segments());
  }

  /** What identifies this build, as 32 hexadecimal digits: {@code LC_UUID}. */
  public Optional<String> uuid() {
    return loadCommand(LoadCommand.Uuid.class).map(LoadCommand.Uuid::hex);
  }

  /** The paths of the libraries it needs, in the order of the file, which binds count from 1. */
  public List<String> libraries() {
    List<String> names = new ArrayList<>();
    for (LoadCommand.Dylib dylib : loadCommands(LoadCommand.Dylib.class)) {
      if (dylib.command() != MachOConstants.LC_ID_DYLIB) {
        names.add(dylib.name());
      }
    }
    return List.copyOf(names);
  }

  /** Where libraries named {@code @rpath/...} are looked for, in the order of the file. */
  public List<String> runPaths() {
    List<String> paths = new ArrayList<>();
    for (LoadCommand.Text text : loadCommands(LoadCommand.Text.class)) {
      if (text.command() == MachOConstants.LC_RPATH) {
        paths.add(text.text());
      }
    }
    return List.copyOf(paths);
  }

  /** The symbol table; without rows if there is none. */
  public MachOSymbolTable symbolTable() {
    synchronized (lock) {
      if (symbolTable == null) {
        symbolTable = tables().symbols();
      }
      return symbolTable;
    }
  }

  /** Where functions start; without rows if the file does not say. */
  public FunctionStarts functionStarts() {
    synchronized (lock) {
      if (functionStarts == null) {
        functionStarts = tables().functionStarts(segments());
      }
      return functionStarts;
    }
  }

  /** Whose each stub and each filled-in pointer is; without rows if there is no such table. */
  public IndirectSymbols indirectSymbols() {
    synchronized (lock) {
      if (indirectSymbols == null) {
        indirectSymbols = tables().indirectSymbols();
      }
      return indirectSymbols;
    }
  }

  /** Data between instructions; without rows if the file does not say. */
  public DataInCode dataInCode() {
    synchronized (lock) {
      if (dataInCode == null) {
        dataInCode = tables().dataInCode();
      }
      return dataInCode;
    }
  }

  /** The exported symbols; without rows if there are none. */
  public ExportTrie exports() {
    synchronized (lock) {
      if (exports == null) {
        exports = tables().exports(segments());
      }
      return exports;
    }
  }

  /** The pointers that the dynamic linker fills in, and the imports they ask for. */
  public Fixups fixups() {
    synchronized (lock) {
      if (fixups == null) {
        fixups = tables().fixups(segments());
      }
      return fixups;
    }
  }

  /** The compact unwind entries of {@code __unwind_info}; without rows if there is none. */
  public UnwindInfo unwindInfo() {
    synchronized (lock) {
      if (unwindInfo == null) {
        Optional<MachOSection> section = section("__TEXT", "__unwind_info");
        Bytes content = section.map(this::content).orElse(bytes.slice(0, 0));
        long start = section.map(MachOSection::offset).orElse(0L);
        unwindInfo = UnwindInfo.read(content, start, baseAddress(), diagnostics);
      }
      return unwindInfo;
    }
  }

  /** The code signature, if there is one that can be read. */
  public Optional<CodeSignature> codeSignature() {
    synchronized (lock) {
      if (!isSignatureRead) {
        codeSignature = tables().codeSignature();
        isSignatureRead = true;
      }
      return codeSignature;
    }
  }

  /** The relocations of a section, which only relocatable files have; read anew each time. */
  public MachORelocations relocations(MachOSection section) {
    synchronized (lock) {
      return MachORelocations.read(bytes, header, section, diagnostics);
    }
  }

  private MachOTables tables() {
    return new MachOTables(bytes, header, loadCommands(), diagnostics);
  }

  @Override
  public String toString() {
    return "Mach-O, " + sections().size() + " sections, " + bytes();
  }
}
