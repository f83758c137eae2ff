package dev.weighbridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolPartTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path folder;

  private SpoolPlace place(String hash, long rows, long bodies) {
    return new SpoolPlace(folder.resolve("0"), hash, 3, 3 + rows, 5, 5 + bodies);
  }

  @Test
  void whatIsLeftOfAKilledRunIsDividedAsItWas() {
    List<SpoolPlace> places = new ArrayList<>();
    for (int i = 10; i < 60; i++) {
      places.add(place(String.valueOf(i), i * MIB / 40, i % 7 * MIB / 3));
    }
    List<SpoolPart> parts = SpoolPart.of(places);
    assertThat(parts).hasSizeGreaterThan(3);
    assertThat(parts.stream().flatMap(part -> part.places().stream())).isEqualTo(places);
    for (SpoolPart part : parts.subList(0, parts.size() - 1)) {
      long all = part.places().stream().mapToLong(SpoolPlace::bytes).sum();
      long last = part.places().get(part.places().size() - 1).bytes();
      assertThat(all).isGreaterThanOrEqualTo(16 * MIB);
      assertThat(all - last).isLessThan(16 * MIB);
    }
    int first = parts.get(0).places().size();
    assertThat(SpoolPart.of(places.subList(first, places.size())))
        .isEqualTo(parts.subList(1, parts.size()));
    assertThat(SpoolPart.of(List.of())).isEmpty();
  }

  @Test
  void linesOfAPartAreThoseOfItsContentsInTheirOrder() throws IOException {
    String long1 = "x".repeat(300_000) + "\n";
    Files.writeString(folder.resolve("0.rows"), "a2\n" + long1 + "b2\n");
    Files.writeString(folder.resolve("1.rows"), "a1\n");
    Files.writeString(folder.resolve("0.bodies"), "");
    SpoolPlace one = new SpoolPlace(folder.resolve("1"), "01", 0, 3, 0, 0);
    SpoolPlace two = new SpoolPlace(folder.resolve("0"), "02", 0, 3 + long1.length(), 0, 0);
    SpoolPart part = new SpoolPart(List.of(one, two));
    Path target = folder.resolve("rows");
    part.writeRows(target);
    assertThat(Files.readString(target)).isEqualTo("a1\na2\n" + long1);
    SpoolPlace cut = new SpoolPlace(folder.resolve("0"), "03", 0, 3, 0, 8);
    assertThatThrownBy(() -> new SpoolPart(List.of(cut)).writeBodies(target))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("0.bodies")
        .hasMessageContaining("8 bytes");
  }
}
