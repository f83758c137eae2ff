package dev.weighbridge.formats.upx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed programs against what UPX itself unpacks them to, and ones that are wrong. */
class UpxFileTest {
  /** Offset of the header of UPX in {@code c-x64-nrv2e}: 36 bytes before its end. */
  private static final int HEADER = 7_232 - 36;

  private static final int UNPACKED_SUM = HEADER + 8;
  private static final int FILE_SIZE = HEADER + 24;
  private static final int HEADER_SUM = HEADER + 31;

  /** Behind l_info and the identity of the program. */
  private static final int PROGRAM_FILE_SIZE = 232 + 16;

  static Stream<String> fixtures() {
    return FixtureFolder.binaries("upx").stream();
  }

  private static Stream<String[]> truth(String fixture) {
    return Fixtures.lines("upx/costs.txt").stream()
        .map(line -> line.split(" ", -1))
        .filter(fields -> ("upx/" + fields[0]).equals(fixture));
  }

  private static byte[] array(Bytes bytes) {
    byte[] array = new byte[(int) bytes.length()];
    bytes.copy(0, array, 0, array.length);
    return array;
  }

  private static UpxFile read(byte[] file) {
    return UpxFile.of(Bytes.of(file)).orElseThrow();
  }

  private static byte[] packed() {
    return Fixtures.array("upx/c-x64-nrv2e");
  }

  /** Puts a number where it stands, and the checksum of the header right. */
  private static byte[] with(int at, int value) {
    byte[] file = packed();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    int sum = 0;
    for (int i = HEADER + 4; i < HEADER_SUM; i++) {
      sum += file[i] & 0xFF;
    }
    file[HEADER_SUM] = (byte) (sum % 251);
    return file;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void unpacksToWhatUpxItselfUnpacks(String fixture) throws GeneralSecurityException {
    byte[] inside = array(read(Fixtures.array(fixture)).unpack());
    String[] whole = truth(fixture).filter(fields -> fields[1].equals("-")).findAny().orElseThrow();
    assertThat(inside).hasSize(Integer.parseInt(whole[3]));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(inside);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(whole[4]);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void tellsWhatRangesCost(String fixture) {
    UpxFile file = read(Fixtures.array(fixture));
    List<String[]> ranges = truth(fixture).filter(fields -> !fields[1].equals("-")).toList();
    assertThat(ranges).isNotEmpty();
    for (String[] range : ranges) {
      long[] borders = {Long.parseLong(range[1]), Long.parseLong(range[2])};
      long[] costs = file.costsBefore(borders);
      assertThat((costs[1] - costs[0]) / (8.0 * CostCurve.BIT))
          .as(String.join(" ", range))
          .isCloseTo(Double.parseDouble(range[3]), within(0.001));
    }
  }

  /** All of the file is one part or another, and what packed data there are costs all of them. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void partsAreAllOfTheFile(String fixture) {
    byte[] file = Fixtures.array(fixture);
    UpxFile packed = read(file);
    long end = 0;
    long data = 0;
    for (UpxPart part : packed.allParts()) {
      assertThat(part.start()).as(part.label()).isEqualTo(end);
      end = part.end();
      data += part.isInside() ? part.end() - part.start() : 0;
    }
    assertThat(end).isEqualTo(file.length);
    long[] all = packed.costsBefore(new long[] {packed.unpack().length()});
    assertThat(all[0]).isEqualTo(8 * CostCurve.BIT * data);
  }

  /** Resources that UPX keeps for others to read, and bytes behind it all, are the original's. */
  @Test
  void keptBytesCostWhatTheyAre() {
    UpxFile packed = read(Fixtures.array("upx/resources-nrv2e.exe"));
    long kept = 0;
    for (UpxPart part : packed.parts()) {
      kept += part.isKept() ? part.end() - part.start() : 0;
    }
    int stub = 120;
    int icons = 768 + 160;
    int group = 36;
    int version = 60;
    int manifest = 76;
    int appended = 500;
    assertThat(kept).isEqualTo(stub + icons + group + version + manifest + appended);
  }

  @Test
  void isFoundBeforeWhatSomebodyHasAppended() {
    byte[] file = packed();
    byte[] longer = Arrays.copyOf(file, file.length + 5_000);
    Arrays.fill(longer, file.length, longer.length, (byte) 'U');
    UpxFile packed = read(longer);
    assertThat(array(packed.unpack())).isEqualTo(Fixtures.array("elf/c-x64"));
    assertThat(packed.allParts().get(packed.allParts().size() - 1).label())
        .isEqualTo("appended data");
  }

  /** A mark is a text that any program may hold: all of UPX itself does. */
  @Test
  void aMarkAloneIsNothing() {
    byte[] file = Fixtures.array("elf/c-x64");
    System.arraycopy("UPX!".getBytes(StandardCharsets.US_ASCII), 0, file, 4_300, 4);
    assertThat(UpxFile.of(Bytes.of(file))).isEmpty();
    assertThat(UpxFile.start(Bytes.of(file))).isEqualTo(-1);
    assertThat(UpxFile.of(Bytes.of(new byte[0]))).isEmpty();
    assertThat(UpxFile.of(Bytes.of(Arrays.copyOf(packed(), 3_000)))).isEmpty();
  }

  @Test
  void aChecksumOfOtherDataIsTold() {
    UpxFile file = read(with(UNPACKED_SUM, 0x1234_5678));
    assertThatThrownBy(file::unpack)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("UPX checksum of unpacked data at 0x1C1C: expected 0x12345678");
    byte[] damaged = packed();
    damaged[1_000] ^= 1;
    UpxFile other = read(damaged);
    assertThatThrownBy(other::unpack).isInstanceOf(MalformedBinaryException.class);
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> read(with(FILE_SIZE, -1)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("UPX header at 0x1C1C: expected at most 7463424 bytes unpacked")
        .hasMessageContaining("4294967295");
    assertThatThrownBy(() -> read(with(FILE_SIZE, 5_000)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("UPX p_info at 0xF4: expected 5000 bytes, found 16992 bytes");
    assertThatThrownBy(() -> read(with(PROGRAM_FILE_SIZE, 5_000)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("expected 16992 bytes, found 5000 bytes");
    assertThatThrownBy(() -> read(with(PROGRAM_FILE_SIZE + 8, 1 << 30)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("UPX b_info at 0x100: expected 1 to 16992 bytes");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void damagedOnesAreRefusedOrUnpacked(String fixture) {
    Mutations.of(fixture.replace('/', '-'), Fixtures.array(fixture))
        .check(12, UpxFileTest::unpackOrRefuse);
  }

  @SuppressWarnings("EmptyCatch")
  private static void unpackOrRefuse(Bytes file) {
    try {
      UpxFile.of(file).ifPresent(UpxFile::unpack);
    } catch (BinaryException expected) {
      // The one way in which a damaged file may be refused.
    }
  }
}
