package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Objects;

/**
 * A section of unwind tables: where it lies and how its pointers are meant.
 *
 * @param name what the file calls it, for diagnostics: {@code .eh_frame}
 * @param role what it holds
 * @param bytes the bytes of the whole image, in its byte order
 * @param fileStart its first byte, counted from the start of {@code bytes}
 * @param fileEnd its end, exclusive
 * @param address virtual address of its first byte; in a relocatable file its {@code fileStart}
 * @param pointers what its pointers count from
 */
public record UnwindSection(
    String name,
    Role role,
    Bytes bytes,
    long fileStart,
    long fileEnd,
    long address,
    PointerRules pointers) {

  /** What a section of unwind tables holds. */
  public enum Role {
    /** Call frame records: ELF {@code .eh_frame}, Mach-O {@code __eh_frame}. */
    EH_FRAME,
    /** The search table over them: {@code .eh_frame_hdr}. */
    EH_FRAME_HEADER,
    /** Exception tables: {@code .gcc_except_table}, {@code __gcc_except_tab}. */
    EXCEPTION_TABLES,
    /** The index of the ARM exception tables: {@code .ARM.exidx}. */
    ARM_INDEX,
    /** The ARM exception tables: {@code .ARM.extab}. */
    ARM_TABLES
  }

  /**
   * Checks the range.
   *
   * @throws IndexOutOfBoundsException if it does not lie in {@code bytes}
   */
  public UnwindSection {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(pointers, "pointers");
    if (!bytes.contains(fileStart, fileEnd - fileStart)) {
      throw new IndexOutOfBoundsException(
          name + " [" + fileStart + ", " + fileEnd + ") of " + bytes.length() + " bytes");
    }
  }

  /** Bytes of the section in the file. */
  public long fileSize() {
    return fileEnd - fileStart;
  }

  /** The virtual address of a position. */
  public long addressAt(long filePosition) {
    return address + (filePosition - fileStart);
  }

  /** The position of a virtual address, or -1 if it lies outside the section. */
  public long positionOf(long virtualAddress) {
    long offset = virtualAddress - address;
    return offset >= 0 && offset < fileSize() ? fileStart + offset : -1;
  }

  /** This section, shortened or lengthened to another end. */
  public UnwindSection endingAt(long end) {
    return new UnwindSection(name, role, bytes, fileStart, end, address, pointers);
  }
}
