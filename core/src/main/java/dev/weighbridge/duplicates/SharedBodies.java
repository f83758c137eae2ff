package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.columns.DenseIds;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;

/**
 * Finds functions and data that several files have, without keeping the files: of each body a hash
 * is kept, and a name once a second file has it. So bodies are the same by their size and 64 bits;
 * their bytes are not there any more to look at. Which bodies are looked at says {@link
 * FileBodies}. For one thread.
 */
public final class SharedBodies {
  private static final int NONE = -1;

  private final DenseIds rows = new DenseIds();
  private final LongColumn sizes = new LongColumn(1024);
  private final IntColumn lastCopy = new IntColumn(1024);
  private final IntColumn copyFile = new IntColumn(1024);
  private final LongColumn copyCost = new LongColumn(1024);
  private final IntColumn copyBefore = new IntColumn(1024);
  private final BitSet code = new BitSet();
  private final Map<Integer, String> labels = new HashMap<>();

  /** No files yet. */
  public SharedBodies() {}

  /**
   * Takes the bodies of a file.
   *
   * @param file its number
   * @param cost what all bytes of the file before a place cost together
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public void add(int file, Attribution attribution, LongUnaryOperator cost) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(cost, "cost");
    FileBodies bodies = FileBodies.of(attribution);
    for (int body = 0; body < bodies.count(); body++) {
      int row = row(bodies, body);
      int before = lastCopy.get(row);
      if (before != NONE && copyFile.get(before) != file && !labels.containsKey(row)) {
        labels.put(row, bodies.label(body));
      }
      lastCopy.set(row, copyFile.count());
      copyFile.add(file);
      copyCost.add(bodies.cost(body, cost));
      copyBefore.add(before);
    }
  }

  /** The row of what a body consists of, made if there is none. */
  private int row(FileBodies bodies, int body) {
    long size = bodies.size(body);
    boolean isCode = bodies.isCode(body);
    int row = rows.add(31 * (31 * bodies.hash(body) + size) + (isCode ? 1 : 0));
    if (row == sizes.count()) {
      sizes.add(size);
      code.set(row, isCode);
      lastCopy.add(NONE);
    }
    return row;
  }

  /**
   * What several files have, the largest saving first.
   *
   * @param isCounted which files count, by their numbers
   */
  public List<SharedBody> list(IntPredicate isCounted) {
    Objects.requireNonNull(isCounted, "isCounted");
    List<SharedBody> shared = new ArrayList<>();
    labels.forEach((row, label) -> add(shared, row, label, isCounted));
    shared.sort(
        Comparator.comparingLong(SharedBody::saving)
            .thenComparingLong(SharedBody::fileSize)
            .reversed()
            .thenComparing(SharedBody::label)
            .thenComparing(body -> body.files().get(0)));
    return shared;
  }

  private void add(List<SharedBody> shared, int row, String label, IntPredicate isCounted) {
    SortedSet<Integer> files = new TreeSet<>();
    int count = 0;
    long sum = 0;
    long most = 0;
    for (int copy = lastCopy.get(row); copy != NONE; copy = copyBefore.get(copy)) {
      if (isCounted.test(copyFile.get(copy))) {
        files.add(copyFile.get(copy));
        count++;
        sum += copyCost.get(copy);
        most = Math.max(most, copyCost.get(copy));
      }
    }
    if (files.size() > 1) {
      List<Integer> numbers = new ArrayList<>(files);
      shared.add(new SharedBody(code.get(row), label, count, sizes.get(row), sum - most, numbers));
    }
  }

  @Override
  public String toString() {
    return sizes.count() + " bodies";
  }
}
