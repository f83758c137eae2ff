package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.SHT_DYNSYM;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_SYMTAB;

import dev.weighbridge.formats.Diagnostic;
import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.MalformedBinaryException;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An ELF file: executable, shared object or relocatable file, 32 or 64 bit, either byte order, any
 * machine.
 *
 * <p>Only the file header is read at once. Every other part is parsed when first asked for and
 * kept; what is wrong with it is then in {@link #diagnostics}. May be used by several threads.
 */
public final class ElfFile {
  private final Bytes bytes;
  private final ElfHeader header;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Object lock = new Object();
  private List<ElfProgramHeader> programHeaders;
  private List<ElfSection> sections;
  private ElfSymbolTable symbolTable;
  private ElfSymbolTable dynamicSymbolTable;

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
    return new ElfFile(bytes, ElfHeaders.fileHeader(bytes));
  }

  /**
   * The ELF file at a path.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedBinaryException if it does not begin with a complete file header
   */
  public static ElfFile open(Path path) throws IOException {
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

  /** What was wrong with the parts asked for so far, in the order found. */
  public List<Diagnostic> diagnostics() {
    synchronized (lock) {
      return diagnostics.list();
    }
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
    for (ElfSection section : sections()) {
      if (section.name().equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The bytes a section has in the file, as far as they lie inside it; compressed if it is. */
  public Bytes content(ElfSection section) {
    return ElfHeaderTables.content(bytes, section);
  }

  /** The full symbol table, {@code .symtab}; without rows if there is none. */
  public ElfSymbolTable symbolTable() {
    synchronized (lock) {
      if (symbolTable == null) {
        symbolTable = symbols(SHT_SYMTAB);
      }
      return symbolTable;
    }
  }

  /** The symbol table of the dynamic linker, {@code .dynsym}; without rows if there is none. */
  public ElfSymbolTable dynamicSymbolTable() {
    synchronized (lock) {
      if (dynamicSymbolTable == null) {
        dynamicSymbolTable = symbols(SHT_DYNSYM);
      }
      return dynamicSymbolTable;
    }
  }

  private ElfSymbolTable symbols(int type) {
    ElfTables tables = new ElfTables(bytes, header, sections(), diagnostics);
    return tables.symbols(type);
  }
}
