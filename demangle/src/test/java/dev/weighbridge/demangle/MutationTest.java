package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated names: no exception, no long time, and the two doors agree.
 *
 * <p>{@code -Dweighbridge.mutations=1000000} runs more of each kind, {@code -Dweighbridge.seed=N}
 * the same again.
 */
class MutationTest {
  private static final int COUNT = Integer.getInteger("weighbridge.mutations", 100_000);
  private static final long SEED = Long.getLong("weighbridge.seed", System.nanoTime());
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final String ALPHABET =
      "0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$.@ \u00e9";
  private static final List<String> PIECES =
      List.of(
          "B_",
          "B0_",
          "B2_",
          "Ba_",
          "C3foo",
          "C0",
          "E",
          "NtC1a1b",
          "INtC1a1bhE",
          "Kj1_",
          "KpE",
          "KRe616263_",
          "KVNtC1a1bS1xj1_E",
          "RL0_e",
          "G_",
          "DNtC1a1bp1xhp1yKj1_EL_",
          "FG_RL0_hEu",
          "FUK5a_b_cEh",
          "WmORm1_m2_E",
          "TTT",
          "p",
          "s_",
          "u6n84amf",
          "NCC1a0",
          "NSC1a6vtable",
          ".llvm.123",
          ".cold",
          "$tlv$init",
          "$LT$",
          "$u20$as$u20$",
          "..",
          "17h0123456789abcdefE");

  private final Random random = new Random(SEED);
  private final RustDemangler demangler = new RustDemangler();
  private final RustNameReader reader = new RustNameReader();
  private final TextBuffer out = new TextBuffer();
  private final NameSlice slice = new NameSlice();

  @Test
  void survivesMutatedNames() {
    List<String[]> names = VectorFile.rows("real-sample.tsv.gz");
    for (int i = 0; i < COUNT; i++) {
      String name = names.get(random.nextInt(names.size()))[0];
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        name = mutate(name);
      }
      check(name);
    }
  }

  @Test
  void survivesRandomNames() {
    for (int i = 0; i < COUNT; i++) {
      StringBuilder name = new StringBuilder(random.nextInt(4) == 0 ? "_ZN" : "_R");
      for (int length = random.nextInt(60); length > 0; length--) {
        name.append(piece());
      }
      check(name.toString());
    }
  }

  private String piece() {
    return random.nextInt(3) == 0
        ? String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())))
        : PIECES.get(random.nextInt(PIECES.size()));
  }

  private String mutate(String name) {
    int at = random.nextInt(name.length() + 1);
    int to = Math.min(name.length(), at + random.nextInt(6));
    return switch (random.nextInt(4)) {
      case 0 -> name.substring(0, at);
      case 1 -> name.substring(0, at) + name.substring(to);
      case 2 -> name.substring(0, to) + name.substring(at);
      default -> name.substring(0, at) + piece() + name.substring(to);
    };
  }

  private void check(String name) {
    String label = "seed " + SEED + ", name " + name;
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    slice.set(bytes, 0, bytes.length);
    out.clear();
    long start = System.nanoTime();
    boolean isText = demangler.tryAppend(slice, HashVisibility.SHOWN, out);
    boolean isStructure = reader.read(slice);
    reader.responsibleCrate();
    long elapsed = System.nanoTime() - start;
    assertThat(elapsed).as(label).isLessThan(LONGEST_NANOS);
    assertThat(isText && !isStructure).as(label).isFalse();
    if (isStructure && random.nextInt(8) == 0) {
      assertThat(RustDemangler.read(slice)).as(label).isPresent();
    }
  }
}
