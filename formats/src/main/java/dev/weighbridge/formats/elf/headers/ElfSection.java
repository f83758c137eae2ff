package dev.weighbridge.formats.elf.headers;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_ALLOC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_COMPRESSED;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_EXECINSTR;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_TLS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_WRITE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NULL;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Objects;
import java.util.Set;

/**
 * One section: its header, {@code Elf32_Shdr} or {@code Elf64_Shdr}, and its name. gabi 4,
 * sections.
 *
 * <p>Offsets and sizes are as stated and may reach over the end of the file.
 *
 * @param index its row
 * @param name its name; empty if it has none or none can be read
 * @param nameOffset {@code sh_name}: where the name starts in the section name table
 * @param type one of the {@code SHT_} constants, raw if unknown
 * @param flags {@code SHF_} flags
 * @param address virtual address of its first byte, 0 if it is not loaded or not yet placed
 * @param offset file offset of its first byte
 * @param statedSize {@code sh_size} in bytes: in memory, and in the file unless {@code SHT_NOBITS}
 * @param link {@code sh_link}: the row of a section it depends on, by type
 * @param info {@code sh_info}: more, by type
 * @param alignment in bytes; 0 and 1 mean none
 * @param entrySize bytes of one entry, 0 if it is not a table
 * @param fileStart first byte of this header in the file; -1 if the file has no section headers and
 *     this section was put together from dynamic entries
 * @param fileEnd end of this header in the file, exclusive; -1 likewise
 */
public record ElfSection(
    int index,
    String name,
    int nameOffset,
    int type,
    long flags,
    long address,
    long offset,
    long statedSize,
    int link,
    int info,
    long alignment,
    long entrySize,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public ElfSection {
    Objects.requireNonNull(name, "name");
  }

  /** Names in the scripts of makers of processors. */
  private static final Set<String> VECTORS =
      Set.of(
          ".isr_vector",
          ".isr_vectors",
          ".vector_table",
          ".vector",
          ".vectors",
          ".intvecs",
          ".intvec",
          ".interrupts",
          ".ivec");

  /** Bytes it has in the file, as stated; 0 for {@code SHT_NOBITS} and {@code SHT_NULL}. */
  public long fileSize() {
    return type == SHT_NOBITS || type == SHT_NULL ? 0 : statedSize;
  }

  /** Bytes it takes in memory; 0 if it is not loaded. */
  public long memorySize() {
    return isLoaded() ? statedSize : 0;
  }

  /** Whether it takes memory at run time: {@code SHF_ALLOC}. */
  public boolean isLoaded() {
    return (flags & SHF_ALLOC) != 0;
  }

  /** Whether it may be written at run time: {@code SHF_WRITE}. */
  public boolean isWritable() {
    return (flags & SHF_WRITE) != 0;
  }

  /** Whether it holds instructions: {@code SHF_EXECINSTR}. */
  public boolean isExecutable() {
    return (flags & SHF_EXECINSTR) != 0;
  }

  /** Whether it is a template for thread-local memory: {@code SHF_TLS}. */
  public boolean isThreadLocal() {
    return (flags & SHF_TLS) != 0;
  }

  /** Whether its name is one that linker scripts give the table that interrupts enter through. */
  public boolean isVectorTable() {
    return VECTORS.contains(name);
  }

  /**
   * Whether its bytes in the file are compressed: {@code SHF_COMPRESSED}, or the older form that
   * only the name {@code .zdebug_...} tells.
   */
  public boolean isCompressed() {
    return (flags & SHF_COMPRESSED) != 0 || name.startsWith(".zdebug_");
  }

  /** The bytes it has in a file, as far as they lie inside it; compressed if it is. */
  public Bytes content(Bytes file) {
    if (type == SHT_NOBITS || offset < 0 || offset >= file.length()) {
      return file.slice(0, 0);
    }
    long room = file.length() - offset;
    long size = fileSize();
    return file.slice(offset, offset + (size < 0 ? room : Math.min(size, room)));
  }

  /** Its type without the prefix: {@code PROGBITS}; {@code 0x6fff4c03} if unknown. */
  public String typeName() {
    return ElfNames.sectionType(type);
  }

  /** The same section under another name. */
  public ElfSection named(String text) {
    return new ElfSection(
        index,
        text,
        nameOffset,
        type,
        flags,
        address,
        offset,
        statedSize,
        link,
        info,
        alignment,
        entrySize,
        fileStart,
        fileEnd);
  }
}
