package dev.weighbridge.history;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.RegionPlaces;
import dev.weighbridge.region.RegionUse;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one build weighed. Of sections and crates the largest are kept, and the others as one.
 *
 * @param commit what it was built from
 * @param time when, to the second
 * @param file the name of the program, the same for all its builds
 * @param target what it runs on, as a triple, or by format and machine: {@code ELF x86_64}
 * @param fileSize bytes in the file
 * @param memorySize bytes in memory at run time
 * @param shippedSize bytes of the file as it travels; empty if that was not told
 * @param kinds bytes in the file by kind, those that there are
 * @param sections bytes in the file by section
 * @param crates bytes in the file by crate; empty if there are no Rust names
 * @param regions what is used of each region of memory; empty if none were told
 */
public record HistoryEntry(
    String commit,
    Instant time,
    String file,
    String target,
    long fileSize,
    long memorySize,
    OptionalLong shippedSize,
    Map<String, Long> kinds,
    Map<String, Long> sections,
    Map<String, Long> crates,
    Map<String, Long> regions) {
  /** The label of all that is not kept by itself. */
  public static final String OTHERS = "[others]";

  /** Rows that are kept of sections and of crates. */
  private static final int KEPT = 50;

  /** Checks that nothing is missing and copies the maps in their order. */
  public HistoryEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(kinds, "kinds");
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(crates, "crates");
    Objects.requireNonNull(regions, "regions");
    Objects.requireNonNull(commit, "commit");
    time = time.truncatedTo(ChronoUnit.SECONDS);
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(shippedSize, "shippedSize");
    kinds = copy(kinds);
    sections = copy(sections);
    crates = copy(crates);
    regions = copy(regions);
  }

  private static Map<String, Long> copy(Map<String, Long> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * What a build weighs now.
   *
   * @param name of the program, the same for all its builds
   */
  public static HistoryEntry of(Query query, String name, String commit, Instant time) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(time, "time");
    SizeTree bySection = new SizeTree(query, List.of(Dimensions.SECTION));
    Map<String, Long> kinds = new LinkedHashMap<>();
    for (int kind = 0; kind < Kind.count(); kind++) {
      long bytes = bySection.fileSize(Kind.of(kind));
      if (bytes > 0) {
        kinds.put(Kind.of(kind).key(), bytes);
      }
    }
    BinaryFile file = query.attribution().file();
    Dimension usual = Dimensions.usual(file).get(0);
    return new HistoryEntry(
        commit,
        time,
        name,
        target(file),
        bySection.fileSize(),
        bySection.memorySize(),
        shippedSize(query),
        kinds,
        largest(bySection),
        usual.equals(Dimensions.CRATE)
            ? largest(new SizeTree(query, List.of(Dimensions.CRATE)))
            : Map.of(),
        regions(query));
  }

  private static OptionalLong shippedSize(Query query) {
    return query.shipping().isPresent()
        ? OptionalLong.of(Measures.values(Measures.SHIPPED, query).total())
        : OptionalLong.empty();
  }

  private static Map<String, Long> regions(Query query) {
    Map<String, Long> used = new LinkedHashMap<>();
    if (!query.memoryMap().isInferred()) {
      for (RegionUse use : RegionPlaces.of(query.attribution(), query.memoryMap()).uses()) {
        used.put(use.region().name(), use.used());
      }
    }
    return used;
  }

  /** The target of a file where nobody says another: {@code ELF x86_64}. */
  public static String target(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return file.format() + " " + file.machine();
  }

  private static Map<String, Long> largest(SizeTree tree) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (SizeRow row : tree.rows()) {
      if (row.fileSize() > 0) {
        all.merge(row.label(), row.fileSize(), Long::sum);
      }
    }
    Map<String, Long> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Long> row : all.entrySet()) {
      kept.merge(kept.size() < KEPT ? row.getKey() : OTHERS, row.getValue(), Long::sum);
    }
    return kept;
  }

  /** The same build for another target. */
  public HistoryEntry withTarget(String other) {
    Objects.requireNonNull(other, "other");
    return new HistoryEntry(
        commit,
        time,
        file,
        other,
        fileSize,
        memorySize,
        shippedSize,
        kinds,
        sections,
        crates,
        regions);
  }

  /** Whether it is of the same program and target as another. */
  public boolean isOfSeries(HistoryEntry other) {
    Objects.requireNonNull(other, "other");
    return file.equals(other.file) && target.equals(other.target);
  }

  /**
   * A figure of the build; 0 of a row that it did not have, empty if it is not known: nothing of
   * the sort was kept, or only the largest were.
   */
  public OptionalLong figure(HistoryFigure figure) {
    Objects.requireNonNull(figure, "figure");
    return switch (figure.name()) {
      case "file" -> OptionalLong.of(fileSize);
      case "memory" -> OptionalLong.of(memorySize);
      case "shipped" -> shippedSize;
      case "normalised" -> OptionalLong.of(fileSize - kinds.getOrDefault(Kind.PADDING.key(), 0L));
      case "kind" -> row(kinds, bare(figure.label()));
      case "section" -> row(sections, figure.label());
      case "crate" -> row(crates, figure.label());
      case "region" -> known(regions.get(figure.label()));
      default -> OptionalLong.empty();
    };
  }

  /** The key of a kind, whose row is called {@code [code]}. */
  private static String bare(String label) {
    boolean isRow = label.length() > 2 && label.startsWith("[") && label.endsWith("]");
    return isRow ? label.substring(1, label.length() - 1) : label;
  }

  private static OptionalLong row(Map<String, Long> rows, String label) {
    OptionalLong bytes = known(rows.getOrDefault(label, rows.get("[" + label + "]")));
    boolean isUnknown = rows.isEmpty() || rows.containsKey(OTHERS);
    return bytes.isPresent() || isUnknown ? bytes : OptionalLong.of(0);
  }

  private static OptionalLong known(@Nullable Long bytes) {
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
