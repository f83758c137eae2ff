package dev.weighbridge.formats.pe;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_CODEVIEW;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.pe.directories.PeCertificate;
import dev.weighbridge.formats.pe.directories.PeClrHeader;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.formats.pe.directories.PeDebugEntry;
import dev.weighbridge.formats.pe.directories.PeLoadConfig;
import dev.weighbridge.formats.pe.directories.PeTls;
import dev.weighbridge.formats.pe.directories.PeTlsCallback;
import dev.weighbridge.formats.pe.exports.PeExportTable;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeDosHeader;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeImage;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import dev.weighbridge.formats.pe.headers.PeRichHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.imports.PeBoundImport;
import dev.weighbridge.formats.pe.imports.PeImportObject;
import dev.weighbridge.formats.pe.imports.PeImportTable;
import dev.weighbridge.formats.pe.relocations.PeBaseRelocationTable;
import dev.weighbridge.formats.pe.relocations.PeRelocationTable;
import dev.weighbridge.formats.pe.resources.PeResources;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.pe.unwind.PeUnwindTable;
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

/**
 * A PE image (program or library) or a COFF object: 32 or 64 bit, any machine.
 *
 * <p>Only the headers are read at once. Every other part is parsed when first asked for and kept;
 * what is wrong with it is then in {@link #diagnostics}. Parts that an object does not have are
 * empty. May be used by several threads.
 */
public final class PeFile {
  private final Bytes bytes;
  private final Optional<PeDosHeader> dosHeader;
  private final PeHeader header;
  private final Optional<PeOptionalHeader> optionalHeader;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Object lock = new Object();
  private final PeHeaderTables tables;
  private final Memo<Optional<PeRichHeader>> richHeader = new Memo<>(lock, this::findRichHeader);
  private final Memo<List<PeDataDirectory>> dataDirectories =
      new Memo<>(lock, this::readDataDirectories);
  private final Memo<PeSymbolTable> symbolTable = new Memo<>(lock, this::readSymbols);
  private final Memo<List<PeSection>> sections = new Memo<>(lock, this::readSections);
  private final Memo<PeImage> image = new Memo<>(lock, this::layOut);
  private final Memo<PeExportTable> exports =
      new Memo<>(lock, () -> new PeDirectories(image()).exports());
  private final Memo<PeImportTable> imports =
      new Memo<>(lock, () -> new PeDirectories(image()).imports());
  private final Memo<PeImportTable> delayImports =
      new Memo<>(lock, () -> new PeDirectories(image()).delayImports(imageBase()));
  private final Memo<PeUnwindTable> unwindTable = new Memo<>(lock, this::readUnwindTable);
  private final Memo<PeBaseRelocationTable> baseRelocations =
      new Memo<>(lock, () -> PeBaseRelocationTable.read(image()));
  private final Memo<PeResources> resources = new Memo<>(lock, () -> PeResources.read(image()));
  private final Memo<List<PeDebugEntry>> debugEntries =
      new Memo<>(lock, () -> new PeDirectories(image()).debugEntries());
  private final Memo<List<PeCertificate>> certificates =
      new Memo<>(lock, () -> new PeDirectories(image()).certificates(dataDirectories()));
  private final Memo<List<PeBoundImport>> boundImports =
      new Memo<>(lock, () -> new PeDirectories(image()).boundImports());
  private final Memo<Optional<PeLoadConfig>> loadConfig =
      new Memo<>(lock, () -> new PeDirectories(image()).loadConfig(imageBase()));
  private final Memo<Optional<PeTls>> tls =
      new Memo<>(lock, () -> new PeDirectories(image()).tls());
  private final Memo<Optional<PeClrHeader>> clrHeader =
      new Memo<>(lock, () -> new PeDirectories(image()).clrHeader());

  private PeFile(Bytes file) {
    bytes = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    PeDosHeader dos = PeHeaders.dosHeader(bytes);
    header = PeHeaders.header(bytes, dos);
    dosHeader = Optional.ofNullable(dos);
    optionalHeader =
        dos == null ? Optional.empty() : Optional.of(PeHeaders.optionalHeader(bytes, header));
    tables = new PeHeaderTables(bytes, header, diagnostics);
  }

  /**
   * The PE or COFF file in these bytes.
   *
   * @throws MalformedBinaryException if they do not begin with complete headers
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if they begin with a DOS
   *     header but are not a PE image
   */
  public static PeFile of(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return new PeFile(bytes);
  }

  /**
   * The PE or COFF file at a path; errors as for {@link #of}.
   *
   * @throws IOException if it cannot be read
   */
  public static PeFile open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /**
   * Whether bytes begin like an object: with a machine in use and tables inside the file. Nothing
   * else marks an object.
   */
  public static boolean recognisesObject(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return PeHeaders.recognisesObject(bytes);
  }

  /**
   * The import object in these bytes: in an archive, what stands for an object of a library that is
   * linked at run time.
   *
   * @throws MalformedBinaryException if the header or one of the names is not complete
   */
  public static PeImportObject importObject(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return PeHeaders.importObject(bytes);
  }

  /** The bytes of the file, little-endian. */
  public Bytes bytes() {
    return bytes;
  }

  /** Whether it is an image, which can be loaded, and not an object. */
  public boolean isImage() {
    return optionalHeader.isPresent();
  }

  /** The DOS header; empty in an object. */
  public Optional<PeDosHeader> dosHeader() {
    return dosHeader;
  }

