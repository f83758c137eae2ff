package dev.weighbridge.formats.internal.codec;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_COMPRESSED;
import static dev.weighbridge.formats.internal.codec.Decompressor.decompress;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressedSectionTest {
  /** Each was made from {@code c-x64-g-dwarf5}, whose sections are the truth. */
  @ParameterizedTest
  @ValueSource(strings = {"c-zlib-debug", "c-zstd-debug", "c-zdebug-gnu"})
  void restoresTheSectionsOfRealFiles(String name) {
    ElfFile plain = ElfFile.of(Fixtures.bytes("elf/c-x64-g-dwarf5"));
    ElfFile compressed = ElfFile.of(Fixtures.bytes("elf/" + name));
    int count = 0;
    for (ElfSection section : compressed.sections()) {
      if (section.isCompressed()) {
        String plainName = section.name().replace(".z", ".");
        assertThat(array(compressed.uncompressed(section)))
            .as(section.name())
            .isEqualTo(array(plain.content(plain.section(plainName).orElseThrow())));
        count++;
      }
    }
    assertThat(count).isEqualTo(8);
  }

  @Test
  void restoresAMiniSymbolTable() {
    ElfFile elf = ElfFile.of(Fixtures.bytes("elf/c-minidebug"));
    ElfSection section = elf.section(".gnu_debugdata").orElseThrow();
    Bytes inner =
        decompress(CompressedSection.xz(section.name(), section.offset(), elf.content(section)));
    assertThat(ElfFile.of(inner).symbolTable().count()).isGreaterThan(1);
  }

  private static ElfSection section(ElfFile elf) {
    return elf.section(".debug_str").orElseThrow();
  }

  private static ElfFile compressed(int bits, ByteOrder order, String name, Bytes content) {
    ElfSectionRow row = ElfSectionRow.named(name).type(1).content(Content.of(array(content)));
    boolean isOld = name.startsWith(".z");
    return ElfFile.of(
        ElfWriter.of(bits, order).section(isOld ? row : row.flags(SHF_COMPRESSED)).bytes());
  }

  @Test
  void readsBothHeadersInBothOrders() throws IOException {
    byte[] text = "weighed".repeat(40).getBytes(UTF_8);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] zlib = compress(Codec.ZLIB, text);
      byte[] zstd = compress(Codec.ZSTD, text);
      Bytes wide = new ByteWriter(order).u32(1).u32(0).u64(text.length).u64(16).raw(zlib).bytes();
      Bytes narrow = new ByteWriter(order).u32(2).u32(text.length).u32(4).raw(zstd).bytes();
      ElfFile first = compressed(64, order, ".debug_str", wide);
      ElfFile second = compressed(32, order, ".debug_str", narrow);
      assertThat(first.compression(section(first)).orElseThrow().alignment()).isEqualTo(16);
      assertThat(second.compression(section(second)).orElseThrow().alignment()).isEqualTo(4);
      assertThat(array(first.uncompressed(section(first)))).isEqualTo(text);
      assertThat(array(second.uncompressed(section(second)))).isEqualTo(text);
      assertThat(first.uncompressed(section(first)).order()).isEqualTo(order);
    }
  }

  @Test
  void refusesHeadersThatAreCutOrUnknown() {
    Bytes payload = Bytes.of(new byte[5]);
    assertThatThrownBy(() -> CompressedSection.elf(".debug_info", 0x40, 77, 5, 1, payload))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage(".debug_info.ch_type at 0x40: expected 1 (zlib) or 2 (zstd), found 77");
    assertThatThrownBy(() -> CompressedSection.elf("s", 0, 1, -5, 1, payload))
        .isInstanceOf(MalformedBinaryException.class);
    ElfFile cut = compressed(64, ByteOrder.LITTLE_ENDIAN, ".debug_str", Bytes.of(new byte[23]));
    assertThatThrownBy(() -> cut.uncompressed(section(cut)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("expected a compression header, found 23 bytes without one");
    for (String head : new String[] {"ZLI", "ZLIB1234567", "zlib12345678"}) {
      Bytes other = Bytes.of(head.getBytes(UTF_8));
      ElfFile old = compressed(64, ByteOrder.LITTLE_ENDIAN, ".zdebug_str", other);
      assertThatThrownBy(() -> old.uncompressed(old.section(".zdebug_str").orElseThrow()))
          .isInstanceOf(MalformedBinaryException.class);
    }
  }

  /** The room that is first made for the bytes is not enough for them. */
  @ParameterizedTest
  @EnumSource
  void restoresWhatPacksWell(Codec codec) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      lines.append("weighed again and again, ").append(i * i % 1_000);
    }
    byte[] text = lines.toString().getBytes(UTF_8);
    Bytes payload = Bytes.of(compress(codec, text));
    long stated = codec == Codec.XZ ? -1 : text.length;
    Bytes restored = decompress(new CompressedSection(".debug_str", 0, codec, payload, stated, 0));
    assertThat(array(restored)).isEqualTo(text);
  }

  /** A linker may deflate the parts of a section one by one. */
  @Test
  void goesOnWithTheNextZlibStream() throws IOException {
    byte[] text = random(300, 1);
    ByteWriter out = new ByteWriter();
    out.raw(compress(Codec.ZLIB, Arrays.copyOf(text, 100)));
    out.raw(compress(Codec.ZLIB, Arrays.copyOfRange(text, 100, 300)));
    assertThat(array(decompress(section(Codec.ZLIB, out.array(), 300)))).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesAnotherSizeThanStated(Codec codec) throws IOException {
    byte[] payload = compress(codec, random(1_000, 2));
    for (long stated : new long[] {0, 999, 1_001, 50_000}) {
      assertThatThrownBy(() -> decompress(section(codec, payload, stated)))
          .isInstanceOf(MalformedBinaryException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesEveryTruncation(Codec codec) throws IOException {
    byte[] payload = compress(codec, text(2_000, 3));
    for (int length = 0; length < payload.length; length++) {
      byte[] cut = Arrays.copyOf(payload, length);
      assertThatThrownBy(() -> decompress(section(codec, cut, 2_000)))
          .isInstanceOf(MalformedBinaryException.class);
    }
  }

  /** A flipped bit gives other bytes or our exception, and nothing else. */
  @ParameterizedTest
  @EnumSource(Codec.class)
  void survivesEveryFlippedBit(Codec codec) throws IOException {
    byte[] payload = compress(codec, text(1_500, 4));
    for (int bit = 0; bit < 8 * payload.length; bit++) {
      byte[] twisted = payload.clone();
      twisted[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(decompress(section(codec, twisted, 1_500)).length()).isEqualTo(1_500);
      } catch (BinaryException e) {
        assertThat(e.structure()).isEqualTo(".debug_test");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void survivesDamage(Codec codec) throws IOException {
    int size = 200_000;
    byte[] payload = compress(codec, text(size, 5));
    Mutations.of(codec.name(), payload)
        .check(
            mutant -> decompress(new CompressedSection(".debug_test", 0, codec, mutant, size, 1)));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void stopsABombAtItsStatedSize(Codec codec) throws IOException {
    byte[] bomb = compress(codec, new byte[1 << 20]);
    assertThatThrownBy(() -> decompress(section(codec, bomb, 4_096)))
        .isInstanceOf(MalformedBinaryException.class);
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesSizesBeyondReason(Codec codec) {
    byte[] small = new byte[100];
    assertThatThrownBy(() -> decompress(section(codec, small, 1L << 20)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("at most 1032 times 100 bytes");
    byte[] large = new byte[4 << 20];
    assertThatThrownBy(() -> decompress(section(codec, large, (1L << 30) + 1)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("uncompressed bytes");
  }

  /** The xz format states no size in front; the ratio alone stops it. */
  @Test
  void stopsAnXzBomb() throws IOException {
    byte[] bomb = compress(Codec.XZ, new byte[8 << 20]);
    CompressedSection section = CompressedSection.xz(".gnu_debugdata", 0, Bytes.of(bomb));
    assertThatThrownBy(() -> decompress(section)).isInstanceOf(UnsupportedBinaryException.class);
  }

  /** The .xz format 1.1.0, 3.1 "Block Header": here its dictionary is said to take 1 GiB. */
  @Test
  void refusesAnXzDictionaryBeyondReason() throws IOException {
    byte[] xz = compress(Codec.XZ, new byte[10]);
    int blockHeader = 12;
    int crcStart = blockHeader + 4 * (xz[blockHeader] + 1) - 4;
    xz[blockHeader + 4] = 36;
    CRC32 crc = new CRC32();
    crc.update(xz, blockHeader, crcStart - blockHeader);
    System.arraycopy(new ByteWriter().u32(crc.getValue()).array(), 0, xz, crcStart, 4);
    CompressedSection section = CompressedSection.xz("s", 0, Bytes.of(xz));
    assertThatThrownBy(() -> decompress(section))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("KiB");
  }

  static CompressedSection section(Codec codec, byte[] payload, long statedSize) {
    return new CompressedSection(".debug_test", 0, codec, Bytes.of(payload), statedSize, 1);
  }

  static byte[] compress(Codec codec, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (codec) {
      case ZLIB -> {
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
          zlib.write(bytes);
        }
      }
      case ZSTD -> {
        ZstdCompressor zstd = new ZstdCompressor();
        byte[] room = new byte[zstd.maxCompressedLength(bytes.length)];
        out.write(room, 0, zstd.compress(bytes, 0, bytes.length, room, 0, room.length));
      }
      case XZ -> {
        try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
          xz.write(bytes);
        }
      }
    }
    return out.toByteArray();
  }

  /** Bytes that compress a little: words out of a small language. */
  static byte[] text(int size, long seed) {
    Random random = new Random(seed);
    ByteWriter out = new ByteWriter();
    while (out.size() < size) {
      int length = 2 + random.nextInt(6);
      int word = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        out.u8('a' + (word * 7 + i * word) % 26);
      }
      out.u8(' ');
    }
    return Arrays.copyOf(out.array(), size);
  }

  static byte[] random(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] array(Bytes bytes) {
    return bytes.toArray(0, bytes.length());
  }
}
