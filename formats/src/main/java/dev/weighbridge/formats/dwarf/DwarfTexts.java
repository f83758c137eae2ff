package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names of a file by reference: names stay bytes of their section until someone asks for text.
 *
 * <p>A reference is one number, a section and a place in it, so that columns can hold it;
 * references to equal names may differ.
 */
public final class DwarfTexts {
  /** The reference of what has no name. */
  public static final long NONE = -1;

  private static final int SECTION_SHIFT = 56;
  private static final long OFFSET_MASK = (1L << SECTION_SHIFT) - 1;
  private static final long SUPPLEMENTARY = 1L << 62;
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final DwarfSections own;
  private final @Nullable DwarfSections supplementary;

  /** The names of a file, and of its supplementary one or null. */
  DwarfTexts(DwarfSections own, @Nullable DwarfSections supplementary) {
    this.own = own;
    this.supplementary = supplementary;
  }

  /** A reference to a place in a section; {@link #NONE} if the place cannot be. */
  public static long reference(DwarfSection section, long offset, boolean isSupplementary) {
    Objects.requireNonNull(section, "section");
    if (offset < 0 || offset > OFFSET_MASK) {
      return NONE;
    }
    long plain = (long) section.ordinal() << SECTION_SHIFT | offset;
    return isSupplementary ? plain | SUPPLEMENTARY : plain;
  }

  /** The section that a reference leads to. */
  public static DwarfSection section(long reference) {
    return DwarfSection.of((int) ((reference & ~SUPPLEMENTARY) >>> SECTION_SHIFT));
  }

  /** The place in that section. */
  public static long offset(long reference) {
    return reference & OFFSET_MASK;
  }

  /** Whether the section is one of the supplementary file. */
  public static boolean isSupplementary(long reference) {
    return (reference & SUPPLEMENTARY) != 0;
  }

  /** The bytes that a reference leads into; without any if there is no such section. */
  public Bytes bytes(long reference) {
    if (reference == NONE) {
      return NOTHING;
    }
    DwarfSections sections = isSupplementary(reference) ? supplementary : own;
    return sections == null ? NOTHING : sections.bytes(section(reference));
  }

  /** Bytes of a name without the NUL; 0 if there is none, or none that ends. */
  public int length(long reference) {
    Bytes bytes = bytes(reference);
    long start = offset(reference);
    if (start >= bytes.length()) {
      return 0;
    }
    long limit = Math.min(bytes.length(), start + Limits.MAX_NAME_LENGTH);
    return (int) Math.max(0, bytes.indexOf((byte) 0, start, limit) - start);
  }

  /** A name as text; empty if there is none. Bytes that are not UTF-8 become U+FFFD. */
  public String text(long reference) {
    int length = length(reference);
    long start = offset(reference);
    return length == 0 ? "" : bytes(reference).text(start, start + length);
  }

  @Override
  public String toString() {
    return "texts, " + own;
  }
}
