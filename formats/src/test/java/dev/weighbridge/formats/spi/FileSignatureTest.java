package dev.weighbridge.formats.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A file that is given for a program is called by its name, with a word of what to do. */
class FileSignatureTest {
  private static final byte[] CONTENT =
      "some bytes\n".repeat(9).getBytes(StandardCharsets.US_ASCII);

  private static String refusal(byte[] file) {
    try {
      FormatRegistry.installed().read("file", Bytes.of(file));
    } catch (BinaryException e) {
      return e.found();
    }
    throw new AssertionError("it was read");
  }

  /** Numbers of the specifications: first bytes of files as their writers put them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4243C0DE 35140000                                | LLVM bitcode: compile
          DEC0170B 00000000 14000000                       | LLVM bitcode in a wrapper
          0000FFFF 0100 6486 00000000 38FEB30CA5D9AB4DAC9BD6B6222653C2 | an object of MSVC /GL
          64796C645F763120 20206172 6D3634                 | a shared cache of dyld
          6465780A 30333500                                | Android bytecode (dex)
          01DF 0003                                        | a program or object of AIX
          01F7 0003                                        | a 64-bit program or object of AIX
          5546320A 57515D9E                                | a firmware image (UF2)
          EDABEEDB 0300                                    | an rpm package
          23212F62696E2F7368 0A                            | a script
          4D444D50 93A7                                    | a minidump
          68737173 01000000                                | a squashfs image
          514649FB 00000003                                | a disk image (qcow2)
          7275737400000009                                 | metadata of a Rust crate
          """)
  void namesFilesByTheirFirstBytes(String begin, String sentence) {
    byte[] head = HexFormat.of().parseHex(begin.replace(" ", ""));
    assertThat(refusal(Arrays.copyOf(head, 600))).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (module (func $f))                               | WebAssembly in text form
          :10010000214601360121470136007EFE09D2190140      | a firmware image (Intel HEX)
          S00F000068656C6C6F202020202000003C               | a firmware image (S-record)
          MODULE Linux x86_64 6EDC6ACDB282125843FD5DA0 app | a symbol file of Breakpad
          /* GNU ld script                                 | a linker script
          version https://git-lfs.github.com/spec/v1       | a pointer of Git LFS
          <!DOCTYPE html>                                  | a web page
          """)
  void namesFilesByTheirText(String text, String sentence) {
    assertThat(refusal(text.getBytes(StandardCharsets.US_ASCII))).startsWith(sentence);
  }

  /** Files that the JDK and other libraries write. */
  @Test
  void namesPackedFiles() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    write(new GZIPOutputStream(gzip));
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    write(new XZOutputStream(xz, new LZMA2Options()));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ZipOutputStream entries = new ZipOutputStream(zip);
    entries.putNextEntry(new ZipEntry("lib/app.so"));
    write(entries);
    byte[] zstd = new byte[1_000];
    new ZstdCompressor().compress(CONTENT, 0, CONTENT.length, zstd, 0, zstd.length);
    String unpack = ": open it as a package, as size, inspect, diff, check, duplicates and lint do";
    assertThat(refusal(gzip.toByteArray())).isEqualTo("a gzip file" + unpack);
    assertThat(refusal(xz.toByteArray())).isEqualTo("an xz file" + unpack);
    assertThat(refusal(zip.toByteArray())).startsWith("a zip file").endsWith(unpack);
    assertThat(refusal(zstd)).isEqualTo("a zstd file" + unpack);
  }

  private static void write(OutputStream out) throws IOException {
    try (out) {
      out.write(CONTENT);
    }
  }

  @Test
  void namesJavaClasses() throws IOException {
    try (InputStream in = FileSignatureTest.class.getResourceAsStream("FileSignatureTest.class")) {
      assertThat(refusal(in.readAllBytes()))
          .isEqualTo("a Java class: no reader for it is installed");
    }
  }

  /** POSIX, ustar interchange format; UEFI, GPT header; ECMA-119, 8.4; the trailer of hdiutil. */
  @Test
  void namesFilesByBytesFurtherOn() {
    assertThat(refusal(with(40_960, 257, "ustar"))).startsWith("a tar file");
    assertThat(refusal(with(40_960, 512, "EFI PART"))).startsWith("a disk image");
    assertThat(refusal(with(40_960, 32_769, "CD001"))).startsWith("a disk image (iso)");
    assertThat(refusal(with(4_096, 4_096 - 512, "koly"))).startsWith("a disk image of macOS");
  }

  private static byte[] with(int size, int at, String text) {
    byte[] file = new byte[size];
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, file, at, ascii.length);
    return file;
  }

  /** Programs that begin as Windows programs do. */
  @Test
  void namesOtherProgramsBehindADosHeader() {
    assertThat(refusal(dos(0x80, "NE"))).startsWith("'N' 'E': a 16-bit program of Windows");
    assertThat(refusal(dos(0x80, "LE"))).startsWith("'L' 'E'");
    assertThat(refusal(dos(0x80, "\u00B8\u0000"))).contains("a DOS program");
    assertThat(refusal(dos(0x7FFF_FFFF, ""))).contains("DOS programs");
  }

  private static byte[] dos(int next, String signature) {
    ByteWriter head = new ByteWriter().u8('M', 'Z');
    while (head.size() < 60) {
      head.u8(0);
    }
    byte[] file = Arrays.copyOf(head.u32(next).array(), 0x100);
    for (int i = 0; i < signature.length(); i++) {
      file[next + i] = (byte) signature.charAt(i);
    }
    return file;
  }

  @Test
  void showsTheFirstBytesOfAllElse() {
    byte[] binary = {1, 2, 3, 0x1F, 0x20, 'a', 'b', 'c', 'd'};
    assertThat(refusal(binary)).isEqualTo("a file that begins with 01 02 03 1f 20 61 62 63");
    assertThat(refusal(CONTENT)).isEqualTo("text: give a compiled program");
    assertThat(refusal(new byte[0])).isEqualTo("an empty file");
    assertThatThrownBy(() -> FormatRegistry.installed().read("x", Bytes.of(CONTENT)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("expected a file of format");
  }
}
