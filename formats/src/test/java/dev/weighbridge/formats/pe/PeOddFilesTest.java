package dev.weighbridge.formats.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable.Function;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.pe.directories.PeCertificate;
import dev.weighbridge.formats.pe.directories.PeLoadConfig;
import dev.weighbridge.formats.pe.directories.PeTlsCallback;
import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.headers.PeRichHeader;
import dev.weighbridge.formats.pe.imports.PeImportObject;
import dev.weighbridge.formats.pe.imports.PeImportTable;
import dev.weighbridge.formats.pe.resources.PeResources;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images as no linker makes them, and parts of images that few linkers make. */
class PeOddFilesTest {
  private static final byte RET = (byte) 0xC3;

  @Test
  void refusesWhatIsOnlyADosProgram() {
    byte[] file = new byte[128];
    file[0] = 'M';
    file[1] = 'Z';
    file[60] = 64;
    assertThatThrownBy(() -> PeFile.of(Bytes.of(file)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("pe.signature at 0x40");
    assertThatThrownBy(() -> PeFile.of(Bytes.of(Arrays.copyOf(file, 64))))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("pe.e_lfanew");
  }

  @Test
  void readsTheSectionsThatAreThere() {
    PeFile file = PeFile.of(new OddPe().code(".text", RET).claimedSections(60_000).bytes());
    assertThat(file.sections().size()).isLessThan(100);
    assertThat(file.diagnostics())
        .extracting(Diagnostic::structure, Diagnostic::expected)
        .contains(tuple("pe.section", "60000 rows"));
  }

  @Test
  void takesTheRawSizeWhereNoVirtualSizeIsStated() {
    BinaryImage image = read(new OddPe().code(".text", RET).sized(".rdata", 0, new byte[100]));
    assertThat(image.sections().row(1).memorySize()).isEqualTo(512);
    assertThat(labels(image)).containsOnlyOnce("section tail");
  }

  @Test
  void tellsTailsFromZeroFill() {
    BinaryImage image =
        read(new OddPe().sized(".a", 100, new byte[100]).sized(".b", 5_000, new byte[100]));
    Structure tail = structure(image, "section tail");
    assertThat(tail.kind()).isEqualTo(Kind.PADDING);
    assertThat(tail.fileStart()).isEqualTo(OddPe.HEADERS + 100);
    assertThat(tail.fileEnd()).isEqualTo(OddPe.HEADERS + 512);
    assertThat(image.sections().row(1).memorySize()).isEqualTo(5_000);
  }

  @Test
  void givesTheOverlayARowOfItsOwn() {
    OddPe odd = new OddPe().code(".text", RET).overlay(new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9});
    Structure overlay = structure(read(odd), "appended: ZIP");
    assertThat(overlay.fileStart()).isEqualTo(odd.overlayStart());
    assertThat(overlay.fileEnd()).isEqualTo(odd.overlayStart() + 9);
  }

  @Test
  void findsCertificatesByFileOffset() {
    OddPe odd = new OddPe().code(".text", RET);
    long start = odd.overlayStart();
    byte[] table = new ByteWriter().u32(13).u16(0x200).u16(2).u8(1, 2, 3, 4, 5).align(8).array();
    PeFile file =
        PeFile.of(
            odd.overlay(table)
                .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_SECURITY, start, table.length)
                .bytes());
    assertThat(file.certificates())
        .containsExactly(new PeCertificate(0, 0x200, 2, start, start + 13));
    assertThat(labels(read(odd))).contains("certificate").doesNotContain("overlay");
  }

