package dev.weighbridge.formats.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** What programs and kernels carry: file systems, firmware, modules of runtimes. */
class CarriedPackageTest {
  private static final byte[] PROGRAM = Fixtures.array("elf/c-x64");

  private static WalkedPackage walk(String file) {
    return WalkedPackage.of(file, Fixtures.array("packages/" + file), true);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What {@code seq} prints. */
  private static byte[] seq(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> i + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static WalkedPackage walk(PackageFormat format, byte[] file) {
    WalkedPackage walked = WalkedPackage.empty();
    try {
      PackageWalk.walk("file", Region.ofFile(Bytes.of(file)), format, walked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(walked.sum()).isEqualTo(file.length);
    return walked;
  }

  @Test
  void aFileSystemHasItsProgram() {
    WalkedPackage walked = walk("app.squashfs");
    assertThat(walked.sum()).isEqualTo(49_152);
    assertThat(walked.row("bin/app").content())
        .isEqualTo(walk("app-xz.deb").row("./usr/bin/app").content());
    // mksquashfs says 46,699 bytes; the rest fills a page.
    assertThat(walked.own.get("[padding]")).isEqualTo(49_152 - 46_699);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files-zstd.squashfs", "files-lz4.squashfs"})
  void filesOfAFileSystemAreThoseThatWerePutIn(String file) {
    WalkedPackage walked = walk(file);
    assertThat(walked.sum()).isEqualTo(Fixtures.array("packages/" + file).length);
    for (int i = 1; i < 10; i++) {
      assertThat(walked.row("b/f" + i).content()).isEqualTo(seq(100 * i));
    }
    byte[] hole = new byte[300_004];
    System.arraycopy(ascii("end\n"), 0, hole, 300_000, 4);
    assertThat(walked.row("hole").content()).isEqualTo(hole);
    // One inode has two names, a file of the same contents is stored once.
    assertThat(walked.row("hard").content()).isEqualTo(seq(3000));
    assertThat(walked.row("a/one").header().kind()).isEqualTo(EntryKind.HARD_LINK);
    assertThat(walked.row("a/one").header().link()).isEqualTo("hard");
    assertThat(walked.row("sym").header().link()).isEqualTo("a/one");
    WalkedPackage.Row copy = walked.row("a/copy");
    assertThat(copy.content()).isEqualTo(seq(3000));
    assertThat(Math.min(copy.shipped(), walked.row("hard").shipped())).isZero();
  }

  @Test
  void lz4AndLzmaAreUnpacked() {
    assertThat(walk("app-newc.cpio.lz4").row("usr/bin/app").content())
        .isEqualTo(walk("app-newc.cpio").row("usr/bin/app").content());
    assertThat(walk("app-newc.cpio.lz4").sum()).isEqualTo(53_286);
    assertThat(walk("c-x64.lz4").row("c-x64").content()).isEqualTo(PROGRAM);
    assertThat(walk("c-x64.lzma").row("c-x64").content()).isEqualTo(PROGRAM);
  }

  @Test
  void brotliIsToldByItsName() {
    byte[] stream = Fixtures.array("streams/app.br");
    assertThat(PackageFormat.of("app.br", Bytes.of(stream))).hasValue(PackageFormat.BROTLI);
    assertThat(PackageFormat.of("app", Bytes.of(stream))).isEmpty();
    WalkedPackage walked = walk(PackageFormat.BROTLI, stream);
    assertThat(walked.rows.get(0).content())
        .isEqualTo(walk("app-xz.deb").row("./usr/bin/app").content());
    for (int i = 1; i < 8; i++) {
      byte[] damaged = i % 3 == 0 ? Arrays.copyOf(stream, stream.length * i / 8) : stream.clone();
      damaged[(int) ((i * 2_654_435_761L & 0x7FFF_FFFF) % damaged.length)] ^= (byte) (1 << (i % 8));
      try {
        walk(PackageFormat.BROTLI, damaged);
      } catch (BinaryException e) {
        assertThat(e.getMessage()).contains("expected").contains("found");
      }
    }
  }

  @Test
  void damagedOnesGiveOnlyOurExceptions() {
    for (String file :
        List.of("files-zstd.squashfs", "files-lz4.squashfs", "app-newc.cpio.lz4", "c-x64.lzma")) {
      byte[] whole = Fixtures.array("packages/" + file);
      for (int i = 1; i < 30; i++) {
        byte[] damaged = i % 5 == 0 ? Arrays.copyOf(whole, whole.length * i / 30) : whole.clone();
        // Half of them in the superblock or header.
        int most = i % 2 == 0 ? 96 : damaged.length;
        damaged[(int) ((i * 2_654_435_761L & 0x7FFF_FFFF) % most)] ^= (byte) (1 << (i % 8));
        try {
          PackageFormat.of(Bytes.of(damaged)).ifPresent(format -> walk(format, damaged));
        } catch (BinaryException e) {
          assertThat(e.getMessage()).contains("expected").contains("found");
        }
      }
    }
  }

  private static byte[] packed(boolean isGzip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing =
        isGzip
            ? new GZIPOutputStream(out)
            : new LZMAOutputStream(out, new LZMA2Options(), PROGRAM.length)) {
      packing.write(PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Documentation/arch/x86/boot.rst: fields of the setup header. */
  private static byte[] kernel(byte[] payload) {
    return new ByteWriter()
        .padTo(0x1F1)
        .u8(1)
        .padTo(0x1FE)
        .u16(0xAA55)
        .padTo(0x202)
        .raw(ascii("HdrS"))
        .u16(0x20F)
        .padTo(0x248)
        .u32(100)
        .u32(payload.length)
        .padTo(1024 + 100)
        .raw(payload)
        .padTo(1024 + 100 + payload.length + 50)
        .array();
  }

  @Test
  void aKernelHasWhatItUnpacks() {
    byte[] gzip = packed(true);
    WalkedPackage walked = walk(PackageFormat.KERNEL, kernel(gzip));
    assertThat(PackageFormat.of(Bytes.of(kernel(gzip)))).hasValue(PackageFormat.KERNEL);
    assertThat(walked.own)
        .containsEntry("[setup code]", 1024L)
        .containsEntry("[decompressor]", 150L);
    assertThat(walked.row("vmlinux").content()).isEqualTo(PROGRAM);
    assertThat(walked.row("vmlinux").header().codec()).isEqualTo("gzip");
    // Ten bytes of header and eight behind.
    assertThat(walked.row("vmlinux").overhead()).isEqualTo(18);
  }

  @Test
  void theSizeBehindAPackedKernelIsNoPartOfIt() {
    byte[] lz4 = Fixtures.array("packages/c-x64.lz4");
    byte[] payload = new ByteWriter().raw(lz4).u32(PROGRAM.length).array();
    WalkedPackage.Row row = walk(PackageFormat.KERNEL, kernel(payload)).row("vmlinux");
    assertThat(row.content()).isEqualTo(PROGRAM);
    assertThat(row.overhead()).isEqualTo(4);
  }

  @Test
  void aKernelWithoutDecoderIsNamed() {
    byte[] payload = new ByteWriter().raw(ascii("BZh91AY")).padTo(500).array();
    WalkedPackage.Row row = walk(PackageFormat.KERNEL, kernel(payload)).row("vmlinux");
    assertThat(row.header().problem()).contains("bzip2");
    assertThat(row.shipped()).isEqualTo(496);
  }

  /** drivers/firmware/efi/libstub/zboot-header.S. */
  @Test
  void aKernelOfEfiHasWhatItUnpacks() {
    byte[] gzip = packed(true);
    byte[] file =
        new ByteWriter()
            .raw(ascii("MZ"))
            .u16(0)
            .raw(ascii("zimg"))
            .u32(256)
            .u32(gzip.length)
            .padTo(256)
            .raw(gzip)
            .array();
    assertThat(walk(PackageFormat.KERNEL, file).row("vmlinux").content()).isEqualTo(PROGRAM);
  }

  private static byte[] zlib() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = new DeflaterOutputStream(out)) {
      packing.write(PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** As the class CArchiveWriter of PyInstaller writes it. */
  private static byte[] pyInstaller(int secondStart) {
    byte[] zlib = zlib();
    ByteWriter out = new ByteWriter(ByteOrder.BIG_ENDIAN).raw(ascii("loader: "));
    int start = out.size();
    out.raw(zlib).raw(ascii("print(1)"));
    int table = out.size() - start;
    out.u32(32).u32(0).u32(zlib.length).u32(PROGRAM.length).u8(1, 'b').raw(ascii("lib\\x.so"));
    out.padTo(start + table + 32);
    out.u32(32).u32(secondStart < 0 ? zlib.length : secondStart).u32(8).u32(8).u8(0, 's');
    out.raw(ascii("main")).padTo(start + table + 64);
    return out.u8('M', 'E', 'I', 0xC, 0xB, 0xA, 0xB, 0xE)
        .u32(table + 64 + 88)
        .u32(table)
        .u32(64)
        .u32(311)
        .raw(ascii("libpython3.11.so"))
        .padTo(start + table + 64 + 88)
        .array();
  }

  @Test
  void whatPyInstallerPacksIsTold() {
    byte[] file = pyInstaller(-1);
    assertThat(PackageFormat.ofCarried(Bytes.of(file))).hasValue(PackageFormat.PYINSTALLER);
    WalkedPackage walked = walk(PackageFormat.PYINSTALLER, file);
    assertThat(walked.row("lib/x.so").content()).isEqualTo(PROGRAM);
    // Its record, and what zlib has around deflated bytes.
    assertThat(walked.row("lib/x.so").overhead()).isEqualTo(32 + 6);
    assertThat(walked.row("main").content()).isEqualTo(ascii("print(1)"));
    assertThat(walked.own)
        .containsEntry("[archive]", 88L)
        .containsEntry("[before the archive]", 8L);
    assertThatThrownBy(() -> walk(PackageFormat.PYINSTALLER, pyInstaller(4)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("neither overlap");
  }

  /** As StandaloneModuleGraph of Bun writes it: names, contents, records, offsets, mark. */
  @Test
  void modulesOfBunAreTold() {
    ByteWriter out =
        new ByteWriter().raw(ascii("/$bunfs/root/cli.js")).u8(0).raw(ascii("let a")).u8(0);
    out.raw(ascii("/$bunfs/root/x.node")).u8(0);
    int second = out.size();
    out.raw(PROGRAM).u8(0);
    int table = out.size();
    out.u32(0).u32(19).u32(20).u32(5).padTo(table + 52);
    out.u32(26).u32(19).u32(second).u32(PROGRAM.length).padTo(table + 104);
    int offsets = out.size();
    out.u64(offsets).u32(table).u32(104).padTo(offsets + 32).raw(ascii("\n---- Bun! ----\n"));
    byte[] file = out.padTo(out.size() + 100).array();
    assertThat(PackageFormat.ofCarried(Bytes.of(file))).hasValue(PackageFormat.BUN);
    WalkedPackage walked = walk(PackageFormat.BUN, file);
    assertThat(walked.row("/$bunfs/root/x.node").content()).isEqualTo(PROGRAM);
    assertThat(walked.row("/$bunfs/root/cli.js").shipped()).isEqualTo(5);
    assertThat(walked.own.get("[behind the archive]")).isEqualTo(100);
  }

  private static ByteWriter section(int type, byte[] content) {
    int size = content.length + 4;
    return new ByteWriter().u16(size & 0xFFFF).u8(size >> 16, type).raw(content).align(4);
  }

  private static ByteWriter file(int type, ByteWriter body) {
    int size = body.size() + 24;
    return new ByteWriter()
        .padTo(16)
        .u16(0)
        .u8(type, 0)
        .u16(size & 0xFFFF)
        .u8(size >> 16, 0xF8)
        .raw(body.array())
        .align(8);
  }

  /** UEFI PI 1.8, volume 3, 3.2.1: with the identifier of the second file system. */
  private static byte[] volume(ByteWriter files, int free) {
    return new ByteWriter()
        .padTo(16)
        .u32(0x8C8CE578L)
        .u16(0x8A3D)
        .u16(0x4F1C)
        .u8(0x99, 0x35, 0x89, 0x61, 0x85, 0xC3, 0x2D, 0xD3)
        .u64(72L + files.size() + free)
        .raw(ascii("_FVH"))
        .u32(0)
        .u16(72)
        .padTo(72)
        .raw(files.array())
        .raw(erased(free))
        .array();
  }

  private static byte[] erased(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 0xFF);
    return bytes;
  }

  @Test
  void filesOfFirmwareAreToldThroughPackedVolumes() {
    byte[] name = "Shell\0".getBytes(StandardCharsets.UTF_16LE);
    ByteWriter shell =
        new ByteWriter().raw(section(0x10, PROGRAM).array()).raw(section(0x15, name).array());
    byte[] inner = section(0x17, volume(file(9, shell), 32)).array();
    ByteArrayOutputStream lzma = new ByteArrayOutputStream();
    try (OutputStream packing = new LZMAOutputStream(lzma, new LZMA2Options(), inner.length)) {
      packing.write(inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] guided =
        new ByteWriter()
            .u32(0xEE4E5898L)
            .u16(0x3914)
            .u16(0x4259)
            .u8(0x9D, 0x6E, 0xDC, 0x7B, 0xD7, 0x94, 0x03, 0xCF)
            .u16(24)
            .u16(1)
            .raw(lzma.toByteArray())
            .array();
    ByteWriter files = new ByteWriter().raw(file(11, section(2, guided)).array());
    byte[] firmware = volume(files, 64);
    assertThat(PackageFormat.of(Bytes.of(firmware))).hasValue(PackageFormat.FIRMWARE);
    WalkedPackage walked = walk(PackageFormat.FIRMWARE, firmware);
    assertThat(walked.rows).hasSize(1);
    assertThat(walked.rows.get(0).header().path())
        .isEqualTo("00000000-0000-0000-0000-000000000000!/Shell.efi");
    assertThat(walked.rows.get(0).content()).isEqualTo(PROGRAM);
    assertThat(walked.rows.get(0).shipped()).isBetween(2_000L, (long) lzma.size());
    assertThat(walked.own.get("[free space]")).isBetween(64L, 80L);
  }

  @Test
  void aFileSystemThatIsCutSaysWhatIsMissing() {
    byte[] whole = Fixtures.array("packages/files-zstd.squashfs");
    long used = Bytes.of(whole).i64(40);
    byte[] cut = Arrays.copyOf(whole, 2_000);
    assertThatThrownBy(() -> walk(PackageFormat.SQUASHFS, cut))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageEndingWith(
            "expected " + used + " bytes, as its superblock says, found 2000 bytes");
  }

  @Test
  void aKernelThatIsCutIsRefused() {
    byte[] kernel = kernel(packed(true));
    byte[] cut = Arrays.copyOf(kernel, 2_000);
    int packed = packed(true).length;
    assertThat(PackageFormat.of(Bytes.of(cut))).hasValue(PackageFormat.KERNEL);
    assertThatThrownBy(() -> walk(PackageFormat.KERNEL, cut))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining(
            "expected " + packed + " bytes, found 876 before the end of the file");
  }
}
