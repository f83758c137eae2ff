package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands mono-items and type-sizes. */
class RustcOutputTest {
  @TempDir private static Path folder;

  private static String file(String name) {
    return PackedFile.rustc(name, folder).toString();
  }

  private static void refuses(String words, String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.status()).as(String.join(" ", command)).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  private static String answer(String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv", "markdown", "html"})
  void theyAnswerInEachFormat(String format) {
    String items = file("tally-items.txt");
    String types = file("till-types.txt");
    assertThat(answer("mono-items", items, "--format", format)).contains("drop_in_place");
    assertThat(answer("mono-items", items, "--of", "print", "--format", format)).contains("Tally");
    assertThat(answer("type-sizes", types, "--format", format)).contains("OsString");
    assertThat(answer("type-sizes", types, "--of", "Shape", "--format", format)).contains("Small");
  }

  @Test
  void copiesAreCountedByUnitAndCrate() {
    String items = file("till-items.txt");
    assertThat(answer("mono-items", items, "--by", "crate", "--format", "csv"))
        .isEqualTo("label,items,copies,units,crates\ntill,82,82,4,till\nrack,15,15,2,rack\n");
    assertThat(answer("mono-items", items, "--of", "shelf::put", "--format", "csv"))
        .contains("rack::shelf::put::<u16>,function,1,till,till.")
        .contains("shelf::put::<u8>,function,1,rack,rack.");
    assertThat(answer("mono-items", items, "--of", "shelf::put")).contains("by rack in cgu.0: ");
  }

  @Test
  void aLayoutHasEachFieldInCsv() {
    assertThat(answer("type-sizes", file("till-types.txt"), "--of", "Shape", "--format", "csv"))
        .isEqualTo(
            """
            label,variant,kind,name,size
            Shape,,type,,24
            Shape,,discriminant,,4
            Shape,Small,variant,,20
            Shape,Small,padding,,4
            Shape,Small,field,0,1
            Shape,Small,padding,,7
            Shape,Small,field,1,8
            Shape,None,variant,,4
            """);
  }

  @Test
  void whatIsOfNoUseIsTold() throws IOException {
    String items = file("till-items.txt");
    String types = file("till-types.txt");
    refuses("FILE: expected one file or more", "mono-items");
    refuses("expected a file, found nothing there", "type-sizes", "nowhere.txt");
    refuses("no line begins with MONO_ITEM", "mono-items", types);
    refuses("no line begins with print-type-size", "type-sizes", items);
    refuses("found bytes that are no text", "mono-items", Shell.SAMPLE.toString());
    refuses("--of: expected the name of an item, found 'x y'", "mono-items", items, "--of", "x y");
    refuses("--of: expected the name of a type", "type-sizes", types, "--of", "x y");
    refuses("--sort: expected --binary beside file", "mono-items", items, "--sort", "file");
    refuses(
        "--binary: expected --by generic or item beside it, found unit",
        "mono-items",
        items,
        "--by",
        "unit",
        "--binary",
        Shell.SAMPLE.toString());
    refuses("found both", "mono-items", items, "--of", "put", "--by", "item");
    refuses("found both", "type-sizes", types, "--of", "Shape", "--filter", "x");
    refuses("no-such: expected a file", "mono-items", items, "--binary", "no-such");
    Path cut = folder.resolve("cut.txt");
    Files.writeString(cut, Files.readString(Path.of(items)).substring(0, 100));
    refuses(cut + ": line 2: expected ", "mono-items", cut.toString());
  }

  @Test
  void aFileIsNotAddedUpTwice() throws IOException {
    String items = file("till-items.txt");
    refuses("FILE: expected each file once, as they are added up", "mono-items", items, items);
    Path link = Files.createLink(folder.resolve("link.txt"), Path.of(items));
    refuses("which are one", "mono-items", items, link.toString());
    String types = file("till-types.txt");
    refuses("each file once", "type-sizes", types, types);
    String ir = PackedFile.ir("tally.ll", folder).toString();
    refuses("FILE: expected each file once", "llvm-lines", ir, ir);
    refuses("--since: expected each file once", "llvm-lines", ir, "--since", ir, "--since", ir);
  }
}