  @Test
  void namesImportsByOrdinal() {
    long rva = OddPe.rva(0);
    byte[] table =
        new ByteWriter()
            .u32(rva + 40)
            .u32(0)
            .u32(0)
            .u32(rva + 72)
            .u32(rva + 56)
            .padTo(40)
            .u64(0x8000_0000_0000_0073L)
            .u64(0)
            .u64(0x8000_0000_0000_0073L)
            .u64(0)
            .text("WS2_32.dll")
            .u8(0)
            .array();
    OddPe odd =
        new OddPe()
            .data(".idata", table)
            .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_IMPORT, rva, 40);
    PeImportTable imports = PeFile.of(odd.bytes()).imports();
    assertThat(imports.stream())
        .containsExactly(new PeImportTable.Import(0, "WS2_32.dll", "", 0x73, 0, rva + 56));
    BinaryImage image = read(odd);
    assertThat(image.neededLibraries()).containsExactly("WS2_32.dll");
    assertThat(image.symbols().stream().map(Symbol::name)).containsExactly("WS2_32.dll#115");
  }

  @Test
  void readsDelayedImports() {
    long rva = OddPe.rva(0);
    byte[] table =
        new ByteWriter()
            .u32(1)
            .u32(rva + 64)
            .u32(0)
            .u32(rva + 80)
            .u32(rva + 96)
            .u32(0)
            .u32(0)
            .u32(0)
            .padTo(64)
            .text("late.dll")
            .padTo(80)
            .u64(OddPe.BASE)
            .u64(0)
            .u64(rva + 112)
            .u64(0)
            .u16(7)
            .text("later")
            .u8(0)
            .array();
    PeFile file =
        PeFile.of(
            new OddPe()
                .data(".didat", table)
                .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT, rva, 64)
                .bytes());
    assertThat(file.delayImports().stream())
        .containsExactly(new PeImportTable.Import(0, "late.dll", "later", -1, 7, rva + 80));
    assertThat(file.imports().count()).isZero();
  }

  /** The second row continues the first, the third lies apart; both are chained to the first. */
  @Test
  void joinsChainedPiecesToTheirFunction() {
    byte[] code = new byte[0x200];
    Arrays.fill(code, (byte) 0x40);
    long text = OddPe.rva(0);
    long info = OddPe.rva(1);
    byte[] unwind =
        new ByteWriter()
            .u8(1, 0, 0, 0)
            .u8(0x21, 0, 0, 0)
            .u32(text)
            .u32(text + 0x40)
            .u32(info)
            .array();
    byte[] table =
        new ByteWriter()
            .u32(text)
            .u32(text + 0x40)
            .u32(info)
            .u32(text + 0x40)
            .u32(text + 0x80)
            .u32(info + 4)
            .u32(text + 0x100)
            .u32(text + 0x120)
            .u32(info + 4)
            .array();
    BinaryImage image =
        read(
            new OddPe()
                .code(".text", code)
                .data(".xdata", unwind)
                .data(".pdata", table)
                .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_EXCEPTION, OddPe.rva(2), 36));
    List<Function> stated =
        image.functions().stream().filter(f -> f.evidence() == ExtentEvidence.PDATA).toList();
    long begin = OddPe.BASE + text;
    assertThat(stated)
        .extracting(Function::address, Function::memorySize, Function::entry)
        .containsExactly(tuple(begin, 0x80L, begin), tuple(begin + 0x100, 0x20L, begin));
    assertThat(image.functions().first(1)).isZero();
    assertThat(image.structures().stream().filter(s -> s.label().equals("function table row")))
        .extracting(Structure::about)
        .containsExactly(begin, begin, begin);
  }

  @Test
  void cutsLeafFunctionsAtFiller() {
    ByteWriter code = new ByteWriter();
    code.u8(0x31, 0xC0, 0xC3, 0xCC).align(16);
    byte[] text = code.array();
    Arrays.fill(text, 3, 16, (byte) 0xCC);
    byte[] both = Arrays.copyOf(text, 40);
    System.arraycopy(text, 0, both, 16, 16);
    both[32] = RET;
    BinaryImage image = read(new OddPe().code(".text", Arrays.copyOf(both, 33)));
    long begin = OddPe.BASE + OddPe.rva(0);
    assertThat(image.functions().stream())
        .extracting(Function::address, Function::memorySize)
        .containsExactly(tuple(begin, 3L), tuple(begin + 16, 3L), tuple(begin + 32, 1L));
  }

  @Test
  void leavesACircleOfResources() {
    long rva = OddPe.rva(0);
    byte[] tree =
        new ByteWriter()
            .padTo(12)
            .u16(0)
            .u16(2)
            .u32(24)
            .u32(0x8000_0000L)
            .u32(16)
            .u32(0x8000_0020L)
            .padTo(32)
            .padTo(44)
            .u16(0)
            .u16(1)
            .u32(1)
            .u32(56)
            .u32(rva + 72)
            .u32(4)
            .u32(0)
            .u32(0)
            .text("data")
            .array();
    PeFile file =
        PeFile.of(
            new OddPe()
                .data(".rsrc", tree)
                .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_RESOURCE, rva, tree.length)
                .bytes());
    assertThat(file.resources().directories()).hasSize(2);
    assertThat(file.resources().resources())
        .extracting(PeResources.Resource::type, PeResources.Resource::name)
        .containsExactly(tuple("16", "1"));
    assertThat(file.diagnostics()).isNotEmpty();
  }

  /** A tree of names: PE Format, Resource Directory Entries and Resource Directory String. */
  @Test
  void callsResourcesByTypeAndName() {
    long rva = OddPe.rva(0);
    byte[] tree =
        new ByteWriter()
            .padTo(12) // types: one with a name, one with a number
            .u16(1)
            .u16(1)
            .u32(0x8000_0080L)
            .u32(0x8000_0020L)
            .u32(24)
            .u32(0x8000_0038L)
            .padTo(0x20 + 12) // names of the first type
            .u16(1)
            .u16(0)
            .u32(0x8000_0090L)
            .u32(0x60)
            .padTo(0x38 + 12) // names of the second
            .u16(0)
            .u16(1)
            .u32(7)
            .u32(0x70)
            .padTo(0x60) // data entries
            .u32(rva + 0xA0)
            .u32(4)
            .u64(0)
            .u32(rva + 0xA4)
            .u32(2)
            .u64(0)
            .u16(3)
            .raw("CFG".getBytes(StandardCharsets.UTF_16LE))
            .padTo(0x90)
            .u16(4)
            .raw("MAIN".getBytes(StandardCharsets.UTF_16LE))
            .padTo(0xA0)
            .text("datama")
            .array();
    OddPe odd =
        new OddPe()
            .data(".rsrc", tree)
            .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_RESOURCE, rva, tree.length);
    assertThat(labels(odd))
        .contains("\"CFG\" resource \"MAIN\"", "manifest resource 7")
        .filteredOn(label -> label.matches(".* resource .*"))
        .hasSize(2);
  }

  private static List<String> labels(OddPe odd) {
    return FormatRegistry.installed().read("odd", odd.bytes()).images().get(0).structures().stream()
        .map(StructureTable.Structure::label)
        .toList();
  }

  /** mingw-w64, crt/tlssup.c: the two functions that its list names. */
  @ParameterizedTest
  @ValueSource(strings = {"c-mingw-x86.exe", "cpp-mingw-x64.exe", "libfix.dll"})
  void findsThreadLocalCallbacks(String name) {
    PeFile file = PeFile.of(Fixtures.bytes("pe/" + name));
    PeSymbolTable symbols = file.symbolTable();
    List<String> called = new ArrayList<>();
    for (PeTlsCallback callback : file.tlsCallbacks()) {
      for (int row = 0; row < symbols.count(); row++) {
        boolean isFunction = !symbols.isAuxiliary(row) && symbols.isFunction(row);
        if (isFunction && symbols.section(row) > 0 && address(file, row) == callback.address()) {
          called.add(symbols.name(row).replaceAll("^_+|@.*", ""));
        }
      }
    }
    assertThat(called).containsExactly("dyn_tls_init", "dyn_tls_dtor");
  }

  private static long address(PeFile file, int row) {
    PeSymbolTable symbols = file.symbolTable();
    return file.imageBase()
        + file.sections().get(symbols.section(row) - 1).rva()
        + symbols.value(row);
  }

  @Test
  void readsGuardTablesOfTheLoadConfiguration() {
    long rva = OddPe.rva(0);
    byte[] config =
        new ByteWriter()
            .u32(148)
            .padTo(128)
            .u64(OddPe.BASE + rva + 160)
            .u64(2)
            .u32(0x1000_0500)
            .padTo(160)
            .u32(0x1000)
            .u8(0)
            .u32(0x1010)
            .u8(1)
            .array();
    PeFile file =
        PeFile.of(
            new OddPe()
                .data(".rdata", config)
                .directory(PeConstants.IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG, rva, 148)
                .bytes());
    long start = OddPe.HEADERS + 160;
    assertThat(file.loadConfig().orElseThrow().tables())
        .containsExactly(
            new PeLoadConfig.GuardTable(
                "GuardCFFunctionTable", rva + 160, 2, 5, start, start + 10));
  }

  @Test
  void readsTheListOfToolsBehindTheStub() {
    int key = 0x12345678;
    byte[] rich =
        new ByteWriter()
            .u32(0x536E6144 ^ key)
            .u32(key)
            .u32(key)
            .u32(key)
            .u32((0x0104 << 16 | 0x7980) ^ key)
            .u32(3 ^ key)
            .u32(0x68636952)
            .u32(key)
            .array();
    PeFile file = PeFile.of(new OddPe().stub(rich).code(".text", RET).bytes());
    assertThat(file.richHeader().orElseThrow().tools())
        .containsExactly(new PeRichHeader.Tool(0x0104, 0x7980, 3));
  }

  @Test
  void readsAnImportObject() {
    byte[] object =
        new ByteWriter()
            .u16(0)
            .u16(0xFFFF)
            .u16(0)
            .u16(0x8664)
            .u32(0)
            .u32(18)
            .u16(5)
            .u16(4)
            .text("Sleep")
            .text("KERNEL32.dll")
            .array();
    PeImportObject parsed = PeFile.importObject(Bytes.of(object));
    assertThat(parsed.symbolName()).isEqualTo("Sleep");
    assertThat(parsed.libraryName()).isEqualTo("KERNEL32.dll");
    BinaryImage image =
        FormatRegistry.installed().read("Sleep.obj", Bytes.of(object)).images().get(0);
    assertThat(image.symbols().stream().map(Symbol::name)).containsExactly("Sleep");
    assertThat(image.machine()).isEqualTo(Machine.of(Architecture.X86_64, 64, true));
  }

  private static BinaryImage read(OddPe odd) {
    return FormatRegistry.installed().read("odd.dll", odd.bytes()).images().get(0);
  }

  private static List<String> labels(BinaryImage image) {
    return image.structures().stream().map(Structure::label).toList();
  }

  private static Structure structure(BinaryImage image, String label) {
    return image.structures().stream()
        .filter(row -> row.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
