package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.LinkedProgram.Placed;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolTable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The crate of each byte against the map of the linker, which names the object that each section
 * came from; and for comparison what a list of symbols and the beginning of their names would say.
 */
class CrateTruthTest {
  private static final double TEXT_SHARE = 0.999;
  private static final double SHARE = 0.993;

  /** Bytes that a way of telling crates is right about. */
  private static final class Score {
    private long text;
    private long rightText;
    private long all;
    private long rightAll;

    void add(Placed placed, long bytes, boolean isRight) {
      all += bytes;
      rightAll += isRight ? bytes : 0;
      boolean isText = placed.section().equals(".text");
      text += isText ? bytes : 0;
      rightText += isText && isRight ? bytes : 0;
    }

    double ofText() {
      return (double) rightText / text;
    }

    double ofAll() {
      return (double) rightAll / all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"j2c-release", "j2cx-release", "packer"})
  void theLinkerSaysTheSame(String name) {
    LinkedProgram program = new LinkedProgram(name);
    BinaryModel model = program.model();
    Score ours = new Score();
    Score ofNames = new Score();
    Namer names = new Namer(model);
    for (Placed placed : program.placed()) {
      score(model.attribution(), placed, ours);
      names.score(placed, ofNames);
    }
    assertThat(ours.ofText()).as("share of .text").isGreaterThan(TEXT_SHARE);
    assertThat(ours.ofAll()).as("share of all").isGreaterThan(SHARE);
    assertThat(ofNames.ofText()).as("share of .text by names").isLessThan(0.6);
    assertThat(ofNames.ofAll()).as("share of all by names").isLessThan(0.55);
  }

  private static void score(Attribution attribution, Placed placed, Score score) {
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    Partition partition = attribution.partition();
    long start = attribution.addressMap(0).place(placed.address());
    long end = start + placed.size();
    for (long at = start; at < end; ) {
      int span = partition.spanAt(at);
      long next = Math.min(end, partition.end(span));
      if (partition.kind(span) != Kind.PADDING) {
        int crate = crates.ofSpan(span, Pricing.FULL);
        score.add(placed, next - at, crate >= 0 && isRight(crates.crate(crate), placed.crate()));
      }
      at = next;
    }
  }

  private static boolean isRight(Crate crate, String truth) {
    boolean isNative = crate.origin() == CrateOrigin.NATIVE || crate.name().equals("ring");
    return truth.equals(LinkedProgram.NATIVE) ? isNative : crate.name().equals(truth);
  }

  /** What {@code nm} and a look at the beginning of the demangled names tell. */
  private static final class Namer {
    private final NavigableMap<Long, Map.Entry<Long, String>> crates = new TreeMap<>();

    Namer(BinaryModel model) {
      SymbolTable symbols = model.file().images().get(0).symbols();
      for (int row = 0; row < symbols.count(); row++) {
        if (symbols.section(row) >= 0 && symbols.memorySize(row) > 0) {
          long end = symbols.address(row) + symbols.memorySize(row);
          crates.put(symbols.address(row), Map.entry(end, crate(symbols.name(row))));
        }
      }
    }

    private static String crate(String name) {
      String text = RustDemangler.demangle(name);
      if (text.equals(name)) {
        return LinkedProgram.NATIVE;
      }
      return text.replaceFirst("^[^A-Za-z_]+", "").replaceFirst("[^A-Za-z0-9_].*", "");
    }

    void score(Placed placed, Score score) {
      long end = placed.address() + placed.size();
      for (long at = placed.address(); at < end; at++) {
        Map.Entry<Long, Map.Entry<Long, String>> below = crates.floorEntry(at);
        boolean isCovered = below != null && at < below.getValue().getKey();
        String crate = isCovered ? below.getValue().getValue() : "";
        score.add(placed, 1, crate.equals(placed.crate()));
      }
    }
  }
}