  /** The list of tools behind the DOS stub, if there is one. */
  public Optional<PeRichHeader> richHeader() {
    return richHeader.get();
  }

  /** The file header. */
  public PeHeader header() {
    return header;
  }

  /** The optional header, which is not optional in an image; empty in an object. */
  public Optional<PeOptionalHeader> optionalHeader() {
    return optionalHeader;
  }

  /** What was wrong with the parts asked for so far, in the order found. */
  public List<Diagnostic> diagnostics() {
    synchronized (lock) {
      return diagnostics.list();
    }
  }

  /** The data directories in the order of the file; row numbers say what each is for. */
  public List<PeDataDirectory> dataDirectories() {
    return dataDirectories.get();
  }

  /** The sections in the order of the file. */
  public List<PeSection> sections() {
    return sections.get();
  }

  /** The first section of a name. */
  public Optional<PeSection> section(String name) {
    for (PeSection section : sections()) {
      if (section.name().equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The bytes a section has in the file, as far as they lie inside it. */
  public Bytes content(PeSection section) {
    long start = Math.min(section.rawOffset(), bytes.length());
    long size = Math.min(section.fileSize(), bytes.length() - start);
    return bytes.slice(start, start + size);
  }

  /** The COFF symbol table; without rows if there is none. */
  public PeSymbolTable symbolTable() {
    return symbolTable.get();
  }

  /** The relocations of a section of an object, read anew. */
  public PeRelocationTable relocations(PeSection section) {
    synchronized (lock) {
      return PeRelocationTable.read(bytes, section, diagnostics);
    }
  }

  /** Preferred virtual address of the image; 0 for an object. */
  public long imageBase() {
    return optionalHeader.map(PeOptionalHeader::imageBase).orElse(0L);
  }

  /** The file offset of an address relative to the image base, or -1 if it has no byte there. */
  public long fileOffset(long rva) {
    return image().fileOffset(rva);
  }

  /** Bytes in the file from an address relative to the image base to the end of its section. */
  public long room(long rva) {
    return image().room(rva);
  }

  /** What the image offers to others. */
  public PeExportTable exports() {
    return exports.get();
  }

  /** What the image takes from libraries as soon as it is loaded. */
  public PeImportTable imports() {
    return imports.get();
  }

  /** What the image takes from libraries when it first needs it. */
  public PeImportTable delayImports() {
    return delayImports.get();
  }

  /** Libraries whose addresses the image already holds. */
  public List<PeBoundImport> boundImports() {
    return boundImports.get();
  }

  /** The function table of the exception directory. */
  public PeUnwindTable unwindTable() {
    return unwindTable.get();
  }

  /** The places that change with the address of the image. */
  public PeBaseRelocationTable baseRelocations() {
    return baseRelocations.get();
  }

  /** The resource tree. */
  public PeResources resources() {
    return resources.get();
  }

  /** The certificates that sign the image. */
  public List<PeCertificate> certificates() {
    return certificates.get();
  }

  /** The debug directory. */
  public List<PeDebugEntry> debugEntries() {
    return debugEntries.get();
  }

  /** The record that names the PDB file, if there is one. */
  public Optional<PeCodeView> codeView() {
    for (PeDebugEntry entry : debugEntries()) {
      boolean isInside = bytes.contains(entry.dataOffset(), entry.dataSize());
      if (entry.type() == IMAGE_DEBUG_TYPE_CODEVIEW && isInside) {
        long start = entry.dataOffset();
        return PeCodeView.of(bytes, start, start + entry.dataSize());
      }
    }
    return Optional.empty();
  }

  /** The TLS directory, if there is one. */
  public Optional<PeTls> tls() {
    return tls.get();
  }

  /** The functions called when threads come and go, as far as the TLS directory lists any. */
  public List<PeTlsCallback> tlsCallbacks() {
    synchronized (lock) {
      return tls()
          .map(found -> new PeDirectories(image()).tlsCallbacks(found, imageBase()))
          .orElse(List.of());
    }
  }

  /** The load configuration, if there is one. */
  public Optional<PeLoadConfig> loadConfig() {
    return loadConfig.get();
  }

  /** The CLR header of a .NET image, if it is one. */
  public Optional<PeClrHeader> clrHeader() {
    return clrHeader.get();
  }

  private PeImage image() {
    return image.get();
  }

  private Optional<PeRichHeader> findRichHeader() {
    return dosHeader.map(
        dos ->
            PeRichHeader.find(
                bytes, dos.fileEnd(), Math.min(dos.peHeaderOffset(), bytes.length())));
  }

  private List<PeDataDirectory> readDataDirectories() {
    return optionalHeader.map(tables::dataDirectories).orElse(List.of());
  }

  private PeSymbolTable readSymbols() {
    return PeSymbolTable.read(bytes, header, diagnostics);
  }

  private List<PeSection> readSections() {
    return tables.sections(symbolTable(), optionalHeader);
  }

  private PeImage layOut() {
    boolean is64Bit = optionalHeader.map(PeOptionalHeader::is64Bit).orElse(false);
    long headers = optionalHeader.map(PeOptionalHeader::headersSize).orElse(0L);
    List<PeSection> mapped = isImage() ? sections() : new ArrayList<>();
    return new PeImage(bytes, is64Bit, dataDirectories(), headers, mapped, diagnostics);
  }

  private PeUnwindTable readUnwindTable() {
    return PeUnwindTable.read(image(), header.machine());
  }

  @Override
  public String toString() {
    return "PE, " + sections().size() + " sections, " + bytes();
  }
}
