package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static dev.weighbridge.wasm.WasmWriter.subsection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.internal.WasmFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every entry of the import, export and linking sections is a symbol, whatever else names it. */
class LinkedSymbolsTest {
  private static final String FUNCTION_TYPE = "60 00 00";
  private static final String BODY = "02 00 0b";

  private static BinaryImage image(WasmWriter writer) {
    return new WasmFormat().read("test", writer.bytes()).images().get(0);
  }

  private static List<Symbol> symbols(BinaryImage image, SymbolSource source) {
    return image.symbols().stream().filter(symbol -> symbol.source() == source).toList();
  }

  /** The names of a fixture's symbols of one table, each as often as it is there. */
  static List<String> names(String fixture, SymbolSource source) {
    BinaryImage image = new WasmFormat().read(fixture, Fixtures.bytes(fixture)).images().get(0);
    return symbols(image, source).stream().map(Symbol::name).toList();
  }

  /** Imports env.log and wasi.get, defines own; the name section names all three functions. */
  private static WasmWriter named() {
    return WasmWriter.module()
        .items(1, FUNCTION_TYPE)
        .items(2, "03 656e76 03 6c6f67 00 00", "04 77617369 03 676574 00 00")
        .items(3, "00");
  }

  private static byte[] names() {
    return subsection(1, hex("03 00 03 6c6f67 01 01 67 02 03 6f776e"));
  }

  @Test
  void importsThatTheNameSectionNames() {
    BinaryImage image = image(named().items(10, BODY).custom("name", names()));
    assertThat(symbols(image, SymbolSource.NAME_SECTION))
        .extracting(Symbol::name)
        .containsExactly("log", "g", "own");
    assertThat(symbols(image, SymbolSource.IMPORTS))
        .extracting(Symbol::name, Symbol::section, Symbol::type)
        .containsExactly(
            tuple("log", SymbolTable.UNDEFINED, SymbolType.FUNCTION),
            tuple("wasi.get", SymbolTable.UNDEFINED, SymbolType.FUNCTION));
  }

  @Test
  void exportsThatTheNameSectionNames() {
    BinaryImage image =
        image(
            named()
                .items(7, "03 6f776e 00 02", "01 62 00 02", "03 6c6f67 00 00")
                .items(10, BODY)
                .custom("name", names()));
    Symbol own = symbols(image, SymbolSource.NAME_SECTION).get(2);
    assertThat(own.memorySize()).isEqualTo(3);
    assertThat(symbols(image, SymbolSource.EXPORTS))
        .extracting(Symbol::name, Symbol::address, Symbol::memorySize, Symbol::section)
        .containsExactly(
            tuple("own", own.address(), 0L, own.section()),
            tuple("b", own.address(), 0L, own.section()),
            tuple("log", 0L, 0L, SymbolTable.UNDEFINED));
  }

  @Test
  void aFunctionWithoutAnotherNameIsItsFirstExport() {
    BinaryImage image =
        image(
            WasmWriter.module()
                .items(1, FUNCTION_TYPE)
                .items(3, "00")
                .items(7, "01 61 00 00", "01 62 00 00")
                .items(10, BODY));
    assertThat(symbols(image, SymbolSource.EXPORTS))
        .extracting(Symbol::name, Symbol::memorySize)
        .containsExactly(tuple("a", 3L), tuple("b", 0L));
  }

  @Test
  void tablesMemoriesGlobalsAndTagsHaveTheirNames() {
    BinaryImage image =
        image(
            WasmWriter.module()
                .items(1, FUNCTION_TYPE)
                .items(
                    2,
                    "01 6e 01 74 01 70 00 00",
                    "01 6e 01 6d 02 00 01",
                    "01 6e 01 67 03 7f 00",
                    "01 6e 01 65 04 00 00")
                .items(5, "00 01")
                .items(7, "01 54 01 00", "01 4d 02 01", "01 47 03 00", "01 45 04 00"));
    assertThat(symbols(image, SymbolSource.IMPORTS))
        .extracting(Symbol::name)
        .containsExactly("n.t", "n.m", "n.g", "n.e");
    assertThat(symbols(image, SymbolSource.EXPORTS))
        .extracting(Symbol::name)
        .containsExactly("T", "M", "G", "E");
    assertThat(image.symbols().stream().limit(5).map(Symbol::name))
        .containsExactly(
            "table[0] n.t", "memory[0] n.m", "memory[1] M", "global[0] n.g", "tag[0] n.e");
  }

  /** As wasm-objdump prints of the fixture: symbols 4, 11 and 12 are global, the others local. */
  @Test
  void functionsOfObjectFilesAreBoundAsTheirSymbolsSay() {
    BinaryImage image =
        new WasmFormat().read("tiny", Fixtures.bytes("wasm/tiny-196.o")).images().get(0);
    assertThat(
            symbols(image, SymbolSource.SYMBOL_TABLE).stream()
                .filter(symbol -> symbol.binding() == SymbolBinding.GLOBAL))
        .extracting(Symbol::name)
        .containsExactly("_RNvCsfgHYwM92fyn_7___rustc17rust_begin_unwind", "_start", "tiny_main");
  }

  @Test
  void aFurtherSymbolOfAFunctionIsAFurtherName() {
    // Function 0 is "a", local, and "b", weak; flags 1 are weak, 2 local.
    byte[] symbols = hex("02 00 02 00 01 61 00 01 00 01 62");
    byte[] linking = new ByteWriter().u8(2).raw(subsection(8, symbols)).array();
    BinaryImage image =
        image(
            WasmWriter.module()
                .items(1, FUNCTION_TYPE)
                .items(3, "00")
                .items(10, BODY)
                .custom("linking", linking));
    assertThat(image.isRelocatable()).isTrue();
    assertThat(symbols(image, SymbolSource.SYMBOL_TABLE))
        .extracting(Symbol::name, Symbol::binding, Symbol::memorySize)
        .containsExactly(tuple("a", SymbolBinding.LOCAL, 3L), tuple("b", SymbolBinding.WEAK, 0L));
  }
}
