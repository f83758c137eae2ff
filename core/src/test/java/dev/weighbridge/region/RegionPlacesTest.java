package dev.weighbridge.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.linkermap.LinkerScript;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions of memory against what the linker of each image printed. */
class RegionPlacesTest {
  private static final Pattern PRINTED =
      Pattern.compile("\\s*(\\w+):\\s+(\\d+) (B|KB|MB|GB)\\s+(\\d+) (B|KB|MB|GB).*");

  private static BinaryModel model(String name) {
    return BinaryModel.of(name, Fixtures.bytes("firmware/" + name + ".elf"), OpenOptions.DEFAULT);
  }

  private static MemoryMap ofScript() {
    List<MemoryRegion> regions = LinkerScript.memory("fw.ld", Fixtures.bytes("firmware/fw.ld"));
    return new MemoryMap(regions, "fw.ld");
  }

  private static MemoryMap ofMap(String name) throws IOException {
    byte[] text =
        name.startsWith("blink")
            ? unpacked(Fixtures.array("firmware/" + name + ".map.gz"))
            : Fixtures.array("firmware/" + name + ".map");
    return new MemoryMap(LinkerMapReader.read(name, Bytes.of(text)).memory(), name);
  }

  private static byte[] unpacked(byte[] file) throws IOException {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return stream.readAllBytes();
    }
  }

  /** What {@code ld --print-memory-usage} printed: used and size by region. */
  private static Map<String, List<Long>> printed(String name) {
    Map<String, List<Long>> printed = new HashMap<>();
    for (String line : Fixtures.lines("firmware/" + name + ".memusage.txt")) {
      Matcher row = PRINTED.matcher(line);
      if (row.matches()) {
        printed.put(
            row.group(1),
            List.of(bytes(row.group(2), row.group(3)), bytes(row.group(4), row.group(5))));
      }
    }
    return printed;
  }

  private static long bytes(String number, String unit) {
    int power = "B KBMBGB".indexOf(unit) / 2;
    return Long.parseLong(number) << (10 * power);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm", "thumb1", "thumb2", "rv32", "rv64", "blink-v0"})
  void usesWhatTheLinkerPrinted(String name) throws IOException {
    Map<String, List<Long>> found = new HashMap<>();
    for (RegionUse use : RegionPlaces.of(model(name).attribution(), ofMap(name)).uses()) {
      found.put(use.region().name(), List.of(use.used(), use.region().length()));
      assertThat(use.occupied()).isLessThanOrEqualTo(use.used());
    }
    assertThat(found).isNotEmpty().isEqualTo(printed(name));
  }

  /** Initialised data counts in flash and in RAM, zeros in RAM only, reserves where they lie. */
  @Test
  void countsABytesInEveryRegionItIsIn() {
    Measure flash = Measures.region("FLASH");
    Measure ram = Measures.region("RAM");
    Query query = model("thumb2").query().withMemoryMap(ofScript());
    SizeTree tree =
        new SizeTree(
            query,
            List.of(Dimensions.SECTION),
            List.of(Measures.FILE, Measures.MEMORY, flash, ram));
    assertThat(row(tree, ".data", flash)).isEqualTo(0x108);
    assertThat(row(tree, ".data", ram)).isEqualTo(0x108);
    assertThat(row(tree, ".ramfunc", flash)).isEqualTo(0x18);
    assertThat(row(tree, ".ramfunc", ram)).isEqualTo(0x18);
    assertThat(row(tree, ".bss", flash)).isZero();
    assertThat(row(tree, ".bss", ram)).isEqualTo(0x400);
    assertThat(row(tree, ".pad_to", flash)).isEqualTo(0x20);
    assertThat(row(tree, ".ext_rodata", flash)).isZero();
    assertThat(tree.value(flash)).isEqualTo(1312);
    assertThat(tree.value(ram)).isEqualTo(2880);
  }

  private static long row(SizeTree tree, String label, Measure measure) {
    return tree.rows().stream()
        .filter(row -> row.label().equals(label))
        .mapToLong(row -> row.value(measure))
        .sum();
  }

  @Test
  void labelsWithTheRegionThatBytesAreStoredIn() {
    Query query = model("thumb2").query().withMemoryMap(ofScript());
    SizeTree tree = new SizeTree(query, List.of(Dimensions.REGION));
    Map<String, Long> memory = new HashMap<>();
    for (SizeRow row : tree.rows()) {
      memory.put(row.label(), row.memorySize());
    }
    assertThat(memory)
        .isEqualTo(
            Map.of("FLASH", 1312L, "RAM", 2592L, "CCM", 128L, "EXT", 4096L, "[not loaded]", 0L));
  }

  /** A border in the middle of a section cuts it. */
  @Test
  void cutsWhereRegionsMeet() {
    MemoryMap halves =
        MemoryMap.of(
            MemoryMap.parse("LOW=0x08000000+0x100"), MemoryMap.parse("HIGH=0x08000100+512K"));
    Query query = model("thumb2").query().withMemoryMap(halves);
    Measure low = Measures.region("LOW");
    SizeTree tree = new SizeTree(query, List.of(Dimensions.REGION), List.of(low));
    assertThat(tree.value(low)).isEqualTo(0x100);
    assertThat(row(tree, "LOW", low)).isEqualTo(0x100);
    assertThat(row(tree, "HIGH", low)).isZero();
  }

  @Test
  void refusesARegionThatIsNotThere() {
    Query query = model("thumb2").query().withMemoryMap(ofScript());
    List<Measure> wrong = List.of(Measures.region("FLSAH"));
    List<Dimension> levels = List.of(Dimensions.REGION);
    assertThatThrownBy(() -> new SizeTree(query, levels, wrong))
        .hasMessage(
            "thumb2: region:FLSAH: expected one of the regions FLASH, RAM, CCM, EXT, found"
                + " 'FLSAH'");
  }

  @Test
  void infersRegionsAndSaysSo() {
    List<RegionUse> uses =
        RegionPlaces.of(model("thumb2").attribution(), MemoryMap.INFERRED).uses();
    assertThat(uses).allMatch(RegionUse::isInferred);
    assertThat(uses).extracting(RegionUse::used).containsExactly(1312L, 128L, 2880L, 4096L);
    assertThat(uses)
        .extracting(use -> use.region().name())
        .containsExactly("FLASH", "RAM", "RAM2", "FLASH2");
  }

  @Test
  void keepsLoadAddressesInASavedModel() throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    model("thumb2").save(saved);
    BinaryModel read = BinaryModel.of("thumb2", Bytes.of(saved.toByteArray()), OpenOptions.DEFAULT);
    assertThat(RegionPlaces.of(read.attribution(), ofScript()).uses())
        .isEqualTo(RegionPlaces.of(model("thumb2").attribution(), ofScript()).uses());
  }

  @Test
  void keepsRegionsInASavedModel() throws IOException {
    MemoryMap told = ofMap("thumb2");
    Bytes elf = Fixtures.bytes("firmware/thumb2.elf");
    BinaryModel model = BinaryModel.of("thumb2", elf, OpenOptions.DEFAULT.withMemoryMap(told));
    BinaryModel read = saved(saved(model, OpenOptions.DEFAULT), OpenOptions.DEFAULT);
    assertThat(read.memoryMap()).isEqualTo(new MemoryMap(told.regions(), "saved model"));
    assertThat(RegionPlaces.of(read.attribution(), read.memoryMap()).uses())
        .isEqualTo(RegionPlaces.of(model.attribution(), told).uses());
    MemoryMap other = MemoryMap.of(MemoryMap.parse("ROM=0x08000000+1M"));
    assertThat(saved(model, OpenOptions.DEFAULT.withMemoryMap(other)).memoryMap()).isEqualTo(other);
    assertThat(saved(model("thumb2"), OpenOptions.DEFAULT).memoryMap().isInferred()).isTrue();
  }

  private static BinaryModel saved(BinaryModel model, OpenOptions options) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    model.save(saved);
    return BinaryModel.of("thumb2", Bytes.of(saved.toByteArray()), options);
  }

  /** Two regions of one name, and one whose name has a blank. */
  @Test
  void refusesRegionsOfADamagedModel() throws IOException {
    MemoryMap told =
        MemoryMap.of(
            MemoryMap.parse("AAAA=0x08000000+1M"), MemoryMap.parse("BBBB=0xffffffffffff0000+1"));
    BinaryModel model =
        BinaryModel.of(
            "thumb2",
            Fixtures.bytes("firmware/thumb2.elf"),
            OpenOptions.DEFAULT.withMemoryMap(told));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    model.save(saved);
    String sound = saved.toString(StandardCharsets.ISO_8859_1);
    assertRefused(sound.replaceFirst("BBBB", "AAAA"), "regions of different names");
    assertRefused(sound.replaceFirst("BBBB", "BB B"), "a region with a name and a range");
  }

  private static void assertRefused(String model, String expected) {
    Bytes file = Bytes.of(model.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> BinaryModel.of("thumb2", file, OpenOptions.DEFAULT))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void limitsWhatIsUsedOfARegion() {
    Query query = model("thumb2").query().withMemoryMap(ofScript());
    SizeBudget budget =
        SizeBudget.parse("b.toml", "[limits.region]\nFLASH = 1311\nRAM = \"3 KiB\"\n");
    assertThat(BudgetCheck.of(budget, query).broken())
        .extracting(BudgetCheck.Verdict::message)
        .containsExactly("region FLASH: 1,312 bytes, allowed 1,311 bytes: 1 byte too many");
    SizeBudget unknown = SizeBudget.parse("b.toml", "[limits.region]\nFLSAH = 1\n");
    assertThatThrownBy(() -> BudgetCheck.of(unknown, query))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "region FLSAH: expected one of the regions FLASH, RAM, CCM, EXT, found none of this"
                + " name");
  }

  /** What nobody told is said to be inferred, of rows too; what is told is not. */
  @Test
  void saysThatALimitIsOnAnInferredRegion() {
    SizeBudget budget =
        SizeBudget.parse(
            "b.toml",
            """
            [limits.region]
            FLASH = 1311
            [limits."region:RAM".section]
            ".data" = 1
            [limits]
            file = 1
            """);
    assertThat(BudgetCheck.of(budget, model("thumb2").query()).verdicts())
        .extracting(BudgetCheck.Verdict::isInferred, BudgetCheck.Verdict::message)
        .contains(
            tuple(
                true,
                "region FLASH (inferred from the segments): 1,312 bytes, allowed 1,311 bytes: 1"
                    + " byte too many"))
        .anyMatch(row -> row.toList().toString().startsWith("[true, section .data (inferred"))
        .anyMatch(row -> row.toList().toString().startsWith("[false, file: "));
    Query told = model("thumb2").query().withMemoryMap(ofScript());
    assertThat(BudgetCheck.of(budget, told).verdicts()).noneMatch(BudgetCheck.Verdict::isInferred);
  }

  @Test
  void readsRegionsInWordsAndInAFile() {
    MemoryRegion flash = new MemoryRegion("FLASH", 0x0800_0000L, 512L << 10, "");
    assertThat(MemoryMap.parse("FLASH=0x08000000+512K")).isEqualTo(flash);
    assertThat(MemoryMap.parse("FLASH=134217728+0x80000")).isEqualTo(flash);
    String file = "[regions.FLASH]\nstart = 0x08000000\nlength = \"512K\"\n";
    assertThat(RegionFile.parse("r.toml", file)).containsExactly(flash);
    for (String wrong : List.of("FLASH", "FLASH=1", "FLASH=x+1", "=1+1", "FLASH=1+512X")) {
      assertThatThrownBy(() -> MemoryMap.parse(wrong))
          .hasMessage(
              "expected NAME=START+LENGTH such as FLASH=0x08000000+512K, found '" + wrong + "'");
    }
    assertThat(MemoryMap.parse("RAM=0+1K")).isEqualTo(new MemoryRegion("RAM", 0, 1024, ""));
    for (String octal : List.of("FLASH=010+1K", "FLASH=0+08")) {
      assertThatThrownBy(() -> MemoryMap.parse(octal))
          .hasMessage(
              "expected NAME=START+LENGTH such as FLASH=0x08000000+512K without a 0 before a"
                  + " number, as not all linkers read octal, found '"
                  + octal
                  + "'");
    }
    assertThatThrownBy(() -> RegionFile.parse("r.toml", "[regions.A]\nstart = 1\n"))
        .hasMessageContaining("expected a number such as 0x08000000 or 512K, found none");
    assertThatThrownBy(() -> RegionFile.parse("r.toml", "[regions]\n"))
        .hasMessage(
            "r.toml: line 1: regions: expected a table of one region or more, found an empty one");
    assertThatThrownBy(
            () -> RegionFile.parse("r.toml", "[regions.\"A B\"]\nstart = 1\nlength = 1\n"))
        .hasMessage(
            "r.toml: line 1: regions.A B: expected a name of letters, digits, '_', '-', '$' and"
                + " dots, found A B");
    assertThatThrownBy(() -> MemoryMap.parse("A=0xffffffffffffffff+2"))
        .hasMessage(
            "A: expected a range that ends within 64 bits, found 0xffffffffffffffff with a length"
                + " of 2");
  }

  /** Overlays run at one address and are stored one behind the other. */
  @Test
  void overlaysAreStoredWhereTheirOwnSegmentsSay() throws IOException {
    byte[] file;
    try (InputStream stream = RegionPlacesTest.class.getResourceAsStream("/regions/overlay.elf")) {
      file = stream.readAllBytes();
    }
    BinaryModel model = BinaryModel.of("overlay.elf", Bytes.of(file), OpenOptions.DEFAULT);
    MemoryMap map =
        new MemoryMap(
            List.of(
                new MemoryRegion("FLASH", 0, 64 << 10, "rx"),
                new MemoryRegion("RAM", 0x2000_0000, 1200, "rwx")),
            "overlay.ld");
    List<RegionUse> uses = RegionPlaces.of(model.attribution(), map).uses();
    // overlay.usage.txt
    assertThat(uses).map(RegionUse::used).containsExactly(2702L, 1010L);
    assertThat(uses).map(RegionUse::gaps).containsExactly(0L, 0L);
    MemoryMap early = MemoryMap.of(new MemoryRegion("RAM", 0x1FFF_FF00, 4096, "rwx"));
    RegionUse use = RegionPlaces.of(model.attribution(), early).uses().get(0);
    assertThat(use.gaps()).isEqualTo(0x100);
  }

  /** {@code .data} is stored from 0x8000418 on and is 264 bytes long. */
  @Test
  void splitsSectionsAtTheBorderOfTwoRegions() {
    MemoryMap meeting =
        MemoryMap.of(
            MemoryMap.parse("LOW=0x08000000+0x500"), MemoryMap.parse("HIGH=0x08000500+512K"));
    List<RegionUse> uses = RegionPlaces.of(model("thumb2").attribution(), meeting).uses();
    assertThat(uses).map(RegionUse::used).containsExactly(0x500L, 0x20L);
    assertThat(uses).map(RegionUse::gaps).containsExactly(0L, 0L);
  }

  /** Where nothing follows a region, what goes on over its end is too much for it. */
  @Test
  void countsWhatDoesNotFit() {
    MemoryMap small =
        MemoryMap.of(
            MemoryMap.parse("FLASH=0x08000000+0x500"), MemoryMap.parse("TAIL=0x08000510+4"));
    List<RegionUse> uses = RegionPlaces.of(model("thumb2").attribution(), small).uses();
    assertThat(uses).map(RegionUse::used).containsExactly(0x510L, 4L + 0xC);
    assertThat(uses).map(RegionUse::free).containsExactly(-0x10L, -0xCL);
  }
}
