package dev.weighbridge.generics;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodyType;
import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the generic items of a file cost in copies, and what could be saved.
 *
 * <p>A copy is a function with code of its own; other names of the same code do not count. Rows are
 * sorted by the bytes of their code, largest first. Immutable and safe for several threads.
 *
 * <p>Of savings there are four, from the surest to the boldest:
 *
 * <ul>
 *   <li>{@link #identicalSaving}: of bodies with the same code, which leads to the same places,
 *       only one stays;
 *   <li>{@link #maskedSaving}: of bodies that differ only in how far it is to something else only
 *       one stays; a linker that folds identical code saves at most this, because it also asks that
 *       they lead to the same places;
 *   <li>{@link #likelySaving}: code that stands in a larger copy already is not made again; an
 *       estimate of what taking the code that does not depend on the type out of the generic would
 *       give;
 *   <li>{@link #savingBound}: all copies but one of average size go, or all but the largest,
 *       whichever is less: the upper bound that twiggy prints.
 * </ul>
 */
public final class Generics {
  private static final DerivedKey<Generics> BY_NAMES = new Key(false);
  private static final DerivedKey<Generics> WITH_DEBUG_INFORMATION = new Key(true);

  /** How {@link #identicalSaving} is found, for reports. */
  public static final String IDENTICAL_FORMULA =
      "code bytes of all but one of the copies with the same code, which leads to the same places";

  /** How {@link #maskedSaving} is found, for reports. */
  public static final String MASKED_FORMULA =
      "code bytes of all but one of the copies that are equal, PC-relative operands and relocated"
          + " places aside";

  /** How {@link #likelySaving} is found, for reports. */
  public static final String LIKELY_FORMULA =
      "max(masked saving, min(upper bound, repeated code)), where repeated code is runs of "
          + RepeatedCode.RUN
          + " or more instructions that a larger copy has, too, PC-relative operands aside";

  /** How {@link #savingBound} is found, for reports. */
  public static final String BOUND_FORMULA =
      "upper bound: min(average * (copies - 1), total - largest)";

  private final Attribution attribution;
  private final GenericTable table;
  private final Bodies bodies;
  private final int[] tableRow;
  private final int[] start;
  private final int[] copies;
  private final long[] codeSize;
  private final long[] fileSize;
  private final long[] largest;
  private final int[] distinct;
  private final int[] distinctMasked;
  private final long[] identicalSaving;
  private final long[] maskedSaving;
  private final long[] likelySaving;
  private final long allCode;

  private Generics(Attribution attribution, GenericTable table) {
    this.attribution = attribution;
    this.table = table;
    bodies = Bodies.of(attribution, BodyType.CODE);
    CopyLists lists = new CopyLists(table, bodies);
    tableRow = lists.rows();
    start = lists.starts();
    copies = lists.bodies();
    int rows = tableRow.length;
    codeSize = new long[rows];
    largest = new long[rows];
    distinct = new int[rows];
    distinctMasked = new int[rows];
    identicalSaving = new long[rows];
    maskedSaving = new long[rows];
    likelySaving = new long[rows];
    fileSize = fullSizes();
    measure();
    allCode = lists.allCode();
  }

  /**
   * The generic items of a file; measured when first asked for, then kept.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public static Generics of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    attribution.file().requireBytes();
    return attribution.uncut().get(BY_NAMES);
  }

  /**
   * The same, with what legacy names of Rust leave out and debug information tells. Type arguments
   * say what an item is a copy for, and that it is one if there is no second; units say which crate
   * made it. Reads it if need be.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if there is none, or for a
   *     model saved without the bytes
   */
  public static Generics withDebugInformation(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    if (!DebugPlaces.arePresent(attribution)) {
      throw new UnsupportedBinaryException("file", -1, "debug information", "none");
    }
    return attribution.uncut().get(WITH_DEBUG_INFORMATION);
  }

  private record Key(boolean isDebugRead) implements DerivedKey<Generics> {
    @Override
    public String name() {
      return "generic items";
    }

    @Override
    public Generics derive(Attribution attribution, Work work) {
      return new Generics(
          attribution,
          isDebugRead
              ? GenericTable.withDebugInformation(attribution)
              : GenericTable.of(attribution));
    }
  }

  /** What goes with each item under full pricing: its copies' code, unwind entries, names ... */
  private long[] fullSizes() {
    int[] rowOf = new int[table.count()];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < tableRow.length; row++) {
      rowOf[tableRow[row]] = row;
    }
    long[] sizes = new long[tableRow.length];
    Partition partition = attribution.partition();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int item = table.ofOwner(attribution.payer(span, Pricing.FULL));
      if (item >= 0 && rowOf[item] >= 0) {
        sizes[rowOf[item]] += partition.fileSize(span);
      }
    }
    return sizes;
  }

  private void measure() {
    RepeatedCode repeated = new RepeatedCode(attribution, bodies);
    for (int row = 0; row < tableRow.length; row++) {
      Work.checkAt(row);
      int from = start[row];
      int count = start[row + 1] - from;
      EqualCopies identical = new EqualCopies(count);
      EqualCopies masked = new EqualCopies(count);
      for (int i = 0; i < count; i++) {
        int body = copies[from + i];
        codeSize[row] += bodies.size(body);
        identical.add(bodies.hash(body), bodies.size(body));
        masked.add(bodies.maskedHash(body), bodies.size(body));
      }
      largest[row] = bodies.size(copies[from]);
      distinct[row] = identical.distinct();
      distinctMasked[row] = masked.distinct();
      identicalSaving[row] = identical.saving();
      maskedSaving[row] = masked.saving();
      likelySaving[row] = likely(row, repeated);
    }
  }

  private long likely(int row, RepeatedCode repeated) {
    if (copyCount(row) == 1) {
      return 0;
    }
    repeated.begin();
    long sum = 0;
    for (int i = start[row]; i < start[row + 1]; i++) {
      sum += repeated.repeated(copies[i]);
    }
    long equal = Math.max(identicalSaving[row], maskedSaving[row]);
    return Math.max(equal, Math.min(savingBound(row), sum));
  }

  /** How many generic items have copies with code. */
  public int count() {
    return tableRow.length;
  }

  /** The item for people: {@code <alloc::vec::Vec<_>>::push}. */
  public String label(int row) {
    return table.label(tableRow[row]);
  }

  /** How many copies have code of their own, at least one. */
  public int copyCount(int row) {
    return start[row + 1] - start[row];
  }

  /**
   * The symbol of a copy, the largest copy first.
   *
   * @return an id of {@link dev.weighbridge.attribution.Owners}
   */
  public int copy(int row, int number) {
    return bodies.owner(copies[start[row] + number]);
  }

  /** Bytes of the code of one copy. */
  public long copySize(int row, int number) {
    return bodies.size(copies[start[row] + number]);
  }

  /** Bytes of the code of all copies. */
  public long codeSize(int row) {
    return codeSize[row];
  }

  /** Bytes of all that would go with the copies: code, unwind entries, names, relocations. */
  public long fileSize(int row) {
    return fileSize[row];
  }

  /** Bytes of the code of the largest copy. */
  public long largest(int row) {
    return largest[row];
  }

  /** Bytes of the code of a copy on average, rounded down. */
  public long mean(int row) {
    return codeSize[row] / copyCount(row);
  }

  /** How many different bodies the copies have. */
  public int distinct(int row) {
    return distinct[row];
  }

  /** How many different bodies they have but for PC-relative operands and relocated places. */
  public int distinctMasked(int row) {
    return distinctMasked[row];
  }

  /** Bytes by {@link #IDENTICAL_FORMULA}. */
  public long identicalSaving(int row) {
    return identicalSaving[row];
  }

  /** Bytes by {@link #MASKED_FORMULA}; what identical copies give if masking is not supported. */
  public long maskedSaving(int row) {
    return maskedSaving[row];
  }

  /** Bytes by {@link #LIKELY_FORMULA}; what identical copies give if masking is not supported. */
  public long likelySaving(int row) {
    return likelySaving[row];
  }

  /** Bytes by {@link #BOUND_FORMULA}. */
  public long savingBound(int row) {
    // No copy on average is larger than the largest, so the other side of the formula never wins.
    return codeSize[row] - largest[row];
  }

  /** Bytes of all code that symbols and functions own, generic or not. */
  public long allCode() {
    return allCode;
  }

  /**
   * Whether copies are compared without PC-relative operands: so where the machine's instructions
   * are known. If not, only copies with the same bytes count as equal, and savings are those of
   * equal copies.
   */
  public boolean isMaskingSupported() {
    return bodies.isMaskingSupported();
  }

  /** What the copies of an item are made for, by their type arguments, most bytes first. */
  public List<Cause> typeArguments(int row) {
    return causes(row).byArguments(table.names(tableRow[row]));
  }

  /**
   * The crates whose compilation made the copies, most bytes first; copies whose names do not tell
   * are left out, which are all of C++, and of legacy Rust without debug information.
   */
  public List<Cause> crates(int row) {
    return causes(row).byCrate(table.instances());
  }

  private Causes causes(int row) {
    int[] owners = new int[copyCount(row)];
    long[] sizes = new long[owners.length];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = copy(row, i);
      sizes[i] = copySize(row, i);
    }
    return new Causes(attribution, owners, sizes);
  }

  /** A row as an object. */
  public Generic row(int row) {
    return new Generic(
        row,
        label(row),
        copyCount(row),
        codeSize(row),
        fileSize(row),
        largest(row),
        mean(row),
        distinct(row),
        distinctMasked(row),
        identicalSaving(row),
        maskedSaving(row),
        likelySaving(row),
        savingBound(row));
  }

  /** All rows as objects. */
  public Stream<Generic> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " generic items";
  }
}
