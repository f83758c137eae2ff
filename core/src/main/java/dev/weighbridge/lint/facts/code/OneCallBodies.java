package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Functions of a Wasm module that are called from one place, and named by nothing else.
 *
 * <p>An optimiser for size puts them there, and leaves next to none: 0 to 3 % of the code in 15
 * modules behind {@code wasm-opt -Oz}. How many there are tells whether one has run.
 *
 * @param oneCallSize bytes of their bodies
 * @param codeSize bytes of all bodies
 */
public record OneCallBodies(long oneCallSize, long codeSize) {
  private static final DerivedKey<OneCallBodies> KEY = new Key();

  private record Key() implements DerivedKey<OneCallBodies> {
    @Override
    public String name() {
      return "bodies called from one place";
    }

    @Override
    public OneCallBodies derive(Attribution attribution, Work work) {
      long one = 0;
      long all = 0;
      for (BinaryImage image : attribution.file().images()) {
        if (image.hasAllReferences()) {
          Calls calls = new Calls(image.functions());
          image.references(calls);
          one += calls.oneCallSize();
          all += calls.codeSize();
        }
      }
      return new OneCallBodies(one, all);
    }
  }

  /** The bodies of a file; none if it is no Wasm module. */
  public static OneCallBodies of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** The share of the code, from 0 to 1. */
  public double share() {
    return codeSize == 0 ? 0 : (double) oneCallSize / codeSize;
  }

  /** Counts who calls which body. */
  private static final class Calls implements ReferenceSink {
    private final long[] start;
    private final long[] size;
    private final int[] calls;
    private final boolean[] isNamed;

    Calls(FunctionTable functions) {
      int[] rows =
          IntStream.range(0, functions.count())
              .filter(row -> functions.fileStart(row) >= 0)
              .boxed()
              .sorted(Comparator.comparingLong(functions::fileStart))
              .mapToInt(row -> row)
              .toArray();
      start = IntStream.of(rows).mapToLong(functions::fileStart).toArray();
      size = IntStream.of(rows).mapToLong(functions::memorySize).toArray();
      calls = new int[rows.length];
      isNamed = new boolean[rows.length];
    }

    private int at(long place) {
      int found = Arrays.binarySearch(start, place);
      int row = found >= 0 ? found : -found - 2;
      return row >= 0 && place - start[row] < size[row] ? row : -1;
    }

    @Override
    public void root(RootReason reason, long from, long to) {
      int row = at(from);
      if (row >= 0) {
        isNamed[row] = true;
      }
    }

    @Override
    public void reference(long from, long to) {
      int row = at(to);
      if (row >= 0 && start[row] == to) {
        calls[row]++;
        isNamed[row] |= at(from) < 0;
      }
    }

    long oneCallSize() {
      long sum = 0;
      for (int row = 0; row < start.length; row++) {
        sum += calls[row] == 1 && !isNamed[row] ? size[row] : 0;
      }
      return sum;
    }

    long codeSize() {
      return Arrays.stream(size).sum();
    }
  }
}
