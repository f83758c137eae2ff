package dev.weighbridge.twins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With its debug file, a stripped program has the crates and symbols of the unstripped one. */
class DebugFileTwinsTest {
  /** What is the program's own: names and debug information are in the other file. */
  private static final Set<Kind> CONTENT =
      EnumSet.of(Kind.CODE, Kind.RODATA, Kind.DATA, Kind.UNWIND);

  @TempDir private Path folder;

  @Test
  void theDebugFileBesideGivesTheNamesBack() throws IOException {
    Path stripped = write("c-split", TwinFiles.array("elf/c-split"));
    Path debug = write("c-split.debug", TwinFiles.array("elf/c-split.debug"));
    agrees(write("whole", TwinFiles.array("elf/c-x64-g-dwarf5")), stripped, debug);
  }

  /** GNU strip and objcopy part the programs here, so that the debug file is theirs. */
  @ParameterizedTest
  @RequiresNative({"strip", "objcopy"})
  @ValueSource(
      strings = {
        "advisor/j2c-release",
        "advisor/j2c-opt-z",
        "advisor/j2c-lto",
        "advisor/j2c-lto-z-abort",
        "advisor/j2c-abort",
        "elf/j2c-bs-all-immediate-sym",
        "elf/cpp-x64",
        "elf/cpp-dwz",
        "elf/libfix.so",
        "elf/tiny-auditable"
      })
  void debugFilesOfBinutilsGiveTheNamesBack(String name) throws IOException {
    Path whole = write("whole", TwinFiles.array(name));
    Path stripped = folder.resolve("stripped");
    Path debug = folder.resolve("whole.debug");
    NativeTool.lines("objcopy", "--only-keep-debug", whole, debug);
    NativeTool.lines("strip", "--strip-all", "-o", stripped, whole);
    NativeTool.lines("objcopy", "--add-gnu-debuglink=" + debug, stripped);
    assertThat(Files.size(stripped)).isLessThan(Files.size(whole));
    agrees(whole, stripped, debug);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static void agrees(Path whole, Path stripped, Path debug) throws IOException {
    BinaryModel expected = BinaryModel.open(whole);
    BinaryModel found =
        BinaryModel.open(stripped, OpenOptions.DEFAULT.withDebugFiles(List.of(debug)));
    assertThat(content(found.by(Dimensions.CRATE).rows()))
        .as("crates")
        .isEqualTo(content(expected.by(Dimensions.CRATE).rows()));
    assertThat(content(found.by(Dimensions.SYMBOL).rows()))
        .as("symbols")
        .isEqualTo(content(expected.by(Dimensions.SYMBOL).rows()));
  }

  private static Map<String, Long> content(List<SizeRow> rows) {
    Map<String, Long> bytes = new TreeMap<>();
    for (SizeRow row : rows) {
      long sum = 0;
      for (Kind kind : CONTENT) {
        sum += row.fileSize(kind);
      }
      if (sum > 0) {
        bytes.merge(row.label(), sum, Long::sum);
      }
    }
    return bytes;
  }
}
