package dev.weighbridge.formats.macho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.MachOWriter;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written to be odd, one oddity each. */
class MachOOddFilesTest {
  private static final int CODE = 0x80000400;

  private static BinaryImage image(MachOWriter file) {
    return FormatRegistry.installed().read("odd", file.bytes()).images().get(0);
  }

  private static List<String> messages(MachOFile macho) {
    return macho.diagnostics().stream().map(d -> d.structure() + ": " + d.found()).toList();
  }

  private static byte[] starts(long... distances) {
    ByteWriter writer = new ByteWriter();
    for (long distance : distances) {
      writer.uleb128(distance);
    }
    return writer.u8(0).array();
  }

  @ParameterizedTest
  @CsvSource({"true,LE", "true,BE", "false,LE", "false,BE"})
  void readsBothWidthsAndByteOrders(boolean is64Bit, String byteOrder) {
    ByteOrder order = byteOrder.equals("LE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    MachOFile macho =
        MachOFile.of(
            new MachOWriter(is64Bit, order)
                .header(18, 2)
                .section("__text", CODE, new byte[32])
                .symbol("_main", 0x0F, 1, 0, MachOWriter.address(0) + 16)
                .bytes());
    assertThat(macho.header().isLittleEndian()).isEqualTo(byteOrder.equals("LE"));
    assertThat(macho.header().machineName()).isEqualTo("powerpc");
    assertThat(macho.sections()).extracting(MachOSection::memorySize).containsExactly(32L);
    assertThat(macho.symbolTable().row(0).name()).isEqualTo("_main");
    assertThat(macho.symbolTable().value(0)).isEqualTo(MachOWriter.address(0) + 16);
    assertThat(macho.diagnostics()).isEmpty();
  }

  @Test
  void keepsUnknownLoadCommandsRaw() {
    MachOFile macho =
        MachOFile.of(new MachOWriter().command(0x7777, new byte[] {1, 2, 3, 4}).bytes());
    LoadCommand last = macho.loadCommands().get(macho.loadCommands().size() - 1);
    assertThat(last).isInstanceOf(LoadCommand.Unknown.class);
    assertThat(last.command()).isEqualTo(0x7777);
    assertThat(macho.bytes().u8(last.fileStart() + 8)).isEqualTo(1);
  }

  @Test
  void keepsACommandTooShortForItsTypeRaw() {
    MachOFile macho =
        MachOFile.of(new MachOWriter().command(MachOConstants.LC_UUID, new byte[4]).bytes());
    assertThat(macho.uuid()).isEmpty();
    assertThat(macho.loadCommands(LoadCommand.Unknown.class)).hasSize(1);
    assertThat(messages(macho)).singleElement().asString().startsWith("macho.load_command[3]");
  }

  /** The last symbol of a section must not swallow what follows the section. */
  @Test
  void functionsEndWithTheirSection() {
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[48])
                .section("__const", 0, new byte[100])
                .symbol("_last", 0x0F, 1, 0, MachOWriter.address(0) + 16)
                .table(MachOConstants.LC_FUNCTION_STARTS, starts(0x1000, 16)));
    FunctionTable functions = image.functions();
    assertThat(functions.stream().map(FunctionTable.Function::memorySize))
        .containsExactly(16L, 32L);
  }

  @Test
  void aSymbolBetweenTwoFunctionStartsEndsTheFirst() {
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[64])
                .symbol("_table", 0x0E, 1, 0, MachOWriter.address(0) + 24)
                .symbol("_entry", 0x0E, 1, 0x200, MachOWriter.address(0) + 8)
                .table(MachOConstants.LC_FUNCTION_STARTS, starts(0x1000, 32)));
    assertThat(image.functions().stream().map(FunctionTable.Function::memorySize))
        .as("an alternate entry is no border")
        .containsExactly(24L, 32L);
    assertThat(image.symbols().type(1)).isEqualTo(SymbolType.MAPPING);
  }

  /** Snapshots of Dart mark the only symbol of a section as an alternate entry. */
  @Test
  void anAlternateEntryBeforeAllOthersBeginsSomething() {
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__const", 0, new byte[64])
                .symbol("_snapshot", 0x0F, 1, 0x200, MachOWriter.address(0)));
    assertThat(image.symbols().type(0)).isEqualTo(SymbolType.OBJECT);
  }

  @Test
  void aFunctionStartOutsideAllCodeIsNoFunction() {
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[16])
                .section("__data", 0, new byte[16])
                .table(MachOConstants.LC_FUNCTION_STARTS, starts(0x1000, 0x100, 0x10_0000)));
    assertThat(image.functions().count()).isEqualTo(1);
  }

  @Test
  void symbolsOutsideTheirSectionOwnNothing() {
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[16])
                .symbol("__mh_execute_header", 0x0F, 1, 0, 0x10000)
                .symbol("_end", 0x0F, 1, 0, MachOWriter.address(0) + 16)
                .symbol("_nowhere", 0x0F, 77, 0, MachOWriter.address(0))
                .symbol("_absolute", 0x03, 0, 0, 5)
                .symbol("_import", 0x01, 0, 0, 0)
                .symbol("_common", 0x01, 0, 0, 64));
    SymbolTable symbols = image.symbols();
    assertThat(symbols.stream().map(SymbolTable.Symbol::section))
        .containsExactly(
            SymbolTable.NO_SECTION,
            SymbolTable.NO_SECTION,
            SymbolTable.NO_SECTION,
            SymbolTable.ABSOLUTE,
            SymbolTable.UNDEFINED,
            SymbolTable.UNDEFINED);
    assertThat(symbols.type(5)).isEqualTo(SymbolType.COMMON);
  }

  @Test
  void assemblerTemporariesAreOnlyMarks() {
    long text = MachOWriter.address(0);
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[16])
                .symbol("ltmp0", 0x0E, 1, 0, text)
                .symbol("LBB0_1", 0x0E, 1, 0, text + 4)
                .symbol("l_anon.1234.0", 0x0E, 1, 0, text + 8)
                .symbol("ltmpfile", 0x0E, 1, 0, text + 12));
    assertThat(image.symbols().stream().map(SymbolTable.Symbol::type))
        .containsExactly(
            SymbolType.MAPPING, SymbolType.MAPPING, SymbolType.FUNCTION, SymbolType.FUNCTION);
  }

  /** BNSYM, FUN with a name, FUN with the size, ENSYM; all behind the object file they are from. */
  @Test
  void theDebugMapGivesSizes() {
    long text = MachOWriter.address(0);
    BinaryImage image =
        image(
            new MachOWriter()
                .section("__text", CODE, new byte[64])
                .symbol("/src/", MachOConstants.N_SO, 0, 0, 0)
                .symbol("/lib.rlib(a.o)", MachOConstants.N_OSO, 0, 1, 0)
                .symbol("", MachOConstants.N_BNSYM, 1, 0, text)
                .symbol("_f", MachOConstants.N_FUN, 1, 0, text)
                .symbol("", MachOConstants.N_FUN, 0, 0, 24)
                .symbol("", MachOConstants.N_ENSYM, 1, 0, 24)
                .symbol("", MachOConstants.N_SO, 1, 0, 0)
                .symbol("_f", 0x0F, 1, 0, text));
    SymbolTable symbols = image.symbols();
    assertThat(symbols.memorySize(3)).isEqualTo(24);
    assertThat(symbols.type(3)).isEqualTo(SymbolType.FUNCTION);
    assertThat(symbols.type(1)).isEqualTo(SymbolType.FILE);
    assertThat(symbols.name(1)).isEqualTo("/lib.rlib(a.o)");
    assertThat(symbols.type(6)).as("the end of the unit").isEqualTo(SymbolType.FILE);
    assertThat(symbols.type(0)).isEqualTo(SymbolType.OTHER);
  }

  @Test
  void countsThatLieAreCutToTheFile() {
    byte[] file = new MachOWriter().section("__text", CODE, new byte[16]).array();
    file[16] = (byte) 0xFF;
    file[17] = (byte) 0xFF;
    MachOFile macho = MachOFile.of(Bytes.of(file));
    assertThat(macho.loadCommands()).hasSize(3);
    assertThat(messages(macho)).containsExactly("macho.ncmds: 3 that fit");
  }

  @Test
  void refusesWhatIsNoHeader() {
    assertThatThrownBy(() -> MachOFile.of(Bytes.of(new byte[] {1, 2, 3})))
        .isInstanceOf(MalformedBinaryException.class);
    assertThatThrownBy(() -> MachOFile.of(Bytes.of(new byte[64])))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("macho.magic");
    byte[] cut = new MachOWriter().array();
    assertThatThrownBy(() -> MachOFile.of(Bytes.of(cut).slice(0, 31)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("32 bytes");
  }

  @Test
  void anExportTrieMayBeDeepButNotCircular() {
    ByteWriter deep = new ByteWriter();
    for (int i = 0; i < 20_000; i++) {
      deep.u8(0, 1).text("a");
      int here = deep.size();
      deep.uleb128(here + (here < 125 ? 1 : here < 16_380 ? 2 : 3));
    }
    deep.u8(2, 0, 5, 0);
    MachOFile macho = exporting(deep.array());
    assertThat(macho.exports().count()).isEqualTo(1);
    assertThat(macho.exports().name(0)).isEqualTo("a".repeat(20_000));
    MachOFile circle = exporting(new ByteWriter().u8(0, 1).text("a").u8(0).array());
    assertThat(circle.exports().count()).isZero();
    assertThat(messages(circle)).singleElement().asString().startsWith("macho.export_trie");
  }

  private static MachOFile exporting(byte[] trie) {
    return MachOFile.of(new MachOWriter().table(MachOConstants.LC_DYLD_EXPORTS_TRIE, trie).bytes());
  }

  /** Rebase one pointer 2^60 times: the file has not that many. */
  @Test
  void opcodesThatRepeatThemselvesEnd() {
    byte[] opcodes =
        new ByteWriter().u8(0x20).uleb128(0x1000).u8(0x60).uleb128(1L << 60).u8(0).array();
    ByteWriter info = new ByteWriter();
    byte[] plain = new MachOWriter().section("__data", 0, opcodes).array();
    info.u32(0x1000).u32(opcodes.length);
    for (int i = 0; i < 8; i++) {
      info.u32(0);
    }
    MachOFile macho =
        MachOFile.of(
            new MachOWriter()
                .section("__data", 0, opcodes)
                .command(MachOConstants.LC_DYLD_INFO_ONLY, info.array())
                .bytes());
    assertThat(macho.fixups().count()).isLessThan(plain.length);
    assertThat(messages(macho)).singleElement().asString().contains("rebase");
  }

  /** Where {@code __data} lies in a {@link MachOWriter} file: at this offset of its segment. */
  private static final int DATA = 0x1000;

  private static MachOFile binding(byte[] opcodes, byte[] data) {
    ByteWriter info = new ByteWriter().u32(0).u32(0).u32(DATA + 0x100).u32(opcodes.length);
    for (int i = 0; i < 6; i++) {
      info.u32(0);
    }
    return MachOFile.of(
        new MachOWriter()
            .section("__data", 0, data)
            .section("__opcodes", 0, opcodes)
            .command(MachOConstants.LC_DYLD_INFO_ONLY, info.array())
            .bytes());
  }

  private static String text(Fixups fixups, int row) {
    int imported = fixups.importRow(row);
    String name = imported < 0 ? "" : fixups.imports().name(imported);
    return String.format(
        "%x %s%x+%d", fixups.place(row), name, fixups.target(row), fixups.addend(row));
  }

  /**
   * A table of two imports, then a chain of a bind to the second, a rebase, a bind to the first.
   */
  @Test
  void threadedBindsGoByTheirTable() {
    byte[] opcodes =
        new ByteWriter()
            .u8(0xD0, 2, 0x11, 0x40, '_', 'a', 0, 0x90)
            .u8(0x60, 3, 0x40, '_', 'b', 0, 0x60, 3, 0x90)
            .u8(0x70)
            .uleb128(DATA)
            .u8(0xD1, 0)
            .array();
    long isBind = 1L << 62;
    long far = 1L << 51;
    byte[] data =
        new ByteWriter().u64(1 | isBind | far).u64(0x12340 | 2 * far).u64(9).u64(isBind).array();
    MachOFile macho = binding(opcodes, data);
    Fixups fixups = macho.fixups();
    assertThat(messages(macho)).isEmpty();
    assertThat(IntStream.range(0, fixups.count()).mapToObj(row -> text(fixups, row)))
        .containsExactly(
            "11000 _bffffffffffffffff+3", "11008 12340+0", "11018 _affffffffffffffff+0");
  }

  @Test
  void threadedBindsWithoutATableAreRefused() {
    byte[] opcodes = new ByteWriter().u8(0x70).uleb128(DATA).u8(0xD1, 0).array();
    MachOFile macho = binding(opcodes, new byte[8]);
    assertThat(macho.fixups().count()).isZero();
    assertThat(messages(macho)).singleElement().isEqualTo("macho.dyld_info.bind: none");
  }

  /** Format 14: four bits name the segment, twenty-eight the offset in it. */
  @Test
  void segmentedPointersCountFromTheirSegment() {
    ByteWriter data = new ByteWriter().u64(0x20 | 2L << 51).u64(1L << 28 | 8 | 1L << 63);
    ByteWriter table = new ByteWriter();
    table.u32(0).u32(28).u32(0).u32(0).u32(0).u32(1).u32(0); // header, starts at 28, no imports
    table.u32(1).u32(8); // one segment, its starts 8 behind
    table.u32(24).u16(0x4000).u16(14).u64(0).u32(0).u16(1).u16(DATA);
    MachOFile macho =
        MachOFile.of(
            new MachOWriter()
                .section("__data", 0, data.array())
                .table(MachOConstants.LC_DYLD_CHAINED_FIXUPS, table.array())
                .bytes());
    Fixups fixups = macho.fixups();
    assertThat(messages(macho)).isEmpty();
    long linkEdit = macho.segments().get(1).address();
    assertThat(IntStream.range(0, fixups.count()).mapToObj(row -> text(fixups, row)))
        .containsExactly("11000 10020+0", String.format("11008 %x+0", linkEdit + 8));
  }

  @Test
  void javaClassesAreNoUniversalFiles() {
    byte[] java17 = new ByteWriter(ByteOrder.BIG_ENDIAN).u32(0xcafebabeL).u16(0).u16(61).array();
    byte[] java1 = new ByteWriter(ByteOrder.BIG_ENDIAN).u32(0xcafebabeL).u16(3).u16(45).array();
    assertThat(FatMachO.isFat(Bytes.of(java17))).isFalse();
    assertThat(FatMachO.isFat(Bytes.of(java1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void readsUniversalFiles(boolean is64Bit) {
    byte[] thin = new MachOWriter().section("__text", CODE, new byte[16]).array();
    ByteWriter fat = new ByteWriter(ByteOrder.BIG_ENDIAN);
    fat.u32(is64Bit ? 0xcafebabfL : 0xcafebabeL).u32(3);
    for (int i = 0; i < 3; i++) {
      // The third one claims the bytes of the second.
      long offset = 0x1000L + (i == 2 ? 1 : i) * 0x4000L;
      fat.u32(0x0100_0007L + i).u32(0);
      fat.number(offset, is64Bit ? 8 : 4).number(thin.length, is64Bit ? 8 : 4).u32(12);
      if (is64Bit) {
        fat.u32(0);
      }
    }
    fat.padTo(0x1000).raw(thin).padTo(0x5000).raw(thin);
    BinaryFile file = FormatRegistry.installed().read("fat", Bytes.of(fat.array()));
    assertThat(file.images()).extracting(BinaryImage::name).startsWith("x86_64").hasSize(2);
    assertThat(file.images().get(1).fileStart()).isEqualTo(0x5000);
    assertThat(file.images().get(1).sections().row(0).fileStart()).isEqualTo(0x6000);
    assertThat(file.container().stream())
        .extracting(s -> s.label())
        .containsExactly("fat header", "fat architecture", "fat architecture", "fat architecture");
    assertThat(file.diagnostics()).hasSize(1);
    assertThat(file.as(FatMachO.class)).isPresent();
  }

  @Test
  void linkerOptionsAreTexts() {
    byte[] texts = "-framework\0Foundation\0".getBytes(StandardCharsets.UTF_8);
    byte[] body = new ByteWriter().u32(2).raw(texts).align(8).array();
    MachOFile macho =
        MachOFile.of(new MachOWriter().command(MachOConstants.LC_LINKER_OPTION, body).bytes());
    assertThat(macho.loadCommand(LoadCommand.LinkerOption.class).orElseThrow().options())
        .containsExactly("-framework", "Foundation");
  }
}
