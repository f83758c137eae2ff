package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/**
 * Atoms of two functions or more, each of one crate, in files with names.
 *
 * <p>They are only found where the linker has taken their units away from some. They are ranges of
 * the file that do not overlap, ascending. Immutable.
 */
public final class CodeAtoms {
  /** What to ask an attribution for. Saved models keep the answer: start and end of each. */
  public static final DerivedKey<CodeAtoms> KEY = new Key();

  private final long[] start;
  private final long[] end;

  private record Key() implements DerivedKey<CodeAtoms>, Codec<CodeAtoms> {
    @Override
    public String name() {
      return "code-atoms";
    }

    @Override
    public CodeAtoms derive(Attribution attribution, Work work) {
      return new CodeAtoms(attribution, work);
    }

    @Override
    public Optional<Codec<CodeAtoms>> codec() {
      return Optional.of(this);
    }

    @Override
    public long[][] columns(CodeAtoms answer) {
      return answer.count() == 0 ? new long[0][] : new long[][] {answer.start, answer.end};
    }

    @Override
    public Optional<CodeAtoms> answer(long[][] columns) {
      boolean isWhole = columns.length == 2 && columns[0].length == columns[1].length;
      long last = 0;
      for (int i = 0; isWhole && i < columns[0].length; i++) {
        isWhole = columns[0][i] >= last && columns[1][i] > columns[0][i];
        last = columns[1][i];
      }
      return isWhole ? Optional.of(new CodeAtoms(columns[0], columns[1])) : Optional.empty();
    }
  }

  private CodeAtoms(long[] start, long[] end) {
    this.start = start;
    this.end = end;
  }

  private CodeAtoms(Attribution attribution, Work work) {
    LongColumn starts = new LongColumn(0);
    LongColumn ends = new LongColumn(0);
    int images = attribution.file().hasBytes() ? attribution.file().images().size() : 0;
    for (int row = 0; row < images; row++) {
      Optional<ImageOrder> image = ImageOrder.of(attribution, row, false, work);
      if (image.isPresent()) {
        add(image.get(), starts, ends);
      }
    }
    start = starts.freeze();
    end = ends.freeze();
  }

  private static void add(ImageOrder image, LongColumn starts, LongColumn ends) {
    CodeRuns runs = image.runs();
    Atoms atoms = image.atoms();
    for (int function = 0; function < runs.count(); ) {
      int last = atoms.last(function);
      long end = runs.place(last) + runs.size(last);
      boolean isBehind = ends.count() == 0 || runs.place(function) >= ends.get(ends.count() - 1);
      if (last > function && isBehind && end > runs.place(function)) {
        starts.add(runs.place(function));
        ends.add(end);
      }
      function = last + 1;
    }
  }

  /** The atoms of a file, found by whoever asks first. */
  public static CodeAtoms of(Attribution attribution, Work work) {
    return attribution.uncut().get(KEY, work);
  }

  /** How many there are. */
  public int count() {
    return start.length;
  }

  /** File offset of the first byte of an atom. */
  public long start(int atom) {
    return start[atom];
  }

  /** End of an atom in the file, exclusive. */
  public long end(int atom) {
    return end[atom];
  }
}
