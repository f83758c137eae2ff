package dev.weighbridge.region;

import dev.weighbridge.formats.linkermap.MemoryRegion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The named ranges of memory that a program is laid out for. Immutable.
 *
 * @param regions in the order they are shown in; no two of one name, though ranges may overlap, as
 *     two views of one memory do
 * @param source where they are from, for people: {@code map app.map}; empty if nobody told any, so
 *     that they follow from the segments of each file
 */
public record MemoryMap(List<MemoryRegion> regions, String source) {
  /** No regions told: they are inferred from the segments of each file. */
  public static final MemoryMap INFERRED = new MemoryMap(List.of(), "");

  private static final Pattern FORM = Pattern.compile("([^=]+)=([^+]+)\\+(.+)");
  private static final Pattern OCTAL = Pattern.compile("[=+]0[0-9]");
  private static final Pattern NUMBER =
      Pattern.compile("(0[xX][0-9a-fA-F]{1,16}|0|[1-9][0-9]{0,17})(?:([KMG])(?:i?B)?)?");

  /** Checks and copies. */
  public MemoryMap {
    Objects.requireNonNull(regions, "regions");
    Objects.requireNonNull(source, "source");
    regions = List.copyOf(regions);
    Set<String> names = new HashSet<>();
    for (MemoryRegion region : regions) {
      if (!names.add(region.name())) {
        throw new IllegalArgumentException("expected one region " + region.name() + ", found two");
      }
    }
  }

  /** Regions that the caller knows. */
  public static MemoryMap of(MemoryRegion... regions) {
    Objects.requireNonNull(regions, "regions");
    return new MemoryMap(List.of(regions), "regions given");
  }

  /** Whether nobody told any region. */
  public boolean isInferred() {
    return source.isEmpty();
  }

  /** The names of the regions. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    regions.forEach(region -> names.add(region.name()));
    return names;
  }

  /** What errors say of names to choose from: {@code one of the regions FLASH, RAM}. */
  public static String oneOf(List<String> names) {
    Objects.requireNonNull(names, "names");
    return switch (names.size()) {
      case 0 -> "a program with regions of memory";
      case 1 -> "the region " + names.get(0);
      default -> "one of the regions " + String.join(", ", names);
    };
  }

  /**
   * A region in words: {@code FLASH=0x08000000+512K}. {@code K}, {@code M} and {@code G} are powers
   * of 1024, as linkers take them.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static MemoryRegion parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher form = FORM.matcher(text);
    if (form.matches() && MemoryRegion.isName(form.group(1))) {
      OptionalLong start = number(form.group(2));
      OptionalLong length = number(form.group(3));
      if (start.isPresent() && length.isPresent()) {
        return new MemoryRegion(form.group(1), start.getAsLong(), length.getAsLong(), "");
      }
    }
    boolean isOctal = OCTAL.matcher(text).find();
    throw new IllegalArgumentException(
        "expected NAME=START+LENGTH such as FLASH=0x08000000+512K"
            + (isOctal ? " without a 0 before a number, as not all linkers read octal" : "")
            + ", found '"
            + text
            + "'");
  }

  /**
   * A number as linkers take it; empty if a text is none. With a 0 before it a number would be
   * octal to one linker and decimal to another, so it is none.
   */
  static OptionalLong number(String text) {
    Matcher number = NUMBER.matcher(text.strip());
    if (!number.matches()) {
      return OptionalLong.empty();
    }
    String digits = number.group(1);
    boolean isHex = digits.length() > 2 && Character.toLowerCase(digits.charAt(1)) == 'x';
    long value =
        isHex ? Long.parseUnsignedLong(digits, 2, digits.length(), 16) : Long.parseLong(digits);
    String unit = number.group(2);
    int shift = unit == null ? 0 : 10 * ("KMG".indexOf(unit) + 1);
    boolean fits = shift == 0 || (value >= 0 && value <= Long.MAX_VALUE >> shift);
    return fits ? OptionalLong.of(value << shift) : OptionalLong.empty();
  }
}
