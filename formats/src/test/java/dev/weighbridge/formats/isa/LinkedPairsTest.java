package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that code forms of several instructions, or loads from literals, are those that the
 * linker has filled in: it was told to keep its relocations, and readelf prints them.
 */
class LinkedPairsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "([0-9a-f]{8,16}) +[0-9a-f]+ (R_\\S+) +([0-9a-f]{8,16}) +\\S+(?: ([+-]) ([0-9a-f]+))?");

  /** What completes an address. */
  private static final Set<String> COMPLETING =
      Set.of(
          "R_ARM_THM_MOVT_ABS",
          "R_ARM_MOVT_ABS",
          "R_LARCH_PCALA_LO12",
          "R_LARCH_ABS64_HI12",
          "R_RISCV_LO12_I",
          "R_RISCV_LO12_S",
          "R_RISCV_GPREL_I",
          "R_RISCV_GPREL_S");

  /** What completes one that begins with what its symbol names. */
  private static final Set<String> BEGUN_ELSEWHERE =
      Set.of("R_RISCV_PCREL_LO12_I", "R_RISCV_PCREL_LO12_S");

  @ParameterizedTest
  @ValueSource(strings = {"thumb", "arm", "rv32", "rv64", "i386", "loong"})
  void areThoseOfTheLinker(String name) {
    String fixture = "firmware/pairs-" + name + ".elf";
    BinaryImage image =
        FormatRegistry.installed().read(name, Fixtures.bytes(fixture)).images().get(0);
    Map<Long, Set<Long>> told = new TreeMap<>();
    readCode(image, told);
    Map<Long, Long> linked = new TreeMap<>();
    Set<Long> literals = new TreeSet<>();
    readRelocations(image, Fixtures.lines(fixture + ".relocs.txt"), linked, literals);
    Set<Long> all = new TreeSet<>(literals);
    all.addAll(linked.values());
    linked.forEach(
        (place, address) ->
            assertThat(
                    told.getOrDefault(name.equals("i386") ? start(told, place) : place, Set.of()))
                .as("%x refers to %x", place, address)
                .contains(address));
    Set<Long> found = new TreeSet<>();
    told.values().forEach(found::addAll);
    assertThat(found).as("literals").containsAll(literals);
    // What counts from an address that a register has lies in the same object.
    found.removeIf(address -> all.stream().anyMatch(base -> isInOne(image, base, address)));
    assertThat(found).as("invented").isEmpty();
    assertThat(all).hasSizeGreaterThan(3);
  }

  private static boolean isInOne(BinaryImage image, long base, long address) {
    return base == address
        || image.symbols().stream()
            .anyMatch(
                symbol ->
                    symbol.address() == base
                        && address - base >= 0
                        && address - base < symbol.memorySize());
  }

  /** The instruction that a place lies in, as far as it is told. */
  private static long start(Map<Long, Set<Long>> told, long place) {
    long last = place;
    for (long start : told.keySet()) {
      last = start <= place && place - start < 8 ? start : last;
    }
    return last;
  }

  /** All that code surely refers to outside itself, by the addresses of instructions. */
  private static void readCode(BinaryImage image, Map<Long, Set<Long>> told) {
    InstructionCursor cursor = InstructionSets.cursor(image).orElseThrow();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.kind() == Kind.CODE && section.isLoaded() && section.hasFileBytes()) {
        int size = (int) (section.fileEnd() - section.fileStart());
        byte[] code = new byte[size + InstructionCursor.SLACK];
        image.bytes().copy(section.fileStart(), code, 0, size);
        cursor.start(code, 0, size, section.address());
        while (cursor.next()) {
          Set<Long> addresses = new TreeSet<>();
          if (cursor.isReferenceSure()) {
            addresses.add(cursor.reference());
          }
          if (cursor.hasOther()) {
            addresses.add(cursor.other());
          }
          addresses.removeIf(address -> isOutside(image, address) || isLiteral(image, address));
          told.put(section.address() + cursor.position(), addresses);
        }
        assertThat(cursor.isLost()).isFalse();
      }
    }
  }

  private static boolean isOutside(BinaryImage image, long address) {
    return image.sections().stream()
        .noneMatch(
            section ->
                section.isLoaded()
                    && address - section.address() >= 0
                    && address - section.address() < section.memorySize());
  }

  /** A number that is no address is loaded from the midst of a function. */
  private static boolean isLiteral(BinaryImage image, long address) {
    return image.symbols().stream()
        .anyMatch(
            symbol ->
                symbol.type() == SymbolType.FUNCTION
                    && address - symbol.address() > 0
                    && address - symbol.address() < symbol.memorySize());
  }

  private static void readRelocations(
      BinaryImage image, List<String> lines, Map<Long, Long> linked, Set<Long> literals) {
    Map<Long, Long> begun = new HashMap<>();
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (!row.find()) {
        continue;
      }
      long place = Long.parseLong(row.group(1), 16);
      long symbol = Long.parseUnsignedLong(row.group(3), 16);
      long addend = row.group(5) == null ? 0 : Long.parseLong(row.group(5), 16);
      String type = row.group(2);
      // What a linker has made shorter, it prints with the distance from the global pointer.
      boolean isPlain = addend == 0 || type.startsWith("R_RISCV_GPREL");
      long address = isPlain ? symbol : symbol + ("+".equals(row.group(4)) ? addend : -addend);
      if (type.equals("R_RISCV_PCREL_HI20")) {
        begun.put(place, address);
      } else if (BEGUN_ELSEWHERE.contains(type)) {
        linked.put(place, begun.get(symbol));
      } else if (COMPLETING.contains(type)) {
        linked.put(place, address);
      } else if (type.equals("R_386_32") && isInCode(image, place)) {
        linked.put(place, word(image, place));
      } else if (type.equals("R_ARM_ABS32") && isInCode(image, place)) {
        literals.add(word(image, place));
      }
    }
    linked.values().removeIf(address -> isOutside(image, address));
    literals.removeIf(address -> isOutside(image, address) || isLiteral(image, address));
  }

  private static boolean isInCode(BinaryImage image, long address) {
    Section section = section(image, address);
    return section != null && section.kind() == Kind.CODE;
  }

  private static long word(BinaryImage image, long address) {
    Section section = Objects.requireNonNull(section(image, address));
    return image.bytes().u32(section.fileStart() + address - section.address());
  }

  private static @Nullable Section section(BinaryImage image, long address) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      long offset = address - section.address();
      if (section.isLoaded() && offset >= 0 && offset < section.fileEnd() - section.fileStart()) {
        return section;
      }
    }
    return null;
  }
}
