package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the reader states of real files. */
class ElfFactsTest {
  private static BinaryImage image(String fixture) {
    BinaryFile file = FormatRegistry.installed().read(fixture, Fixtures.bytes("elf/" + fixture));
    assertThat(file.format()).isEqualTo("ELF");
    assertThat(file.as(ElfFile.class)).isPresent();
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.images()).hasSize(1);
    return file.images().get(0);
  }

  private static Section section(BinaryImage image, String name) {
    return image.sections().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Symbol symbol(BinaryImage image, String name, SymbolSource source) {
    return image.symbols().stream()
        .filter(s -> s.name().equals(name) && s.source() == source)
        .findFirst()
        .orElseThrow();
  }

  private static List<Structure> structures(BinaryImage image, String label) {
    return image.structures().stream().filter(s -> s.label().equals(label)).toList();
  }

  private static String subject(BinaryImage image, Structure structure) {
    return structure.subject() == Subject.SYMBOL
        ? image.symbols().name((int) structure.about())
        : structure.subject() + " " + Long.toHexString(structure.about());
  }

  private static List<String> subjects(BinaryImage image, String label) {
    return structures(image, label).stream().map(s -> subject(image, s)).toList();
  }

  @Test
  void statesWhatTheFileIs() {
    BinaryImage image = image("c-x64");
    assertThat(image.machine()).isEqualTo(Machine.of(Architecture.X86_64, 64, true));
    assertThat(image.addressBits()).isEqualTo(64);
    assertThat(image.isLittleEndian()).isTrue();
    assertThat(image.isRelocatable()).isFalse();
    assertThat(image.neededLibraries()).containsExactly("libc.so.6");
    assertThat(image.identity())
        .contains(new BinaryImage.Identity("build id", "54a6dc249d4d195bb155bd46e986d4e6c5abf885"));
    assertThat(image("c-split").debugLink())
        .hasValueSatisfying(link -> assertThat(link.fileName()).isEqualTo("c-split.debug"));
    assertThat(image("c-s390x").isLittleEndian()).isFalse();
    assertThat(image("util.o").isRelocatable()).isTrue();
  }

  @Test
  void countsEveryStructure() {
    Map<String, Long> counts =
        image("c-x64").structures().stream()
            .collect(Collectors.groupingBy(Structure::label, TreeMap::new, Collectors.counting()));
    assertThat(counts)
        .contains(
            entry("file header", 1L),
            entry("program headers", 1L),
            entry("section headers", 1L),
            entry("symbol", 55L + 10),
            entry("relocation", 8L + 4),
            entry("dynamic entry", 26L),
            entry("symbol version", 10L),
            entry("GOT slot", 5L + 4),
            entry("PLT slot", 5L),
            entry("function pointer", 2L),
            entry("build id note", 1L),
            entry("ABI note", 1L),
            entry("property note", 1L));
  }

  @Test
  void chargesLinkingToTheImport() {
    BinaryImage image = image("c-x64");
    assertThat(subjects(image, "PLT slot"))
        .containsExactly("qsort", "strlen", "printf", "strcmp", "__cxa_finalize");
    assertThat(subjects(image, "GOT slot"))
        .containsExactly(
            "__libc_start_main",
            "_ITM_deregisterTMCloneTable",
            "__gmon_start__",
            "_ITM_registerTMCloneTable",
            "__cxa_finalize",
            "qsort",
            "strlen",
            "printf",
            "strcmp");
    assertThat(subjects(image, "function pointer")).containsExactly("ADDRESS 1280", "ADDRESS 1240");
    assertThat(subjects(image, "relocation").subList(0, 4))
        .containsExactly("ADDRESS 1280", "ADDRESS 1240", "ADDRESS 4028", "__libc_start_main");
    assertThat(structures(image, "PLT slot")).allMatch(s -> s.kind() == Kind.LINKING);
    assertThat(structures(image, "relocation")).allMatch(s -> s.kind() == Kind.RELOCATIONS);
  }

  @Test
  void chargesNamesOnceEach() {
    BinaryImage image = image("c-x64");
    Section strings = section(image, ".strtab");
    List<Structure> names =
        structures(image, "symbol name").stream().filter(s -> s.kind() == Kind.NAMES).toList();
    long end = strings.fileStart() + 1;
    for (Structure name : names) {
      assertThat(name.fileStart()).isGreaterThanOrEqualTo(end);
      String text = subject(image, name);
      assertThat(name.fileEnd() - name.fileStart()).isEqualTo(text.length() + 1);
      end = name.fileEnd();
    }
    assertThat(end).isEqualTo(strings.fileEnd());
  }

  @Test
  void statesRelocationsWithPlaceAndTarget() {
    BinaryImage image = image("c-relr");
    assertThat(image.relocations().stream().filter(r -> r.type() == 8))
        .hasSize(3)
        .allMatch(r -> r.target() > 0 && r.symbol() == -1);
    assertThat(structures(image, "relocation")).hasSize(5 + 3 + 5);
    assertThat(image("util.o").relocations().stream())
        .allMatch(r -> r.place() > 0 && r.symbol() > 0);
  }

  @Test
  void givesPlacesOfARelocatableFileAsFileOffsets() {
    BinaryImage image = image("util.o");
    Section patched = section(image, ".text.crc32_of");
    List<Structure> records = structures(image, "relocation");
    assertThat(records).allMatch(r -> r.subject() == Subject.OFFSET);
    assertThat(records)
        .filteredOn(r -> r.about() >= patched.fileStart() && r.about() < patched.fileEnd())
        .hasSize(8)
        .first()
        .extracting(Structure::about)
        .isEqualTo(patched.fileStart() + 2);
    Section jumps = section(image, ".rodata.state_machine");
    Section code = section(image, ".text.state_machine");
    assertThat(image.relocations().stream())
        .filteredOn(r -> r.place() >= jumps.fileStart() && r.place() < jumps.fileEnd())
        .isNotEmpty();
    assertThat(image.symbols().stream())
        .filteredOn(s -> s.section() == code.index())
        .isNotEmpty()
        .allMatch(s -> s.address() == 0);
  }

  @Test
  void clearsTheThumbBitAndKnowsMappingSymbols() {
    BinaryImage image = image("c-armhf");
    Symbol main = symbol(image, "main", SymbolSource.SYMBOL_TABLE);
    assertThat(main.address() & 1).isZero();
    assertThat(main.type()).isEqualTo(SymbolType.FUNCTION);
    assertThat(image.symbols().stream().filter(s -> s.name().matches("\\$[atd]")))
        .isNotEmpty()
        .allMatch(s -> s.type() == SymbolType.MAPPING);
    assertThat(image("c-riscv64").symbols().stream().filter(s -> s.name().startsWith("$x")))
        .allMatch(s -> s.type() == SymbolType.MAPPING);
  }

  @Test
  void placesThreadLocalsInTheirTemplate() {
    BinaryImage image = image("c-x64");
    Section template = section(image, ".tdata");
    assertThat(image.symbols().stream().filter(s -> s.type() == SymbolType.THREAD_LOCAL))
        .isNotEmpty()
        .allMatch(s -> s.address() >= template.address())
        .allMatch(s -> s.address() < template.address() + template.memorySize());
  }

  @Test
  void givesSectionsTheirKinds() {
    BinaryImage image = image("c-x64");
    Map<String, Kind> kinds = new TreeMap<>();
    image.sections().stream().forEach(s -> kinds.put(s.name(), s.kind()));
    assertThat(kinds)
        .contains(
            entry(".text", Kind.CODE),
            entry(".rodata", Kind.RODATA),
            entry(".data", Kind.DATA),
            entry(".tdata", Kind.DATA),
            entry(".bss", Kind.ZERO),
            entry(".eh_frame", Kind.UNWIND),
            entry(".rela.dyn", Kind.RELOCATIONS),
            entry(".symtab", Kind.NAMES),
            entry(".strtab", Kind.NAMES),
            entry(".dynstr", Kind.LINKING),
            entry(".got", Kind.LINKING),
            entry(".plt", Kind.LINKING),
            entry(".interp", Kind.LINKING),
            entry(".shstrtab", Kind.HEADERS),
            entry(".comment", Kind.HEADERS));
    assertThat(section(image, ".strtab").traits()).containsExactly(SectionTrait.METADATA);
    assertThat(section(image, ".text").traits())
        .containsExactly(SectionTrait.LOADED, SectionTrait.EXECUTABLE);
    assertThat(section(image("c-zlib-debug"), ".debug_info").traits())
        .containsExactlyInAnyOrder(SectionTrait.METADATA, SectionTrait.COMPRESSED);
    assertThat(section(image("j2c-bs-all-immediate-sym"), ".data.rel.ro").kind())
        .isEqualTo(Kind.RODATA);
    assertThat(section(image("c-split.debug"), ".text").kind()).isEqualTo(Kind.CODE);
  }

  @Test
  void answersWithoutSectionHeaders() {
    BinaryImage image = image("c-nosections");
    assertThat(image.sections().count()).isZero();
    assertThat(image.segments().count()).isEqualTo(14);
    assertThat(image.symbols().stream().map(Symbol::name)).contains("qsort", "__libc_start_main");
    assertThat(image.relocations().count()).isEqualTo(12);
    assertThat(image.neededLibraries()).containsExactly("libc.so.6");
    assertThat(image.identity()).isPresent();
    assertThat(image.functions().count()).isPositive();
    assertThat(subjects(image, "GOT slot")).contains("qsort", "strcmp");
    assertThat(structures(image, ".dynstr")).hasSize(1);
    assertThat(structures(image, ".gnu.hash")).hasSize(1);
  }

  @Test
  void readsTheMiniSymbolTable() {
    BinaryImage image = image("c-minidebug");
    List<Symbol> mini =
        image.symbols().stream().filter(s -> s.source() == SymbolSource.MINI_TABLE).toList();
    assertThat(mini).extracting(Symbol::name).contains("main", "crc32_of", "state_machine");
    Section text = section(image, ".text");
    assertThat(mini)
        .filteredOn(s -> s.type() == SymbolType.FUNCTION && s.memorySize() > 0)
        .allMatch(s -> s.section() == text.index());
  }

  @Test
  void chargesSectionGroupsToTheirSignature() {
    BinaryImage image = image("cpp.o");
    assertThat(subjects(image, "section group")).hasSize(22).contains("_ZNK3fix4Left2idEv");
  }

  /** A function of 64-bit PowerPC (ELFv1) lies where its descriptor points. */
  @Test
  void followsFunctionDescriptors() {
    ByteWriter descriptor = new ByteWriter(ByteOrder.BIG_ENDIAN).u64(0x1010).u64(0x9000).u64(0);
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.BIG_ENDIAN)
            .type(ElfConstants.ET_EXEC)
            .machine(ElfConstants.EM_PPC64, 1)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
            .section(ElfSectionRow.data(".opd", 0x3000, Content.of(descriptor)))
            .symbol(ElfSymbolRow.function("main", 2, 0x3000, 32));
    BinaryImage image = new ElfFormat().read("ppc", writer.bytes()).images().get(0);
    Symbol main = symbol(image, "main", SymbolSource.SYMBOL_TABLE);
    assertThat(main.address()).isEqualTo(0x1010);
    assertThat(main.section()).isEqualTo(1);
    assertThat(subjects(image, "function descriptor"))
        .containsExactly("ADDRESS 1010", "ADDRESS 1010", "ADDRESS 1010");
  }

  /**
   * Linked with {@code --emit-relocs}: records of code are each stated, those of debug bytes not.
   */
  @Test
  void statesRelocationsLeftForDebugInformationAsAWhole() {
    long[] call = {0x1008, 1, 1, 0};
    long[] name = {8, 1, 10, 0};
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .type(ElfConstants.ET_EXEC)
            .machine(ElfConstants.EM_X86_64, 0)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
            .relocations(".rela.text", 1, call, call)
            .section(ElfSectionRow.named(".debug_info").content(Content.of(new byte[64])))
            .relocations(".rela.debug_info", 3, name, name, name)
            .symbol(ElfSymbolRow.function("main", 1, 0x1000, 32));
    BinaryImage image = new ElfFormat().read("emitted", writer.bytes()).images().get(0);
    assertThat(structures(image, "relocation"))
        .extracting(row -> row.fileEnd() - row.fileStart())
        .containsExactly(24L, 24L, 72L);
  }

  @Test
  void ordersBindings() {
    BinaryImage image = image("asm-symbols");
    assertThat(symbol(image, "sized", SymbolSource.SYMBOL_TABLE).binding())
        .isEqualTo(SymbolBinding.GLOBAL);
    assertThat(symbol(image, "weak_alias", SymbolSource.SYMBOL_TABLE).binding())
        .isEqualTo(SymbolBinding.WEAK);
    assertThat(symbol(image, "absolute", SymbolSource.SYMBOL_TABLE).section()).isEqualTo(-2);
  }
}
