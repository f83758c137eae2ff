package dev.weighbridge.attribution.spans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random small files: the partition agrees with an owner looked up byte by byte. */
@Execution(ExecutionMode.CONCURRENT)
class SlowTwinTest {
  private static final int FILE_SIZE = 240;
  private static final int BASE = 0x1000;

  static long[] seeds() {
    Random random = new Random(20_261_120);
    return random.longs(Integer.getInteger("weighbridge.twins", 400)).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partitionAgreesWithOwnerPerByte(long seed) {
    BinaryImage image = randomImage(new Random(seed));
    BinaryFile file =
        new BinaryFile("twin", "test", image.bytes(), image, List.of(image), List.of());
    Attribution attribution = FileAttribution.of(file);
    SlowTwin twin = new SlowTwin(image);
    for (int offset = 0; offset < FILE_SIZE; offset++) {
      assertThat(claim(attribution, offset))
          .as("byte %d of seed %d", offset, seed)
          .isEqualTo(expected(twin.claim(offset), image));
    }
  }

  /** What the partition says of a byte, as far as the oracle can say it too. */
  private static String claim(Attribution attribution, int offset) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    int span = partition.spanAt(offset);
    int owner = partition.owner(span);
    if (owners.isSymbol(owner)) {
      return (partition.basis(span) == Basis.INFERRED ? "inferred " : "symbol ")
          + owners.symbolRow(owner);
    }
    if (owners.isFunction(owner)) {
      return "function " + owners.functionRow(owner);
    }
    return partition.basis(span) == Basis.EXACT ? "structure" : "rest";
  }

  /** Structures share the label of their section, so only that one won is compared. */
  private static String expected(String claim, BinaryImage image) {
    assertThat(image.structures().count()).isLessThan(100);
    return claim.startsWith("structure") ? "structure" : claim;
  }

  private static BinaryImage randomImage(Random random) {
    byte[] bytes = new byte[FILE_SIZE];
    random.nextBytes(bytes);
    Bytes file = Bytes.of(bytes);
    ImageBuilder builder =
        new ImageBuilder(file, 0, new Diagnostics())
            .machine(Machine.of(new Architecture("test"), 64, true));
    builder.segment("LOAD", 0, FILE_SIZE, BASE, FILE_SIZE, true, "rx");
    int at = random.nextInt(20);
    int sections = 0;
    while (at < FILE_SIZE && sections < 4) {
      int size = Math.min(FILE_SIZE - at, 1 + random.nextInt(100));
      builder.section(
          ".s" + sections++,
          at,
          size,
          BASE + at,
          size,
          1,
          Kind.CODE,
          EnumSet.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE));
      addSymbols(random, builder, file, sections - 1, at, size);
      at += size + random.nextInt(10);
    }
    for (int i = random.nextInt(8); i > 0; i--) {
      int start = random.nextInt(FILE_SIZE);
      builder.function(BASE + start, 1 + random.nextInt(60), start, ExtentEvidence.UNWIND_TABLE);
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      int start = random.nextInt(FILE_SIZE);
      int size = Math.min(FILE_SIZE - start, random.nextInt(40));
      int about = random.nextInt(FILE_SIZE);
      builder.structure(builder.label("thing"), Kind.HEADERS, start, size, Subject.OFFSET, about);
    }
    return builder.build();
  }

  private static void addSymbols(
      Random random, ImageBuilder builder, Bytes file, int section, int start, int size) {
    byte[] names = "_Rmangled _Zmangled plainname ".getBytes(UTF_8);
    Bytes pool = Bytes.of(names);
    for (int i = random.nextInt(8); i > 0; i--) {
      int address = BASE + start + random.nextInt(size + 2);
      builder.symbol(
          address,
          random.nextInt(3) == 0 ? 0 : random.nextInt(50),
          section,
          pick(
              random, SymbolType.FUNCTION, SymbolType.OBJECT, SymbolType.UNSTATED, SymbolType.FILE),
          pick(random, SymbolBinding.values()),
          pick(random, SymbolSource.SYMBOL_TABLE, SymbolSource.DYNAMIC_TABLE),
          pool,
          10L * random.nextInt(3),
          9);
    }
    assertThat(file.length()).isEqualTo(FILE_SIZE);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
