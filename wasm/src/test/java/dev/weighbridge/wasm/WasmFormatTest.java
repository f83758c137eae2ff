package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static dev.weighbridge.wasm.WasmWriter.subsection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.internal.WasmFormat;
import dev.weighbridge.wasm.items.WasmMemory;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What modules come to as facts. */
class WasmFormatTest {
  private static BinaryImage image(Bytes bytes) {
    return new WasmFormat().read("test", bytes).images().get(0);
  }

  private static BinaryImage fixture(String name) {
    return image(Fixtures.bytes("wasm/" + name));
  }

  private static Symbol symbol(BinaryImage image, String name) {
    return image.symbols().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> about(BinaryImage image, Symbol symbol) {
    return image.structures().stream()
        .filter(s -> s.about() == symbol.index())
        .map(s -> s.label() + " " + s.kind().key() + " " + (s.fileEnd() - s.fileStart()))
        .toList();
  }

  @Test
  void isAService() {
    assertThat(FormatRegistry.installed().formats())
        .extracting(BinaryFormat::name)
        .contains("Wasm");
    assertThat(new WasmFormat().recognises(Bytes.of(hex("0061736d")))).isTrue();
    assertThat(new WasmFormat().recognises(Bytes.of(hex("0061736e")))).isFalse();
    assertThat(new WasmFormat().recognises(Bytes.of(hex("00")))).isFalse();
  }

  @Test
  void isTheSameServiceOnBothPaths() throws IOException {
    ModuleDescriptor module =
        ModuleFinder.of(Path.of("target", "classes"))
            .find("dev.weighbridge.wasm")
            .orElseThrow()
            .descriptor();
    String file = "/META-INF/services/" + BinaryFormat.class.getName();
    List<String> onModulePath = new ArrayList<>();
    for (ModuleDescriptor.Provides provides : module.provides()) {
      assertThat(provides.service()).isEqualTo(BinaryFormat.class.getName());
      onModulePath.addAll(provides.providers());
    }
    Path onClassPath = Path.of("target", "classes" + file);
    assertThat(Files.readAllLines(onClassPath)).isEqualTo(onModulePath);
  }

  @Test
  void namesTheMachine() {
    assertThat(fixture("mvp.wasm").machine().name()).isEqualTo("wasm32");
    assertThat(fixture("c-wasm64.wasm").machine().name()).isEqualTo("wasm64");
    assertThat(fixture("c-wasm64.wasm").addressBits()).isEqualTo(64);
    assertThat(fixture("tiny-196.o").isRelocatable()).isTrue();
    assertThat(fixture("c-wasm32-relocs.wasm").isRelocatable()).isFalse();
  }

  @Test
  void aFunctionIsItsBodyWithTheSizePrefix() {
    BinaryImage image = fixture("c-wasm32-relocs.wasm");
    Symbol symbol = symbol(image, "crc32_of");
    assertThat(symbol.address()).isEqualTo(1);
    assertThat(symbol.memorySize()).isEqualTo(337);
    assertThat(symbol.source()).isEqualTo(SymbolSource.NAME_SECTION);
    assertThat(symbol(image, "api_state").address()).isEqualTo(0x220);
    assertThat(image.functions().count()).isEqualTo(4);
  }

  @Test
  void entriesAreAboutTheirFunction() {
    BinaryImage image = fixture("c-wasm32-relocs.wasm");
    assertThat(about(image, symbol(image, "api_crc")))
        .containsExactly("entry linking 1", "entry linking 10", "symbol names 11", "name names 9");
  }

  @Test
  void itemsAreNamedByIndexAndName() {
    BinaryImage image = fixture("features.wasm");
    assertThat(image.symbols().stream().map(Symbol::name))
        .contains(
            "log",
            "run",
            "table[0] funcs",
            "memory[3] big",
            "global[1] counter",
            "tag[1] done",
            "type[3] leaf",
            "type[9]",
            "elem[2] passive",
            "data[1] active",
            "data[3]");
    assertThat(symbol(image, "log").section()).isEqualTo(SymbolTable.UNDEFINED);
  }

  @Test
  void namesWithoutNameSection() {
    BinaryImage image = fixture("mvp.wasm");
    List<Symbol> functions = image.symbols().stream().limit(4).toList();
    assertThat(functions)
        .extracting(Symbol::source)
        .contains(SymbolSource.EXPORTS, SymbolSource.INDEX);
    assertThat(functions).extracting(Symbol::name).anyMatch(name -> name.startsWith("func["));
    WasmWriter writer =
        WasmWriter.module().items(2, "03 656e76 01 66 00 00", "04 77617369 01 67 00 00");
    assertThat(image(writer.bytes()).symbols().stream().map(Symbol::name))
        .containsExactly("f", "wasi.g");
  }

  @Test
  void dataSymbolsOfObjectFilesOwnTheirPiece() {
    BinaryImage image = fixture("tiny-196.o");
    Symbol primes = symbol(image, "_RNvCsl85acVgiWKh_4tiny6PRIMES");
    assertThat(primes.memorySize()).isEqualTo(108);
    assertThat(primes.source()).isEqualTo(SymbolSource.SYMBOL_TABLE);
    assertThat(image.relocations().count()).isEqualTo(508 + 261);
    assertThat(image.relocations().stream().filter(r -> r.type() == 0).limit(2))
        .extracting(r -> image.symbols().name(r.symbol()))
        .containsExactly("tiny_main", "_RNvCsl85acVgiWKh_4tiny6digest");
  }

  @Test
  void paddedNumbersArePadding() {
    WasmWriter writer =
        WasmWriter.module()
            .raw(3, 0x82, 0x80, 0, 1, 0)
            .raw(10, 8, 1, 0x82, 0x80, 0x80, 0x80, 0, 0, 0x0B);
    BinaryImage image = image(writer.bytes());
    assertThat(image.structures().stream().filter(s -> s.kind() == Kind.PADDING))
        .extracting(s -> s.fileEnd() - s.fileStart())
        .containsExactly(2L, 4L);
    assertThat(about(image, symbol(image, "func[0]")))
        .containsExactly("entry linking 1", "LEB128 padding padding 4");
  }

  @Test
  void memoryIsCodeAndTheInitialPages() {
    BinaryImage image = fixture("c-wasm32-relocs.wasm");
    assertThat(image.segments().stream().map(Segment::name))
        .containsExactly("code", ".rodata", ".bss", "memory[0]", "memory[0]");
    long sum = image.segments().stream().mapToLong(Segment::memorySize).sum();
    assertThat(sum).isEqualTo(555 + 2 * 65_536);
    assertThat(image.segments().row(1).address()).isEqualTo(WasmMemory.place(0, 65_536));
  }

  @Test
  void anImpossibleMemoryIsNotStated() {
    WasmWriter writer = WasmWriter.module().items(5, "04 ffffffffffffffffff01", "00 02");
    BinaryImage image = image(writer.bytes());
    assertThat(image.segments().stream().map(Segment::memorySize)).containsExactly(131_072L);
    assertThat(new WasmFormat().read("test", writer.bytes()).diagnostics())
        .extracting(Diagnostic::structure)
        .containsExactly("wasm.memory[0].min");
  }

  @Test
  void customSectionsStateWhatTheyAre() {
    WasmWriter writer =
        WasmWriter.module()
            .custom("build_id", hex("02 abcd"))
            .custom("external_debug_info", hex("01 64"))
            .custom("dylink.0", hex("02 04 01 02 6c62"));
    BinaryImage image = image(writer.bytes());
    assertThat(image.identity()).contains(new BinaryImage.Identity("build id", "abcd"));
    assertThat(image.debugLink()).contains(new BinaryImage.DebugLink("d", -1));
    assertThat(image.neededLibraries()).containsExactly("lb");
    assertThat(image.sections().stream().map(s -> s.kind()))
        .containsExactly(Kind.HEADERS, Kind.DEBUG, Kind.LINKING);
  }

  @Test
  void namesOfNothingAreAboutNothing() {
    WasmWriter writer =
        WasmWriter.module()
            .custom("name", subsection(1, hex("01 05 01 61")))
            .items(7, "01 78 00 63")
            .items(8, "63");
    BinaryImage image = image(writer.bytes());
    assertThat(image.structures().stream().map(Structure::about)).containsOnly(-1L);
    assertThat(image.symbols().count()).isZero();
  }
}
