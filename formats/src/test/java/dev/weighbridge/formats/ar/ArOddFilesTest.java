package dev.weighbridge.formats.ar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as no tool writes them, or not the tools at hand. */
class ArOddFilesTest {
  private static String header(String name, Object size) {
    return String.format(
        Locale.ROOT, "%-16s%-12s%-6s%-6s%-8s%-10s`\n", name, "12", "", "", "644", size);
  }

  private static Bytes text(String... parts) {
    return Bytes.of(String.join("", parts).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!<thin>\n", "<bigaf>\n"})
  void refusesWhatHoldsItsMembersElsewhere(String magic) {
    Bytes file = text(magic, header("a/", 0));
    assertThatThrownBy(() -> FormatRegistry.installed().read("libthin.a", file))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("ar.magic at 0x0: expected an archive");
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertThatThrownBy(() -> ArFile.of(text("!<arch>")))
        .isInstanceOf(MalformedBinaryException.class);
  }

  @Test
  void anArchiveMayBeEmpty() {
    BinaryFile file = FormatRegistry.installed().read("libpthread.a", text("!<arch>\n"));
    assertThat(file.images()).isEmpty();
    assertThat(file.machine()).isEqualTo("unknown");
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void whatNoFormatReadsIsOneStructure() {
    Bytes file =
        text(
            "!<arch>\n",
            header("readme/", 3),
            "hi\n\n",
            header("code.bc/", 6),
            "BC\u0000\u0001??",
            header("none/", 0));
    BinaryFile read = FormatRegistry.installed().read("libodd.a", file);
    assertThat(read.images())
        .extracting(image -> image.name() + " " + image.structures().row(0).label())
        .containsExactly("libodd.a(readme) member content", "libodd.a(code.bc) member content");
    assertThat(read.container().stream().map(s -> s.label()))
        .containsExactly(
            "archive magic", "member header", "member padding", "member header", "member header");
  }

  @Test
  void tellsMembersOfOneNameApart() {
    Bytes file =
        text(
            "!<arch>\n", header("a.o/", 2), "hi", header("b.o/", 2), "hi", header("a.o/", 2), "hi");
    assertThat(FormatRegistry.installed().read("lib.a", file).images())
        .extracting(BinaryImage::name)
        .containsExactly("lib.a(a.o)", "lib.a(b.o)", "lib.a(a.o #2)");
  }

  /** deb(5). */
  @Test
  void knowsDebianPackages() {
    Bytes file = text("!<arch>\n", header("debian-binary", 4), "2.0\n");
    assertThatThrownBy(() -> FormatRegistry.installed().read("app.deb", file))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith(
            "found a Debian package: open it as a package, as size, inspect, diff, check,"
                + " duplicates and lint do");
  }

  @Test
  void knowsBitcode() {
    ByteWriter file = new ByteWriter();
    file.raw("!<arch>\n".getBytes(UTF_8)).raw(header("a.o/", 4).getBytes(UTF_8));
    file.u8('B', 'C', 0xC0, 0xDE);
    BinaryFile read = FormatRegistry.installed().read("libbc.a", Bytes.of(file.array()));
    assertThat(read.images().get(0).structures().row(0).label()).isEqualTo("LLVM bitcode");
  }

  /** The second header says more than there is; what can be read of it stays. */
  @Test
  void clipsTheLastMember() {
    ArFile archive = ArFile.of(text("!<arch>\n", header("a/", 2), "xx", header("b/", 99), "yyy"));
    assertThat(archive.files())
        .extracting(member -> member.name() + " " + archive.content(member).length())
        .containsExactly("a 2", "b 3");
    assertThat(archive.diagnostics()).singleElement().asString().contains("ar.member[1].ar_size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "garbage that is longer than a header of sixty bytes, and no header"})
  void stopsWhereNoHeaderIs(String rest) {
    ArFile archive = ArFile.of(text("!<arch>\n", header("a/", 2), "xx", rest));
    assertThat(archive.members()).hasSize(1);
    assertThat(archive.diagnostics()).hasSize(1);
  }

  @Test
  void namesThatLeadNowhereStayAsTheyAre() {
    ArFile archive =
        ArFile.of(text("!<arch>\n", header("/7", 0), header("#1/9", 2), "xx", header("/x", 0)));
    assertThat(archive.files()).extracting(ArMember::name).containsExactly("/7", "#1/9", "/x");
    assertThat(archive.diagnostics()).hasSize(2);
  }

  @Test
  void readsWideIndices() {
    ByteWriter index = new ByteWriter();
    index.raw("!<arch>\n".getBytes(UTF_8)).raw(header("/SYM64/", 20).getBytes(UTF_8));
    index.u8(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 88, 'm', 'a', 'i', 0);
    index.raw(header("a/", 0).getBytes(UTF_8));
    ArFile archive = ArFile.of(Bytes.of(index.array()));
    assertThat(archive.symbols().stream()).containsExactly(new ArSymbol(0, "mai", 88, 76, 84));
    assertThat(archive.members().get(1).fileStart()).isEqualTo(88);
  }

  /** Machines of the other byte order have it in the index too. */
  @Test
  void readsIndicesOfBigEndianMachines() {
    ByteWriter index = new ByteWriter();
    index.raw("!<arch>\n".getBytes(UTF_8)).raw(header("__.SYMDEF", 20).getBytes(UTF_8));
    index.u8(0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 88, 0, 0, 0, 4, '_', 'f', 'n', 0);
    ArFile archive = ArFile.of(Bytes.of(index.array()));
    assertThat(archive.symbols().stream()).containsExactly(new ArSymbol(0, "_fn", 88, 72, 80));
  }
}
