package dev.weighbridge.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debug files are found where debuggers look for them. */
class DebugFoldersTest {
  private static final int LC_UUID = 0x1B;
  private static final int UUID_COMMAND = 24;

  @TempDir private Path folder;

  private Path write(String place, String fixture) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    return Files.write(file, Fixtures.array(fixture));
  }

  private static List<String> units(Path file, Path... debugFiles) throws IOException {
    OpenOptions options = OpenOptions.DEFAULT.withDebugFiles(List.of(debugFiles));
    BinaryModel model = BinaryModel.open(file, options);
    return model.by(Dimensions.UNIT).rows().stream()
        .map(row -> row.label())
        .filter(label -> !label.startsWith("["))
        .sorted()
        .toList();
  }

  @Test
  void besideTheProgramUnderItsNameAndInFoldersBesideIt() throws IOException {
    Path program = write("bin/c-split", "elf/c-split");
    assertThat(units(program)).isEmpty();
    write("bin/.debug/c-split.debug", "elf/c-split.debug");
    assertThat(units(program)).containsExactly("prog.c", "util.c");
  }

  @Test
  void inGivenFoldersByNameAndByTheFolderOfTheProgram() throws IOException {
    Path program = write("bin/c-split", "elf/c-split");
    Path root = folder.resolve("debug");
    Files.createDirectories(root);
    assertThat(units(program, root)).isEmpty();
    String below = program.toAbsolutePath().getRoot().relativize(program.getParent()).toString();
    Path there = write("debug/" + below + "/c-split.debug", "elf/c-split.debug");
    assertThat(units(program, root)).containsExactly("prog.c", "util.c");
    Files.move(there, root.resolve("c-split.debug"));
    assertThat(units(program, root)).containsExactly("prog.c", "util.c");
  }

  /** The build id is what {@code readelf -n} prints; the place that of debuginfod-find. */
  @Test
  void inTheFolderOfAClientOfDebuginfod() throws IOException {
    Path program = write("bin/c-split", "elf/c-split");
    String id = "21d1454b65c7ed41becf96023d2c4e058a3e93fa";
    write("cache/" + id + "/debuginfo", "elf/c-split.debug");
    assertThat(units(program, folder.resolve("cache"))).containsExactly("prog.c", "util.c");
  }

  @Test
  void aBundleIsGivenAsItsFolder() throws IOException {
    Path program = write("libart.dylib", "dwarf/libart.dylib");
    Path inside = write("x.dSYM/Contents/Resources/DWARF/any", "dwarf/libart.dSYM");
    Path bundle = folder.resolve("x.dSYM");
    assertThat(SideFiles.isFolder(bundle)).isFalse();
    assertThat(units(program, bundle))
        .containsExactly("frame.cpp", "paint.cpp", "parse.c", "start.cpp");
    Files.write(inside, ofAnotherBuild(Fixtures.array("dwarf/libart.dSYM")));
    assertThatThrownBy(() -> units(program, bundle)).hasMessageContaining("dSYM file: UUID ");
  }

  /** The same with another UUID: loader.h, uuid_command. */
  private static byte[] ofAnotherBuild(byte[] file) {
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int command = 0;
    while (words.getInt(command) != LC_UUID || words.getInt(command + 4) != UUID_COMMAND) {
      command += 4;
    }
    words.put(command + 8, (byte) ~words.get(command + 8));
    return file;
  }

  @Test
  void bundlesAndPackagesBesideTheProgramAreFound() throws IOException {
    Path library = write("libart.dylib", "dwarf/libart.dylib");
    write("libart.dylib.dSYM/Contents/Resources/DWARF/libart.dylib", "dwarf/libart.dSYM");
    assertThat(units(library)).hasSize(4);
    Path program = write("split-v5", "dwarf/split-v5");
    assertThat(units(program)).containsExactly("frame.dwo", "paint.dwo", "parse.dwo", "start.dwo");
    write("split-v5.dwp", "dwarf/split-v5.dwp");
    assertThat(units(program)).containsExactly("frame.cpp", "paint.cpp", "parse.c", "start.cpp");
  }
}
