package dev.weighbridge.formats.elf.headers;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EI_ABIVERSION;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EI_OSABI;

import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.List;
import java.util.Objects;

/**
 * The file header of an ELF file: {@code Elf32_Ehdr} or {@code Elf64_Ehdr}, as stated. gabi 4, ELF
 * header.
 *
 * @param ident the 16 bytes of {@code e_ident}, 0 to 255 each
 * @param is64Bit whether addresses have 64 bits: {@code ELFCLASS64}
 * @param isLittleEndian whether numbers are little-endian: {@code ELFDATA2LSB}
 * @param type one of the {@code ET_} constants
 * @param machine {@code e_machine}, 0 to 65535; named by {@link #machineName}
 * @param version {@code e_version}, 1 in every known file
 * @param entry address where execution starts, 0 if nowhere
 * @param programHeaderOffset file offset of the program headers, 0 if there are none
 * @param sectionHeaderOffset file offset of the section headers, 0 if there are none
 * @param flags {@code e_flags}, in the machine's own meaning
 * @param headerSize {@code e_ehsize} in bytes, as stated
 * @param programHeaderEntrySize bytes of one program header
 * @param programHeaderCount {@code e_phnum}; {@code PN_XNUM} means: see section 0
 * @param sectionHeaderEntrySize bytes of one section header
 * @param sectionHeaderCount {@code e_shnum}; 0 with section headers means: see section 0
 * @param sectionNameTableIndex {@code e_shstrndx}; {@code SHN_XINDEX} means: see section 0
 * @param fileEnd end of the header in the file, exclusive; it starts at 0
 */
public record ElfHeader(
    List<Integer> ident,
    boolean is64Bit,
    boolean isLittleEndian,
    int type,
    int machine,
    long version,
    long entry,
    long programHeaderOffset,
    long sectionHeaderOffset,
    int flags,
    int headerSize,
    int programHeaderEntrySize,
    int programHeaderCount,
    int sectionHeaderEntrySize,
    int sectionHeaderCount,
    int sectionNameTableIndex,
    long fileEnd) {

  /** Checks that nothing is missing. */
  public ElfHeader {
    Objects.requireNonNull(ident, "ident");
    ident = List.copyOf(ident);
  }

  /** First byte in the file: 0. */
  public long fileStart() {
    return 0;
  }

  /** {@code e_ident[EI_OSABI]}: the system whose extensions the file uses, 0 to 255. */
  public int osAbi() {
    return ident.get(EI_OSABI);
  }

  /** {@code e_ident[EI_ABIVERSION]}, 0 to 255. */
  public int abiVersion() {
    return ident.get(EI_ABIVERSION);
  }

  /** Width of an address in bits: 32 or 64. */
  public int addressBits() {
    return is64Bit ? 64 : 32;
  }

  /** Bytes of an address: 4 or 8. */
  public int addressBytes() {
    return is64Bit ? 8 : 4;
  }

  /** The machine in the field's usual spelling, {@code EM_nnn} if it has none here. */
  public String machineName() {
    return ElfMachine.name(machine, is64Bit);
  }

  /** The machine that the code is for, as a value. */
  public Machine codeMachine() {
    return Machine.of(new Architecture(machineName()), addressBits(), isLittleEndian)
        .withVariant(ElfMachine.variant(machine, is64Bit));
  }
}
