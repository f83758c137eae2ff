package dev.weighbridge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.WorkBound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives damaged copies of small fixtures to {@code weighbridge size}, in one process and as many as
 * fit into {@code weighbridge.fuzz.duration}, and counts how it ended. Copies before {@code
 * weighbridge.fuzz.first} are skipped. Not run but by its name.
 */
class ManyDamagedFiles {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  @TempDir private Path folder;

  @Test
  void allEndAsPromised() throws IOException {
    String duration = System.getProperty("weighbridge.fuzz.duration", "60s");
    long end = System.nanoTime() + Duration.parse("PT" + duration).toNanos();
    List<OneFormat> formats = new ArrayList<>();
    for (String format : DamagedFiles.FORMATS) {
      formats.add(new OneFormat(format, folder.resolve("damaged-" + format)));
    }
    int from = Integer.getInteger("weighbridge.fuzz.first", 0);
    for (; System.nanoTime() < end; from += BATCH) {
      for (OneFormat format : formats) {
        format.give(from, from + BATCH);
      }
    }
    System.out.println("copies up to " + from);
    System.out.println(Endings.table(formats.stream().map(format -> format.endings).toList()));
    for (OneFormat format : formats) {
      assertThat(format.endings.count(Ending.CRASHED)).as(format.name).isZero();
      assertThat(format.endings.count(Ending.HUNG)).as(format.name).isZero();
    }
  }

  private static final class OneFormat {
    private final String name;
    private final DamagedFiles files;
    private final Path file;
    private final Endings endings;
    private final WeighingCommand command = new WeighingCommand();

    OneFormat(String name, Path file) {
      this.name = name;
      this.file = file;
      files = DamagedFiles.of(name);
      endings = new Endings(name);
    }

    /** One thread for all of them: one for each would cost more than the file. */
    void give(int from, int to) throws IOException {
      int[] next = {from};
      while (next[0] < to) {
        try {
          WorkBound.run(LIMIT.multipliedBy(3), () -> giveEach(next, to));
        } catch (AssertionError e) {
          keep(next[0]++, Ending.HUNG, e.getMessage());
        }
      }
    }

    private void giveEach(int[] next, int to) {
      try {
        while (next[0] < to) {
          give(next[0]);
          next[0]++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void give(int number) throws IOException {
      Files.write(file, files.copy(number));
      Ending ending = command.run(file);
      if (ending == Ending.CRASHED) {
        keep(number, ending, command.said());
      } else {
        endings.add(ending);
      }
    }

    private void keep(int number, Ending ending, String why) throws IOException {
      endings.add(ending);
      Path kept = Files.createDirectories(Path.of("target", "mutation-failures"));
      Files.write(kept.resolve(name + "-" + number + ".bin"), files.copy(number));
      System.out.println(name + " " + number + ": " + ending + " " + why);
    }
  }
}
