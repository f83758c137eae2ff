package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.bodies.EqualClasses;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The functions that a linker would fold into one, as LLD does with {@code --icf=all}.
 *
 * <p>Two are equal if their instructions are, and what these refer to is equal in the same sense or
 * the same. Functions with an exception table are never folded. On six measured programs the number
 * of functions was right, and the bytes to 80.
 *
 * @param functions how many functions there are
 * @param folded how many of them would go
 * @param saving bytes that would go with them: their code, filled up to the alignment, their frame
 *     records, their rows in the search table
 * @param groups the groups that give most
 */
public record Foldable(int functions, int folded, long saving, List<Group> groups) {
  private static final Foldable NONE = new Foldable(0, 0, 0, List.of());
  private static final int SHOWN = 5;

  /** A row of {@code .eh_frame_hdr}: two numbers of four bytes. */
  private static final int SEARCH_ROW = 8;

  /** Copies. */
  public Foldable {
    groups = List.copyOf(groups);
  }

  /**
   * Functions that are equal.
   *
   * @param address of the first of them
   * @param count how many there are, at least two
   * @param saving what all but one take
   */
  public record Group(long address, int count, long saving) {}

  private record Key(ElfFile elf) implements DerivedKey<Foldable> {
    @Override
    public String name() {
      return "functions that a linker would fold";
    }

    @Override
    public Foldable derive(Attribution attribution, Work work) {
      FramedFunctions functions = FramedFunctions.of(elf);
      return functions.count() == 0 ? NONE : find(attribution, functions);
    }
  }

  /** What would be folded in a file; nothing where its machine's code is not read. */
  public static Foldable of(Attribution attribution) {
    ElfFile elf = attribution.file().as(ElfFile.class).orElse(null);
    return elf == null || elf.isRelocatable() ? NONE : attribution.get(new Key(elf));
  }

  private static Foldable find(Attribution attribution, FramedFunctions functions) {
    FunctionBodies bodies = new FunctionBodies(attribution, functions);
    if (!bodies.isRead()) {
      return NONE;
    }
    int[] classes = new EqualClasses(bodies).find();
    return sum(functions, classes);
  }

  private static Foldable sum(FramedFunctions functions, int[] classes) {
    int count = functions.count();
    int[] first = new int[count];
    int[] members = new int[count];
    long[] saved = new long[count];
    Arrays.fill(first, -1);
    int folded = 0;
    long saving = 0;
    for (int row = 0; row < count; row++) {
      int group = classes[row];
      members[group]++;
      if (first[group] < 0) {
        first[group] = row;
        continue;
      }
      long bytes = functions.room(row) + functions.frameSize(row) + SEARCH_ROW;
      folded++;
      saving += bytes;
      saved[group] += bytes;
    }
    List<Group> groups =
        IntStream.range(0, count)
            .filter(group -> members[group] > 1)
            .boxed()
            .sorted((a, b) -> Long.compare(saved[b], saved[a]))
            .limit(SHOWN)
            .map(g -> new Group(functions.start(first[g]), members[g], saved[g]))
            .toList();
    return new Foldable(count, folded, saving, groups);
  }
}
