package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Damages a sound file in many ways and gives each damaged one to what is under test, which must
 * end in bounded time, normally or with a {@link BinaryException}.
 *
 * <pre>{@code
 * Mutations.of("c-x64", Fixtures.array("elf/c-x64")).check(file -> read(file));
 * }</pre>
 *
 * <p>Mutants depend on the name and their number only. How many there are says the system property
 * {@code weighbridge.mutations}. An input that fails is saved to {@code target/mutation-failures};
 * put into {@code src/test/resources/mutations} it is replayed by {@link #replays}.
 */
public final class Mutations {
  /**
   * What a check came to.
   *
   * @param count how many inputs were given
   * @param slowest the longest time of the processor that one took
   */
  public record Result(int count, Duration slowest) {}

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int DEFAULT_COUNT = 25;
  private static final Path FAILURES = Path.of("target", "mutation-failures");

  private final String name;
  private final byte[] original;
  private int start;
  private int end;
  private Duration slowest = Duration.ZERO;
  private int count;

  private Mutations(String name, byte[] original) {
    this.name = name;
    this.original = original;
    this.end = original.length;
  }

  /** Mutations of a sound file. */
  public static Mutations of(String name, byte[] original) {
    return new Mutations(name, original);
  }

  /** Damages only the bytes {@code [first, last)}, so that what reads them gets all of it. */
  public Mutations within(long first, long last) {
    start = Math.toIntExact(first);
    end = Math.toIntExact(last);
    return this;
  }

  /** How many seeded mutants a check makes of each file. */
  public static int seededCount() {
    return Integer.getInteger("weighbridge.mutations", DEFAULT_COUNT);
  }

  /** Gives the seeded mutants to what is under test. */
  public Result check(Consumer<Bytes> underTest) {
    return check(seededCount(), underTest);
  }

  /** Gives some of the seeded mutants to what is under test: the first so many. */
  public Result check(int mutants, Consumer<Bytes> underTest) {
    for (int number = 0; number < mutants; number++) {
      run("seed-" + number, mutant(number), underTest);
    }
    return new Result(count, slowest);
  }

  /**
   * Gives the file cut at each position, one byte before and one behind it, and at as many places
   * between as {@link #seededCount} says, evenly spread: at every byte if that is enough.
   *
   * @param positions where headers and contents start and end
   */
  public Result checkTruncations(Consumer<Bytes> underTest, long... positions) {
    TreeSet<Integer> cuts = new TreeSet<>();
    for (long position : positions) {
      for (long cut = position - 1; cut <= position + 1; cut++) {
        cuts.add((int) Math.max(0, Math.min(original.length, cut)));
      }
    }
    int step = Math.max(1, original.length / Math.max(1, seededCount()));
    for (int cut = 0; cut < original.length; cut += step) {
      cuts.add(cut);
    }
    for (int cut : cuts) {
      run("cut-" + cut, Arrays.copyOf(original, cut), underTest);
    }
    return new Result(count, slowest);
  }

  /** One damaged copy: always the same for the same number. */
  public byte[] mutant(int number) {
    Random random = new Random(name.hashCode() * 1_000_003L + number);
    byte[] copy = original.clone();
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages && start < Math.min(end, copy.length); i++) {
      copy = damage(copy, random);
    }
    return copy;
  }

  private byte[] damage(byte[] file, Random random) {
    int at = place(Math.min(end, file.length) - start, random) + start;
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 3 -> fill(file, at & -4, 1 << random.nextInt(4), 0xFF);
      case 4 -> fill(file, at & -4, 1 << random.nextInt(4), 0);
      case 5 -> fill(file, at & -8, 8, random.nextInt(256));
      case 6 -> {
        int from = random.nextInt(file.length);
        int size = Math.min(1 + random.nextInt(64), file.length - Math.max(at, from));
        System.arraycopy(file.clone(), from, file, at, size);
      }
      default -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : file;
      }
    }
    return file;
  }

  /** Headers lie at the start and at the end of files; they get more than their share. */
  private static int place(int length, Random random) {
    int edge = Math.min(length, 1 << 10);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(edge);
      case 1 -> length - 1 - random.nextInt(edge);
      default -> random.nextInt(length);
    };
  }

  private static void fill(byte[] file, int at, int size, int value) {
    Arrays.fill(file, at, Math.min(file.length, at + size), (byte) value);
  }

  private void run(String label, byte[] input, Consumer<Bytes> underTest) {
    Duration taken;
    try {
      taken = WorkBound.run(LIMIT, () -> accept(input, underTest));
    } catch (Throwable e) {
      throw new AssertionError(name + " " + label + " saved to " + save(label, input), e);
    }
    slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
    count++;
  }

  @SuppressWarnings("EmptyCatch")
  private static void accept(byte[] input, Consumer<Bytes> underTest) {
    try {
      underTest.accept(Bytes.of(input));
    } catch (BinaryException expected) {
      // The one way in which a damaged file may be refused.
    }
  }

  private Path save(String label, byte[] input) {
    try {
      Files.createDirectories(FAILURES);
      String safe = name.replaceAll("[^A-Za-z0-9.-]", "_");
      Path file = FAILURES.resolve(String.format(Locale.ROOT, "%s-%s.bin", safe, label));
      return Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives every input saved in {@code src/test/resources/mutations} of the module at hand to what
   * is under test, and returns how many there were.
   */
  public static int replays(Consumer<Bytes> underTest) {
    Path folder = Path.of("src", "test", "resources", "mutations");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> inputs = files.filter(f -> f.toString().endsWith(".bin")).sorted().toList();
      for (Path input : inputs) {
        byte[] bytes = Files.readAllBytes(input);
        replay(input, bytes, underTest);
      }
      return inputs.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void replay(Path name, byte[] input, Consumer<Bytes> underTest) {
    try {
      WorkBound.run(LIMIT, () -> accept(input, underTest));
    } catch (Throwable e) {
      throw new AssertionError(name.toString(), e);
    }
  }
}
