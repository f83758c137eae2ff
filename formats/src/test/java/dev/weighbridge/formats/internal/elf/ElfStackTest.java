package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.StackTable;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stack sizes are those that {@code llvm-readobj --stack-sizes} prints. */
class ElfStackTest {
  private static final Pattern ENTRY =
      Pattern.compile("Functions: \\[(\\S+)]\\s+Size: 0x([0-9A-F]+)");

  @ParameterizedTest
  @ValueSource(strings = {"blink-v0.elf", "stack.o", "stack-arm.o"})
  void areThoseOfLlvm(String name) {
    String fixture = "firmware/" + name;
    BinaryFile file = FormatRegistry.installed().read(name, Fixtures.bytes(fixture));
    assertThat(file.diagnostics()).isEmpty();
    BinaryImage image = file.images().get(0);
    TreeMap<String, Long> expected = new TreeMap<>();
    Matcher entry = ENTRY.matcher(String.join("\n", Fixtures.lines(fixture + ".stack.txt")));
    while (entry.find()) {
      expected.put(entry.group(1), Long.parseLong(entry.group(2), 16));
    }
    TreeMap<String, Long> found = new TreeMap<>();
    image.symbols().stream()
        .filter(symbol -> symbol.type() == SymbolType.FUNCTION && symbol.section() >= 0)
        .forEach(symbol -> row(image, symbol).ifPresent(size -> found.put(symbol.name(), size)));
    assertThat(found).isNotEmpty().isEqualTo(expected);
    assertThat(image.stack().count()).isEqualTo(expected.size());
    assertThat(records(image)).hasSize(expected.size());
  }

  private static Optional<Long> row(BinaryImage image, Symbol symbol) {
    long section = image.sections().row(symbol.section()).fileStart();
    StackTable stack = image.stack();
    int row = stack.find(image.isRelocatable() ? section + symbol.address() : symbol.address());
    return row < 0 ? Optional.empty() : Optional.of(stack.bytes(row));
  }

  private static List<Structure> records(BinaryImage image) {
    return image.structures().stream().filter(s -> s.label().equals("stack size")).toList();
  }

  /** What is whole counts; where the rest begins, what was expected is said once. */
  @Test
  void reportsARecordThatIsCutShort() {
    ByteWriter content = new ByteWriter().u64(0x1000).u8(0x90, 0x01).u64(0x1020).u8(0x80);
    BinaryFile file = read(content);
    BinaryImage image = file.images().get(0);
    assertThat(image.stack().count()).isEqualTo(1);
    assertThat(image.stack().bytes(0)).isEqualTo(144);
    assertThat(records(image)).hasSize(1);
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(
            defect ->
                assertThat(defect.sentence())
                    .contains(".stack_sizes", "an address of 8 bytes", "its first part"));
  }

  /** The first of two counts, as where copies of a function were folded. */
  @Test
  void keepsOneSizeForAFunction() {
    ByteWriter content = new ByteWriter().u64(0x1000).u8(16).u64(0x1000).u8(24);
    BinaryImage image = read(content).images().get(0);
    assertThat(image.stack().count()).isEqualTo(1);
    assertThat(image.stack().bytes(0)).isEqualTo(16);
    assertThat(records(image)).hasSize(2);
  }

  /** An object file has no addresses: without a relocation a record is about nothing. */
  @Test
  void knowsNoFunctionWithoutARelocation() {
    ByteWriter content = new ByteWriter().u64(0).u8(16);
    BinaryImage image =
        FormatRegistry.installed().read("x", file(content).type(1).bytes()).images().get(0);
    assertThat(image.stack().count()).isZero();
    assertThat(records(image))
        .singleElement()
        .satisfies(record -> assertThat(record.subject()).isEqualTo(Subject.NONE));
  }

  @Test
  void refusesANumberThatIsNone() {
    ByteWriter content =
        new ByteWriter().u64(0x1000).u8(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01);
    assertThat(read(content).diagnostics())
        .singleElement()
        .satisfies(defect -> assertThat(defect.sentence()).contains("below 2^63"));
  }

  private static BinaryFile read(ByteWriter content) {
    return FormatRegistry.installed().read("x", file(content).bytes());
  }

  private static ElfWriter file(ByteWriter content) {
    return ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
        .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
        .section(ElfSectionRow.named(".stack_sizes").content(Content.of(content)));
  }
}
