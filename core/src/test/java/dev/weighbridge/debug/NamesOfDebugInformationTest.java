package dev.weighbridge.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions have the names that debug information knows, where the symbols are gone. */
class NamesOfDebugInformationTest {
  private static final int SHT_PROGBITS = 1;
  private static final int SHT_SYMTAB = 2;
  private static final int LC_SYMTAB = 2;

  @TempDir private Path folder;

  /** What the file with all its symbols says, but for what no debug information is about. */
  @Test
  void functionsOfElfFilesAreCalledAsWithSymbols() throws IOException {
    byte[] whole = Fixtures.array("dwarf/app-full-v5-v0-zlib");
    byte[] bare = withoutSymbolTable(whole.clone());
    Map<String, Long> expected = code(open("whole", whole));
    // A start file of the C library, and what the linker and the Rust compiler made.
    expected.keySet().removeIf(name -> name.startsWith("[") || name.startsWith("_"));
    expected
        .keySet()
        .removeAll(List.of("main", "deregister_tm_clones", "register_tm_clones", "frame_dummy"));
    assertThat(expected).hasSizeGreaterThan(40);
    assertThat(code(open("bare", bare))).containsAllEntriesOf(expected);
  }

  /** Of debug information that a separate file has, without symbols there too. */
  @Test
  void aDebugFileWithoutSymbolsNamesThem() throws IOException {
    byte[] debug = withoutSymbolTable(Fixtures.array("elf/c-split.debug"));
    Path stripped = write("c-split", Fixtures.array("elf/c-split"));
    Path file = write("c-split.debug", debug);
    Map<String, Long> found =
        code(BinaryModel.open(stripped, OpenOptions.DEFAULT.withDebugFiles(List.of(file))));
    Map<String, Long> expected = code(open("whole", Fixtures.array("elf/c-x64-g-dwarf5")));
    assertThat(expected).containsKey("main");
    assertThat(found).containsEntry("main", expected.get("main"));
  }

  /** What {@code strip} took away, {@code objcopy --only-keep-debug} had put beside. */
  @Test
  void imagesOfMinGwAreCalledAsBeforeTheyWereStripped() throws IOException {
    Path stripped = write("art-strip.exe", Fixtures.array("dwarf/art-strip.exe"));
    write("art.exe.debug", Fixtures.array("dwarf/art.exe.debug"));
    Map<String, Long> expected = code(open("art.exe", Fixtures.array("dwarf/art.exe")));
    assertThat(expected).containsKey("paint(int)");
    assertThat(code(BinaryModel.open(stripped))).isEqualTo(expected);
  }

  /** As {@code llvm-dwarfdump} lists the subprograms of the bundle, with the linkage name first. */
  @Test
  void bundlesNameFunctionsThatStripLeftWithoutSymbols() throws IOException {
    byte[] stripped = withoutSymbolCommand(Fixtures.array("dwarf/libart.dylib"));
    Path file = write("libart.dylib", stripped);
    Path bundle = write("bundle", Fixtures.array("dwarf/libart.dSYM"));
    BinaryModel model = BinaryModel.open(file, OpenOptions.DEFAULT.withDebugFiles(List.of(bundle)));
    assertThat(code(model))
        .containsEntry("paint(int)", 184L)
        .containsEntry("checksum", 144L)
        .containsEntry("Box<int>::twice() const", 12L);
  }

  @Test
  void functionsOfModulesAreCalledAsInTheNameSection() throws IOException {
    byte[] whole = Fixtures.array("dwarf/art.wasm");
    Map<String, Long> expected = code(open("whole", whole));
    assertThat(expected).containsKey("paint(int)");
    assertThat(code(open("bare", withoutNameSection(whole)))).isEqualTo(expected);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private BinaryModel open(String name, byte[] content) throws IOException {
    return BinaryModel.open(write(name, content));
  }

  private static Map<String, Long> code(BinaryModel model) {
    Map<String, Long> code = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.SYMBOL).rows()) {
      if (row.fileSize(Kind.CODE) > 0) {
        // Debug information calls both pieces of a function as it calls the function.
        code.merge(row.label().replaceFirst("\\.cold$", ""), row.fileSize(Kind.CODE), Long::sum);
      }
    }
    return code;
  }

  /** Says of the symbol table that it is something else. */
  private static byte[] withoutSymbolTable(byte[] elf) {
    ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    int headers = (int) file.getLong(40);
    for (int row = 0; row < file.getShort(60); row++) {
      int type = headers + 64 * row + 4;
      if (file.getInt(type) == SHT_SYMTAB) {
        file.putInt(type, SHT_PROGBITS);
      }
    }
    return elf;
  }

  private static byte[] withoutSymbolCommand(byte[] macho) {
    ByteBuffer file = ByteBuffer.wrap(macho).order(ByteOrder.LITTLE_ENDIAN);
    int command = 32;
    for (int left = file.getInt(16); left > 0; left--) {
      if (file.getInt(command) == LC_SYMTAB) {
        file.putInt(command + 12, 0);
      }
      command += file.getInt(command + 4);
    }
    return macho;
  }

  private static byte[] withoutNameSection(byte[] wasm) {
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    left.write(wasm, 0, 8);
    for (int start = 8; start < wasm.length; ) {
      int at = start + 1;
      int size = 0;
      for (int shift = 0, next = 0x80; (next & 0x80) != 0; shift += 7) {
        next = wasm[at++];
        size |= (next & 0x7F) << shift;
      }
      String name = new String(wasm, at + 1, Math.min(4, size - 1), StandardCharsets.UTF_8);
      if (wasm[start] != 0 || wasm[at] != 4 || !name.equals("name")) {
        left.write(wasm, start, at + size - start);
      }
      start = at + size;
    }
    return left.toByteArray();
  }
}
