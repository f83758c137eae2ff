package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The debug sections of one file, each fetched when first read, and kept.
 *
 * <p>Whoever knows the format of the file hands them over as they are meant: without compression,
 * with the relocations of an object applied. Positions in them count from the start of the section.
 * May be used by several threads.
 */
public final class DwarfSections {
  /** Hands over the bytes of sections. */
  @FunctionalInterface
  public interface Loader {
    /**
     * The bytes of a section, without any if the file has no such section.
     *
     * @throws BinaryException if they cannot be restored; the section then counts as missing
     */
    Bytes load(DwarfSection section);

    /**
     * File offset of the first byte of a section, or -1 if its bytes are not those of the file:
     * then only the place in the section is named in diagnostics.
     */
    default long fileStart(DwarfSection section) {
      return -1;
    }

    /** Where the parts of a section lie in the file, in order; none if that is not known. */
    default List<DebugBytes.Part> parts(DwarfSection section, long size) {
      long start = fileStart(section);
      return start < 0 ? List.of() : List.of(new DebugBytes.Part(start, size, 0, size));
    }
  }

  private static final class Content {
    private @Nullable Bytes bytes;
  }

  private final ByteOrder order;
  private final int addressSize;
  private final boolean isSplit;
  private final Loader loader;
  private final Content[] contents = new Content[DwarfSection.count()];
  private final Diagnostics diagnostics = new Diagnostics();

  private DwarfSections(ByteOrder order, int addressSize, boolean isSplit, Loader loader) {
    this.order = Objects.requireNonNull(order, "order");
    this.addressSize = addressSize;
    this.isSplit = isSplit;
    this.loader = Objects.requireNonNull(loader, "loader");
    for (int i = 0; i < contents.length; i++) {
      contents[i] = new Content();
    }
  }

  /**
   * The sections of a program, an object or a companion of either.
   *
   * @param order the byte order of the file
   * @param addressSize bytes of an address, for tables that do not say
   */
  public static DwarfSections of(ByteOrder order, int addressSize, Loader loader) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(loader, "loader");
    return new DwarfSections(order, addressSize, false, loader);
  }

  /** The sections of split units: those of a file {@code .dwo}, or of a package {@code .dwp}. */
  public static DwarfSections split(ByteOrder order, int addressSize, Loader loader) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(loader, "loader");
    return new DwarfSections(order, addressSize, true, loader);
  }

  /** Whether they are those of split units. */
  public boolean isSplit() {
    return isSplit;
  }

  /** The byte order of the file. */
  public ByteOrder order() {
    return order;
  }

  /** Bytes of an address, 4 or 8, where a table does not say. */
  public int addressSize() {
    return addressSize;
  }

  /** The bytes of a section, in the byte order of the file; without any if there is none. */
  public Bytes bytes(DwarfSection section) {
    Content content = contents[section.ordinal()];
    synchronized (content) {
      if (content.bytes == null) {
        content.bytes = load(section);
      }
      return content.bytes;
    }
  }

  private Bytes load(DwarfSection section) {
    try {
      return loader.load(section).withOrder(order);
    } catch (BinaryException e) {
      synchronized (diagnostics) {
        diagnostics.warn(e);
      }
      return Bytes.of(new byte[0]).withOrder(order);
    }
  }

  /** Where the parts of a section lie in the file, in order; none if that is not known. */
  public List<DebugBytes.Part> parts(DwarfSection section) {
    return loader.parts(section, bytes(section).length());
  }

  /** What was wrong with the sections fetched so far, in the order found. */
  public List<Diagnostic> diagnostics() {
    synchronized (diagnostics) {
      return diagnostics.list();
    }
  }

  /** What the file calls a section: {@code .debug_info.dwo}. */
  public String name(DwarfSection section) {
    boolean isIndex = section == DwarfSection.CU_INDEX || section == DwarfSection.TU_INDEX;
    return isSplit && !isIndex ? section.splitName() : section.elfName();
  }

  /**
   * A defect at a place in a section.
   *
   * @param offset from the start of the section, or -1 if it has no one place
   */
  public Diagnostic defect(DwarfSection section, long offset, String expected, String found) {
    long start = offset < 0 ? -1 : loader.fileStart(section);
    String place = offset < 0 ? "" : String.format(Locale.ROOT, "+0x%x", offset);
    return new Diagnostic(
        Diagnostic.Severity.WARNING,
        name(section) + place,
        start < 0 ? -1 : start + offset,
        expected,
        found);
  }

  @Override
  public String toString() {
    return order + ", addresses of " + addressSize + (isSplit ? " bytes, split" : " bytes");
  }
}
