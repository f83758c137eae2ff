package dev.weighbridge.llvmlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrLinesTest {
  private static final String MODULE = "; ModuleID = 'x'\n";

  @TempDir private Path folder;

  private static IrLines of(String text) {
    return IrLines.of("x.ll", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refuses(byte[] text, String words) {
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> IrLines.of("x.ll", Bytes.of(text)))
        .withMessageStartingWith("x.ll")
        .withMessageContaining(words);
  }

  private static void refuses(String text, String words) {
    refuses(text.getBytes(StandardCharsets.UTF_8), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"generic-release", "generic-optimised", "tally"})
  void everyFunctionHasTheLinesOfTheReferenceCount(String name) throws IOException {
    IrFixture fixture = new IrFixture(name);
    IrLines lines = fixture.lines();
    Map<String, Integer> found = new TreeMap<>();
    for (int function = 0; function < lines.count(); function++) {
      found.merge(lines.name(function), lines.lines(function), Integer::sum);
    }
    assertThat(found).isEqualTo(fixture.truth());
    long sum = fixture.truth().values().stream().mapToLong(count -> count).sum();
    assertThat(lines.lines()).isEqualTo(sum);
    assertThat(lines.hasDebugInformation()).isFalse();
  }

  @Test
  void whatIsIndentedOtherwiseDoesNotCount() {
    IrLines lines =
        of(
            MODULE
                + "define void @f(i32 %0) {\nstart:\n  switch i32 %0, label %a [\n    i32 0, label"
                + " %b\n  ]\n\na:                ; preds = %start\n  ret void\n}\n");
    assertThat(lines.name(0)).isEqualTo("f");
    assertThat(lines.lines(0)).isEqualTo(3);
  }

  @Test
  void namesMayBeQuotedAndLinesMayEndInTwoCharacters() {
    IrLines lines = of("define void @\"a(b)\\22\"(ptr %0) {\r\n  ret void\r\n}\r\n");
    assertThat(lines.name(0)).isEqualTo("a(b)\"");
    assertThat(lines.lines(0)).isEqualTo(1);
  }

  @Test
  void textOfWindowsIsReadByItsMark() {
    String text = "\ufeffdefine void @f() {\r\n  ret void\r\n}\r\n";
    IrLines lines = IrLines.of("x.ll", Bytes.of(text.getBytes(StandardCharsets.UTF_16LE)));
    assertThat(lines.name(0)).isEqualTo("f");
    assertThat(lines.lines()).isEqualTo(1);
  }

  @Test
  void debugInformationIsTold() {
    assertThat(of("define void @f() !dbg !5 {\n  ret void, !dbg !6\n}\n").hasDebugInformation())
        .isTrue();
  }

  @Test
  void filesOfBothKindsAreMixed() throws IOException {
    Path with = folder.resolve("with.ll");
    Path without = folder.resolve("without.ll");
    Path nothing = Files.writeString(folder.resolve("nothing.ll"), MODULE + "declare void @g()\n");
    Files.writeString(with, "define void @f() !dbg !5 {\n  ret void, !dbg !6\n}\n");
    Files.writeString(without, "define void @f() {\n  ret void\n}\n");
    assertThat(IrLines.read(List.of(with, nothing)).isMixed()).isFalse();
    assertThat(IrLines.read(List.of(without, nothing)).isMixed()).isFalse();
    IrTable both = IrTable.of(IrLines.read(List.of(with, without)), IrFold.SYMBOL);
    assertThat(both.lines().isMixed()).isTrue();
    IrTable one = IrTable.of(IrLines.read(List.of(with)), IrFold.SYMBOL);
    assertThatThrownBy(() -> IrDiff.of(both, one))
        .hasMessageContaining("in all files of one build or in none, found some with and some");
  }

  @Test
  void aModuleWithoutFunctionsHasNoLines() {
    assertThat(of(MODULE).count()).isZero();
  }

  @Test
  void whatIsNoTextOfLlvmIsRefused() {
    refuses("", "expected LLVM IR text, found an empty file");
    refuses("fn main() {\n  x();\n}\n", "expected LLVM IR text, found text that defines");
    refuses("\u007fELF\0\0", "found bytes that are no text");
    refuses(new byte[] {'B', 'C', (byte) 0xc0, (byte) 0xde, 0x35}, "found LLVM bitcode; llvm-dis");
    refuses("define nothing\n", "expected define with a name and parameters");
    refuses("define void @f() {\ndefine void @g() {\n", "expected the end of f, found another");
  }

  @Test
  void aTextThatEndsTooEarlyIsRefused() throws IOException {
    byte[] whole = new IrFixture("generic-release").text();
    String text = new String(whole, StandardCharsets.UTF_8);
    int inside = text.indexOf("  ret void");
    refuses(Arrays.copyOf(whole, inside), "found the end of the file");
    int between = text.indexOf("\n}\n", inside) + 3;
    refuses(Arrays.copyOf(whole, between), "expected attributes #");
  }
}
