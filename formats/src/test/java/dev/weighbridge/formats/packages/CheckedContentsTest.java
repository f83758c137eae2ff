package dev.weighbridge.formats.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents that are not what the package says of them. */
class CheckedContentsTest {
  private static final int END = 22;

  /** A zip file of one deflated entry "a"; its record has 47 bytes and stands before the end. */
  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("a"));
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static String crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  @Test
  void anotherChecksumThanTheDirectorySaysIsToldWhereContentsAreRead() throws IOException {
    byte[] content = new byte[9000];
    byte[] zip = zip(content);
    assertThat(WalkedPackage.of("a.zip", zip, true).defects).isEmpty();
    int record = zip.length - END - 47;
    Arrays.fill(zip, record + 16, record + 20, (byte) 0x11);
    assertThat(WalkedPackage.of("a.zip", zip, true).defects)
        .containsExactly(
            "a: expected contents with the checksum 11111111, found the checksum " + crc(content));
    assertThat(WalkedPackage.of("a.zip", zip, false).defects).isEmpty();
  }

  /** APPNOTE.TXT 4.3.12: the size of contents stands 24 bytes behind the begin of a record. */
  @Test
  void theSizeIsThatOfTheContentsWhereTheyAreRead() throws IOException {
    for (int stated : new int[] {100, 20_000}) {
      byte[] zip = zip(new byte[9000]);
      int record = zip.length - END - 47;
      zip[record + 24] = (byte) stated;
      zip[record + 25] = (byte) (stated >> 8);
      WalkedPackage walked = WalkedPackage.of("a.zip", zip, true);
      assertThat(walked.row("a").fileSize()).isEqualTo(9000);
      assertThat(walked.defects)
          .containsExactly("a: expected " + stated + " bytes of contents, found 9000 bytes");
    }
  }

  private static byte[] cpio(String path, String content, int sum) {
    String fields =
        "070702" + "00000001" + "000081a4" + "0".repeat(16) + "00000001" + "0".repeat(8);
    String header =
        fields
            + String.format(Locale.ROOT, "%08x", content.length())
            + "0".repeat(32)
            + String.format(Locale.ROOT, "%08x%08x", path.length() + 1, sum)
            + path;
    ByteWriter writer = new ByteWriter().raw(header.getBytes(StandardCharsets.US_ASCII)).u8(0);
    return writer.align(4).raw(content.getBytes(StandardCharsets.US_ASCII)).align(4).array();
  }

  /** cpio(5): the sum of all bytes of the contents, of the format 070702. */
  @Test
  void theSumOfBytesIsComparedInTheFormatCrc() {
    byte[] right = cpio("b", "abc", 'a' + 'b' + 'c');
    byte[] wrong = cpio("c", "abc", 7);
    byte[] last = cpio("TRAILER!!!", "", 0);
    byte[] archive = new ByteWriter().raw(right).raw(wrong).raw(last).array();
    assertThat(WalkedPackage.of("a.cpio", archive, true).defects)
        .containsExactly(
            "c: expected contents with the checksum 00000007, found the checksum 00000126");
  }

  /** Both tools end a frame with the hash of its contents, see PROVENANCE.md. */
  @ParameterizedTest
  @ValueSource(strings = {"odc.cpio.zst", "odc.cpio.lz4"})
  void anotherChecksumThanAFrameSaysIsRefused(String file) {
    byte[] frame = Fixtures.array("packages/" + file);
    assertThat(WalkedPackage.of(file, frame, true).rows).isNotEmpty();
    long stated = Bytes.of(frame).withOrder(ByteOrder.LITTLE_ENDIAN).u32(frame.length - 4);
    frame[frame.length - 4] ^= 1;
    assertThatThrownBy(() -> WalkedPackage.of(file, frame, true))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("contents with the checksum " + Long.toHexString(stated ^ 1))
        .hasMessageEndingWith("found the checksum " + Long.toHexString(stated));
  }
}
