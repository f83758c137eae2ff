package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is said to be needed by nothing that something needed refers to: of programs with a
 * library of C, linked once as they are and once with the relocations kept, which readelf prints.
 */
@RequiresNative("readelf")
class LinkedGraphTest {
  private static final String SOURCE =
      """
      #include <stdio.h>
      static int made;
      __attribute__((constructor)) static void make(void) { made = 42; }
      int main(int argc, char **argv) {
        printf("%d %s %f\\n", made, argv[0], argc * 1.5);
        return 0;
      }
      """;

  private static final String PLACES =
      " -Wl,--defsym=__flash=0x80000000 -Wl,--defsym=__flash_size=0x80000"
          + " -Wl,--defsym=__ram=0x80080000 -Wl,--defsym=__ram_size=0x40000"
          + " -Wl,--defsym=__stack_size=1k";

  private static final List<String> UNLOADED =
      List.of("debug", "exidx", "extab", "eh_frame", "gcc_except");

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern ROW =
      Pattern.compile(
          "([0-9a-f]{8,16}) +[0-9a-f]+ (R_\\S+) +([0-9a-f]{8,16}) +(\\S+)(?: ([+-]) ([0-9a-f]+))?");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -specs=nosys.specs",
        "arm-none-eabi-gcc -mcpu=cortex-m0 -mthumb -specs=nosys.specs",
        "arm-none-eabi-gcc -marm -specs=nosys.specs",
        "riscv64-unknown-elf-gcc -march=rv32imac -mabi=ilp32 -mcmodel=medany"
            + " --specs=picolibc.specs --oslib=semihost"
            + PLACES,
        "riscv64-unknown-elf-gcc -march=rv64imac -mabi=lp64 -mcmodel=medany"
            + " --specs=picolibc.specs --oslib=semihost"
            + PLACES,
        "gcc -m32 -static -no-pie -fno-pic"
      })
  void whatIsNeededIsReached(String compiler) throws IOException {
    Path plain = link(compiler, "plain", "-Wl,--gc-sections");
    Path kept = link(compiler, "kept", "-Wl,-q");
    assumeTrue(Files.exists(plain) && Files.exists(kept), compiler);
    Attribution attribution = BinaryModel.open(plain, OpenOptions.DEFAULT).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Reachability reached = Reachability.of(graph);
    NavigableMap<Long, Item> items = items(attribution, graph);
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String line : relocations(kept)) {
      Matcher row = ROW.matcher(line);
      if (!row.find()) {
        continue;
      }
      long place = Long.parseUnsignedLong(row.group(1), 16);
      Item from = find(items, place);
      Item to = find(items, target(attribution.file().images().get(0), place, row));
      if (from == null || to == null || from.node() == to.node()) {
        continue;
      }
      compared++;
      if (reached.isReached(from.node()) && !reached.isReached(to.node())) {
        wrong.add(graph.text(from.node()) + " " + graph.text(to.node()) + " at " + row.group());
      }
    }
    assertThat(compared).isGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  private Path link(String compiler, String name, String option) throws IOException {
    Path source = Files.writeString(folder.resolve("program.c"), SOURCE);
    Path program = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of(BLANK.split(compiler, -1)));
    String tool = words.remove(0);
    words.addAll(List.of("-O2", "-Wl,--gc-sections", option, source.toString(), "-o"));
    words.add(program.toString());
    assumeTrue(NativeTool.isInstalled(tool), tool);
    NativeTool.lines(tool, words.toArray());
    return program;
  }

  /** The relocations of what is loaded, but for debug information and unwind tables. */
  private static List<String> relocations(Path program) {
    List<String> lines = new ArrayList<>();
    boolean isLoaded = false;
    for (String line : NativeTool.lines("readelf", "-rW", program)) {
      if (line.startsWith("Relocation section")) {
        isLoaded = UNLOADED.stream().noneMatch(line::contains);
      } else if (isLoaded) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** What a function or a variable has for itself. */
  private record Item(long end, int node) {}

  private static NavigableMap<Long, Item> items(Attribution attribution, ReferenceGraph graph) {
    Map<Long, Integer> nodes = new HashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.owner(node) != GraphNodes.NONE) {
        nodes.putIfAbsent(attribution.address(graph.firstSpan(node)), node);
      }
    }
    NavigableMap<Long, Item> items = new TreeMap<>();
    attribution.file().images().get(0).symbols().stream()
        .filter(s -> s.type() == SymbolType.FUNCTION || s.type() == SymbolType.OBJECT)
        .filter(s -> s.memorySize() > 0 && nodes.containsKey(s.address()))
        .forEach(
            s ->
                items.put(
                    s.address(), new Item(s.address() + s.memorySize(), nodes.get(s.address()))));
    return items;
  }

  private static @Nullable Item find(NavigableMap<Long, Item> items, long address) {
    Map.Entry<Long, Item> entry = items.floorEntry(address);
    return entry == null || address >= entry.getValue().end() ? null : entry.getValue();
  }

  /** What readelf prints; -1 where only the bytes tell, and it is not a whole word. */
  private static long target(BinaryImage image, long place, Matcher row) {
    long symbol = Long.parseUnsignedLong(row.group(3), 16);
    if (row.group(6) != null) {
      long addend = Long.parseUnsignedLong(row.group(6), 16);
      return symbol + (row.group(5).equals("+") ? addend : -addend);
    }
    if (!row.group(4).startsWith(".")) {
      return symbol;
    }
    boolean isWord = row.group(2).equals("R_ARM_ABS32") || row.group(2).equals("R_386_32");
    return isWord ? word(image, place) : -1;
  }

  private static long word(BinaryImage image, long address) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      long offset = address - section.address();
      if (section.isLoaded() && offset >= 0 && offset < section.fileEnd() - section.fileStart()) {
        return image.bytes().u32(section.fileStart() + offset);
      }
    }
    return -1;
  }
}
