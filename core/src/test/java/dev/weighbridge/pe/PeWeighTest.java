package dev.weighbridge.pe;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows files weighed: every byte once, nearly all code in functions, with and without a PDB. */
class PeWeighTest {
  /** One that only the debug file of {@code fixlib.dll} names. */
  private static final String LOCAL_FUNCTION =
      "hashbrown::raw::RawTableInner::free_buckets<alloc::alloc::Global>";

  static List<String> files() {
    return FixtureFolder.binaries("pe");
  }

  static List<String> debugged() {
    List<String> all = FixtureFolder.binaries("pdb");
    return files().stream()
        .filter(name -> !name.endsWith(".obj") && all.contains(database(name)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void coversEveryByteOnce(String name) {
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    assertThat(model).addsUpBy(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(model).addsUpBy(Dimensions.SEGMENT, Dimensions.KIND);
    assertThat(model.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("debugged")
  void coversEveryByteOnceWithDebugFile(String name) {
    BinaryModel model = withDatabase(name);
    assertThat(model).coversFileExactly();
    assertThat(model).addsUpBy(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(model.diagnostics()).isEmpty();
    assertThat(residual(model)).isLessThan(0.03);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixlib.dll", "j2c-msvc-arm64.exe", "j2c-msvc-x64-all.exe"})
  void findsFunctionsOfRustWithoutDebugFile(String name) {
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes("pe/" + name), OpenOptions.DEFAULT);
    assertThat(inFunctions(model)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpp-mingw-x64.exe", "c-mingw-x86.exe", "libfix.dll"})
  void leavesLittleResidualWithCoffSymbols(String name) {
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes("pe/" + name), OpenOptions.DEFAULT);
    assertThat(residual(model)).isLessThan(0.03);
  }

  @Test
  void pricesProceduresAsTheDebugFileSays() {
    BinaryModel model = withDatabase("pe/fixlib.dll");
    assertThat(names(model)).contains("fixlib_add", "fixlib_dump", "fixlib_free");
    assertThat(names(model)).contains(LOCAL_FUNCTION);
  }

  @Test
  void opensTheDebugFileBesideOrGiven(@TempDir Path folder) throws IOException {
    Path image = Files.write(folder.resolve("fixlib.dll"), Fixtures.array("pe/fixlib.dll"));
    Path other = Files.write(folder.resolve("other"), Fixtures.array("pdb/fixlib.pdb"));
    assertThat(names(BinaryModel.open(image))).doesNotContain(LOCAL_FUNCTION);
    OpenOptions given = OpenOptions.DEFAULT.withDebugFiles(List.of(other));
    assertThat(names(BinaryModel.open(image, given))).contains(LOCAL_FUNCTION);
    Files.move(other, folder.resolve("fixlib.pdb"));
    assertThat(names(BinaryModel.open(image))).contains(LOCAL_FUNCTION);
  }

  /** A jump to an import, its pointer and its name cost what the import costs. */
  @Test
  void chargesThunksToTheirImports() {
    BinaryModel model =
        BinaryModel.of("c", Fixtures.bytes("pe/c-mingw-x86.exe"), OpenOptions.DEFAULT);
    Partition partition = model.attribution().partition();
    long thunks = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      boolean isCode =
          partition.section(span) >= 0
              && model.attribution().section(partition.section(span)).kind() == Kind.CODE;
      if (isCode && partition.kind(span) == Kind.LINKING) {
        assertThat(partition.subject(span)).isNotNegative();
        thunks += partition.fileSize(span);
      }
    }
    assertThat(thunks).isPositive();
  }

  private static Set<String> names(BinaryModel model) {
    return model.bySymbol().rows().stream()
        .flatMap(row -> row.symbol().stream())
        .flatMap(symbol -> symbol.rawNames().stream())
        .collect(Collectors.toSet());
  }

  private static String database(String name) {
    return "pdb/" + name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')) + ".pdb";
  }

  private static BinaryModel withDatabase(String name) {
    SideFile pdb = new SideFile(database(name), Fixtures.bytes(database(name)));
    BinaryFile file =
        FormatRegistry.installed().read(name, Fixtures.bytes(name), SideFiles.of(pdb));
    return BinaryModel.of(file, OpenOptions.DEFAULT);
  }

  private static double residual(BinaryModel model) {
    return (double) model.bySection().fileSize(Basis.RESIDUAL) / model.fileSize();
  }

  /** Share of the code sections that lies in symbols or function extents. */
  private static double inFunctions(BinaryModel model) {
    Partition partition = model.attribution().partition();
    long code = 0;
    long functions = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int section = partition.section(span);
      if (section >= 0 && model.attribution().section(section).kind() == Kind.CODE) {
        boolean isLabel = model.attribution().owners().isLabel(partition.owner(span));
        code += partition.fileSize(span);
        functions += isLabel ? 0 : partition.fileSize(span);
      }
    }
    return (double) functions / code;
  }
}
