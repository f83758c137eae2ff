package dev.weighbridge.measure;

import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.query.Query;
import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The built-in measures. */
public final class Measures {
  /** Bytes in the file. */
  public static final Measure FILE = new FileMeasure();

  /** Bytes in memory at run time. */
  public static final Measure MEMORY = new MemoryMeasure();

  /** Bytes of debug information in the file about what the bytes are. */
  public static final Measure DEBUG = new DebugMeasure();

  /** Bytes of the compressed file that make the bytes, see {@link Query#shipping}. */
  public static final Measure SHIPPED = new ShippedMeasure();

  /**
   * Bytes of code that a compiler inlined from another function; none where there is no debug
   * information. It is of tables, and not among {@link #all}.
   */
  public static final Measure INLINED = new InlinedMeasure();

  private static final List<Measure> ALL = List.of(FILE, MEMORY, DEBUG, SHIPPED);

  private static final List<Measure> USUAL = List.of(FILE, MEMORY);

  private Measures() {}

  /** All built-in measures. */
  public static List<Measure> all() {
    return ALL;
  }

  /** Those of who asks for none: bytes in the file and in memory. */
  public static List<Measure> usual() {
    return USUAL;
  }

  /** The words for all built-in measures. */
  public static List<String> names() {
    return ALL.stream().map(Measure::name).toList();
  }

  /**
   * Bytes in a region of memory, {@code region:NAME}: where they run or where they are stored
   * before that; which range it is {@link Query#memoryMap} says.
   */
  public static Measure region(String name) {
    Objects.requireNonNull(name, "name");
    return new RegionMeasure(name);
  }

  /** Whether a measure counts bytes in a region of memory. */
  public static boolean isRegion(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return measure instanceof RegionMeasure;
  }

  /** The built-in measure of this name, {@code region:NAME} for each region among them. */
  public static Optional<Measure> named(String name) {
    Objects.requireNonNull(name, "name");
    if (name.startsWith(RegionMeasure.PREFIX)
        && MemoryRegion.isName(name.substring(RegionMeasure.PREFIX.length()))) {
      return Optional.of(region(name.substring(RegionMeasure.PREFIX.length())));
    }
    for (Measure measure : ALL) {
      if (measure.name().equals(name)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }

  /**
   * The values of a measure. Of a model that was saved with it and has no bytes any more they are
   * those that were kept.
   */
  public static MeasureValues values(Measure measure, Query query) {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(query, "query");
    return SavedMeasure.values(measure, query);
  }

  /**
   * What a saved model is to keep of a measure.
   *
   * @param query how it is asked for
   * @param cuts ascending places where spans may be cut later: there values stay exact, elsewhere
   *     the parts of a span share evenly what it has
   */
  public static DerivedKey<?> kept(Measure measure, Query query, long[] cuts) {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(cuts, "cuts");
    return new SavedMeasure(measure, query, cuts.clone());
  }

  /**
   * The measures of words with commas between them: {@code file,debug}.
   *
   * @throws UnknownWordException if a word is none of them, or there twice; it says which were
   *     expected
   */
  public static List<Measure> parse(String words) {
    return parse(words, List.of());
  }

  /**
   * The same, others that were brought among them, whose names are none of the built-in ones.
   *
   * @throws UnknownWordException if a word is none of them, or there twice
   */
  public static List<Measure> parse(String words, List<Measure> others) {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(others, "others");
    List<String> names = new ArrayList<>(names());
    others.forEach(other -> names.add(other.name()));
    List<Measure> measures = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Optional<Measure> measure =
          named(word).or(() -> others.stream().filter(o -> o.name().equals(word)).findFirst());
      if (measure.isEmpty()) {
        throw new UnknownWordException(
            "some of " + String.join(", ", names) + ", region:NAME", word, names);
      }
      if (measures.contains(measure.get())) {
        throw new UnknownWordException("each measure once", words, List.of());
      }
      measures.add(measure.get());
    }
    return List.copyOf(measures);
  }
}
