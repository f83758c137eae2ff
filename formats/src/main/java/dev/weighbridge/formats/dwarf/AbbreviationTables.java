package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The abbreviation tables of a file, each read when first asked for, and kept as long as this is.
 *
 * <p>Units share tables, so whoever walks over many units gives one of these to all. Tables do not
 * overlap: where a damaged file says that one begins inside another, nothing is read, or else a few
 * bytes could be read as often as there are units. May be used by several threads.
 */
public final class AbbreviationTables {
  /** The abbreviation of a first entry is nearly always the first of its table. */
  private static final int NEAR = 4 << 10;

  /**
   * How often a byte may be read for first entries alone, before whole tables are read and kept.
   */
  private static final long NEAR_READS = 16;

  private final Bytes section;
  private final TreeMap<Long, Abbreviations> tables = new TreeMap<>();
  private @Nullable Abbreviations last;
  private long nearRead;

  /** Tables that nobody has asked for yet. */
  public AbbreviationTables(DwarfSections sections) {
    Objects.requireNonNull(sections, "sections");
    section = sections.bytes(DwarfSection.ABBREV);
  }

  /**
   * The table at a position in {@link DwarfSection#ABBREV}; empty if that is outside, or inside
   * another table.
   */
  public synchronized Optional<Abbreviations> at(long start) {
    if (last == null || last.start() != start) {
      Map.Entry<Long, Abbreviations> before = tables.floorEntry(start);
      boolean isKnown = before != null && before.getKey() == start;
      if (!isKnown && !isFree(start, before)) {
        return Optional.empty();
      }
      last = isKnown ? before.getValue() : read(start);
    }
    return Optional.of(last);
  }

  /**
   * The table at a position, or its begin as far as the abbreviation of a code: enough for an entry
   * of that code, without reading all of it.
   */
  synchronized Optional<Abbreviations> near(long start, long code) {
    boolean isInside = start >= 0 && start < section.length();
    boolean isKnown = last != null && last.start() == start;
    if (isKnown || !isInside || nearRead > NEAR_READS * (section.length() + NEAR)) {
      return at(start);
    }
    long limit = Math.min(section.length(), start + NEAR);
    Abbreviations begin = Abbreviations.readTo(section, start, limit, code);
    nearRead += begin.end() - start;
    return begin.row(code) >= 0 || begin.isComplete() ? Optional.of(begin) : at(start);
  }

  private boolean isFree(long start, Map.Entry<Long, Abbreviations> before) {
    boolean isInside = start >= 0 && start < section.length();
    return isInside && (before == null || before.getValue().end() <= start);
  }

  private Abbreviations read(long start) {
    Long next = tables.higherKey(start);
    Abbreviations table =
        Abbreviations.read(section, start, next == null ? section.length() : next);
    tables.put(start, table);
    return table;
  }
}
