package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated names: no exception, no long time, and text and structure agree.
 *
 * <p>{@code -Dweighbridge.mutations=1000000} runs more of each kind, {@code -Dweighbridge.seed=N}
 * the same again.
 */
class ItaniumMutationTest {
  private static final int COUNT = Integer.getInteger("weighbridge.mutations", 100_000);
  private static final long SEED = Long.getLong("weighbridge.seed", System.nanoTime());
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final String[] PIECES =
      ("S_ S0_ S1_ T_ T0_ TL0__ I E N K V R O P J X Z St Sa Ss Sd DpT_ L_Z Li1E LDnE UlvE_ UlT_E_ Ut_"
              + " Ub_ cv C1 CI1 D0 Dt DT sr srN cl cp fp_ fL0p_ fpT gs nw_ na il tl di1a dxLi1E dX fl"
              + " fR pl B3abc M A_ A1_ Dv_ Dv4_ DC W1a WP1b F L v i 1a 3foo Ty Tni Tt Tp Tk1C rq rQ Q"
              + " GR GV GI TV TC Th8_ Tv0_n8_ Tch0_h8_ _0 __10_ 9999999999 Dk1C U3abc u3abc sZ sP sp"
              + " so mc Dw DO Do Dx DB8_ DF16_ Ts1A li1x v1abc on dn ad dt pt .cold .llvm.1 @@V \u00e9")
          .split(" ");

  private final Random random = new Random(SEED);
  private final ItaniumDemangler demangler = new ItaniumDemangler();
  private final ItaniumNameReader reader = new ItaniumNameReader();
  private final TextBuffer out = new TextBuffer();
  private final NameSlice slice = new NameSlice();

  @Test
  void survivesMutatedNames() {
    List<String[]> names = new ArrayList<>(VectorFile.rows("itanium-real.tsv.gz"));
    names.addAll(VectorFile.rows("itanium-odd.tsv"));
    names.addAll(VectorFile.rows("itanium-vectors.tsv"));
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
      StringBuilder name = new StringBuilder("_Z");
      for (int length = random.nextInt(40); length > 0; length--) {
        name.append(piece());
      }
      check(name.toString());
    }
  }

  private String piece() {
    return PIECES[random.nextInt(PIECES.length)];
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
    boolean isText = demangler.tryAppend(slice, out);
    boolean isStructure = reader.read(slice);
    ask();
    long elapsed = System.nanoTime() - start;
    assertThat(elapsed).as(label).isLessThan(LONGEST_NANOS);
    assertThat(isText && !isStructure).as(label).isFalse();
  }

  private void ask() {
    reader.genericId();
    reader.scopeId();
    reader.argumentsId();
    reader.variant();
    reader.outermostStart();
    reader.isStandard();
    reader.appendGeneric(out);
    reader.appendScope(out);
    for (int i = 0; i < Math.min(20, reader.argumentCount()); i++) {
      reader.appendArgument(i, out);
    }
  }
}
