package dev.weighbridge.formats.elf.relocations;

/** What a relocation does, whatever its machine calls it. */
public enum ElfRelocationRole {
  /** Writes the full address of a symbol plus an addend: {@code R_X86_64_64}. */
  ABSOLUTE,
  /** Writes an address of this file, moved by where it is loaded: {@code R_X86_64_RELATIVE}. */
  RELATIVE,
  /** Writes what a function of this file returns: {@code R_X86_64_IRELATIVE}. */
  INDIRECT,
  /** Writes the address of a symbol into the GOT: {@code R_X86_64_GLOB_DAT}. */
  GLOB_DAT,
  /** Writes the address of a function into the GOT, at its first call: {@code JUMP_SLOT}. */
  JUMP_SLOT,
  /** Copies the initial value of another file's data: {@code R_X86_64_COPY}. */
  COPY,
  /** Writes which module a thread-local object belongs to: {@code R_X86_64_DTPMOD64}. */
  TLS_MODULE,
  /** Writes where a thread-local object lies: {@code R_X86_64_TPOFF64}. */
  TLS_OFFSET,
  /** Writes two words by which code finds a thread-local object: {@code R_X86_64_TLSDESC}. */
  TLS_DESCRIPTOR,
  /** Anything else: parts of addresses, distances, marks for the linker. */
  OTHER;

  private static final ElfRelocationRole[] BY_ORDINAL = values();

  static ElfRelocationRole of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
