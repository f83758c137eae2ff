package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Which crate compiled each function of an image that names its functions and no units, as modules
 * of Wasm do. A name tells whose source a function is, and any crate behind it in the order of the
 * link can have compiled that: so the last function with a name of a crate is in its run.
 */
public final class NamedOrder {
  /** Smaller ones are shims to allocate by, which the program has and all others call. */
  private static final int LEAST_CALLED = 16;

  private static final int NO_FUNCTION = -1;

  private final Attribution attribution;
  private final CodeRuns runs;
  private final int[] owner;
  private final int[] crate;
  private final Atoms atoms;

  /**
   * Reads the order of an image.
   *
   * @param crateOf the crate in the name of an owner, -1 if it names none
   */
  public NamedOrder(Attribution attribution, int image, IntUnaryOperator crateOf) {
    this.attribution = attribution;
    runs = new CodeRuns(attribution, image);
    owner = new int[runs.count()];
    crate = new int[owner.length];
    Partition partition = attribution.partition();
    for (int function = 0; function < owner.length; function++) {
      owner[function] = partition.owner(partition.spanAt(runs.place(function)));
      crate[function] = crateOf.applyAsInt(owner[function]);
    }
    atoms = Atoms.of(lastCallers(image), 0);
  }

  /** How many functions there are. */
  public int count() {
    return owner.length;
  }

  /** The owner of a function. */
  public int owner(int function) {
    return owner[function];
  }

  /** For each function that names a crate the last one behind it that calls it; -1 if none does. */
  private int[] lastCallers(int image) {
    int[] last = new int[owner.length];
    Arrays.fill(last, NO_FUNCTION);
    attribution
        .file()
        .images()
        .get(image)
        .references(
            new ReferenceSink() {
              @Override
              public void root(RootReason reason, long start, long end) {}

              @Override
              public void reference(long from, long to) {
                int caller = at(from);
                int callee = at(to);
                if (caller > callee && callee >= 0 && isTold(callee)) {
                  last[callee] = Math.max(last[callee], caller);
                }
              }
            });
    return last;
  }

  private boolean isTold(int function) {
    return crate[function] >= 0 && runs.size(function) >= LEAST_CALLED;
  }

  /** The function at a place of the file; -1 if none is there. */
  private int at(long place) {
    int low = 0;
    int high = owner.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.place(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean isInside = low > 0 && place < runs.place(low - 1) + runs.size(low - 1);
    return isInside ? low - 1 : NO_FUNCTION;
  }

  /**
   * The crate that compiled each function; -1 where nothing tells.
   *
   * @param program the crate of the program, which comes first; -1 if that is not known
   * @param isStandard which crates are of the standard library, which comes last
   * @param first the crate of the standard library that comes first; -1 if there is none
   */
  public int[] find(int program, IntPredicate isStandard, int first) {
    int[] found = cut(program, isStandard, one -> true, 0);
    int start = 0;
    while (start < found.length && found[start] != Candidates.STANDARD) {
      start++;
    }
    int[] standard = cut(first, one -> false, isStandard, start);
    for (int function = 0; function < found.length; function++) {
      boolean isOfProgram = found[function] > Candidates.STANDARD;
      found[function] = (isOfProgram ? found[function] : standard[function]) - 1;
    }
    return found;
  }

  /** One more than the crate of each function, 0 for any of the library, -1 for none. */
  private int[] cut(int program, IntPredicate isOneOfMany, IntPredicate counts, int border) {
    int[] known =
        Arrays.stream(crate).filter(one -> one >= 0 && counts.test(one)).distinct().toArray();
    List<SourcePath> paths = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      int one = known[i];
      SourcePath.Origin origin =
          one == program ? SourcePath.Origin.LOCAL : SourcePath.Origin.REGISTRY;
      origin = isOneOfMany.test(one) ? SourcePath.Origin.STANDARD : origin;
      paths.add(new SourcePath(origin, Integer.toString(one)));
    }
    Candidates candidates = new Candidates(paths);
    int[] number = new int[Arrays.stream(crate).max().orElse(0) + 1];
    int[] meant = new int[candidates.count()];
    Arrays.fill(number, Candidates.NONE);
    for (int i = 0; i < known.length; i++) {
      number[known[i]] = candidates.ofPath(i);
      meant[candidates.ofPath(i)] = known[i] + 1;
    }
    meant[Candidates.STANDARD] = 0;
    Mentions.Builder mentions = new Mentions.Builder(owner.length, candidates.count());
    for (int function = border; function < owner.length; function++) {
      if (crate[function] >= 0 && number[crate[function]] >= 0) {
        mentions.add(function, number[crate[function]], function);
      }
    }
    int[] found = new LinkOrderCut(mentions.build(), atoms, border).find(candidates, NO_FUNCTION);
    for (int function = 0; function < found.length; function++) {
      found[function] = found[function] < 0 ? Candidates.NONE : meant[found[function]];
    }
    return found;
  }
}
