package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationsTest {
  private static final byte[] FILE = new byte[3_000];

  @Test
  void makesTheSameMutantsEachTime() {
    Mutations mutations = Mutations.of("same", FILE);
    int changed = 0;
    for (int i = 0; i < 100; i++) {
      byte[] mutant = mutations.mutant(i);
      assertThat(mutant).isEqualTo(Mutations.of("same", FILE).mutant(i));
      changed += Arrays.equals(mutant, FILE) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(60);
    assertThat(FILE).containsOnly(0);
  }

  @Test
  void acceptsRefusals() {
    Mutations.Result result =
        Mutations.of("refused", FILE)
            .check(
                file -> {
                  throw new MalformedBinaryException("test", 0, "this", "that");
                });
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }

  @Test
  void savesWhatFails() throws IOException {
    String message =
        assertThrows(
                AssertionError.class,
                () ->
                    Mutations.of("fails/here", FILE)
                        .check(
                            file -> {
                              throw new ArrayIndexOutOfBoundsException(7);
                            }))
            .getMessage();
    Path saved = Path.of(message.substring(message.indexOf("target")));
    assertThat(saved.getFileName().toString()).isEqualTo("fails_here-seed-0.bin");
    assertThat(Files.readAllBytes(saved)).isEqualTo(Mutations.of("fails/here", FILE).mutant(0));
    Files.delete(saved);
  }

  @Test
  void cutsAtTheSeamsAndBetween() {
    List<Long> lengths = new ArrayList<>();
    Mutations.of("small", new byte[5]).checkTruncations(file -> lengths.add(file.length()));
    assertThat(lengths).containsExactly(0L, 1L, 2L, 3L, 4L);
    lengths.clear();
    Mutations.of("large", new byte[1 << 20])
        .checkTruncations(file -> lengths.add(file.length()), 0, 64, 1 << 20);
    assertThat(lengths).contains(0L, 1L, 63L, 64L, 65L, (1L << 20) - 1, 1L << 20).isSorted();
    assertThat(lengths).hasSizeBetween(Mutations.seededCount(), Mutations.seededCount() + 9);
  }
}
