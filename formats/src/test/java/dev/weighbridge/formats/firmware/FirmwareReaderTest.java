package dev.weighbridge.formats.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirmwareReaderTest {
  private static FirmwareImage image(String name) {
    return FirmwareReader.read(name, Fixtures.bytes("firmware/" + name));
  }

  private static FirmwareImage ofText(String text) {
    return FirmwareReader.read("x", Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<Long> ranges(FirmwareImage image) {
    return image.blocks().stream()
        .flatMap(block -> List.of(block.address(), block.bytes().length()).stream())
        .toList();
  }

  /** The gap of 32 bytes is where a section reserves room and has no bytes. */
  @Test
  void readsTheSameProgramInEveryFormat() {
    FirmwareImage raw = image("thumb2.bin");
    assertThat(raw.format()).isEqualTo(FirmwareFormat.RAW);
    assertThat(raw.size()).isEqualTo(1312);
    FirmwareImage hex = image("thumb2.hex");
    assertThat(hex.format()).isEqualTo(FirmwareFormat.INTEL_HEX);
    assertThat(ranges(hex)).containsExactly(0x0800_0000L, 992L, 0x0800_0400L, 288L);
    FirmwareImage records = image("thumb2.srec");
    assertThat(records.format()).isEqualTo(FirmwareFormat.S_RECORD);
    assertThat(ranges(records))
        .containsExactly(0x0800_0000L, 992L, 0x0800_0400L, 288L, 0x9000_0000L, 4096L);
    FirmwareImage uf2 = image("thumb2.uf2");
    assertThat(uf2.format()).isEqualTo(FirmwareFormat.UF2);
    assertThat(ranges(uf2)).containsExactly(0x0800_0000L, 1536L);
    byte[] whole = raw.blocks().get(0).bytes().toArray(0, 1312);
    for (FirmwareImage other : List.of(hex, records)) {
      byte[] first = other.blocks().get(0).bytes().toArray(0, 992);
      assertThat(first).isEqualTo(Arrays.copyOf(whole, 992));
    }
    assertThat(uf2.blocks().get(0).bytes().toArray(0, 1312)).isEqualTo(whole);
  }

  @Test
  void refusesWhatIsBroken() {
    assertThatThrownBy(() -> ofText(""))
        .hasMessage("x: expected an image for flash, found an empty file");
    assertThatThrownBy(() -> ofText(":0100000001FF\n"))
        .hasMessage("x: line 1: expected bytes that sum to 0, found 0x1");
    assertThatThrownBy(() -> ofText(":0100000001FE\n"))
        .hasMessage(
            "x: expected a record of type 01 at the end of Intel HEX, found the end without it");
    assertThatThrownBy(() -> ofText(":0200000001FE\n:00000001FF\n"))
        .hasMessage("x: line 1: expected a record with 2 bytes of data, found 1 byte");
    assertThatThrownBy(() -> ofText(":00FF\n"))
        .hasMessage("x: line 1: expected a record of 5 bytes or more, found 2 bytes");
    assertThatThrownBy(() -> ofText(":00000001FF\n"))
        .hasMessage("x: expected an image of Intel HEX with data in it, found none");
    assertThatThrownBy(() -> ofText("S1040000FFFD\nS9030000FC\n"))
        .hasMessage("x: line 1: expected bytes that sum to 0xff, found 0x0");
    byte[] uf2 = Fixtures.array("firmware/thumb2.uf2");
    assertThatThrownBy(() -> FirmwareReader.read("x", Bytes.of(Arrays.copyOf(uf2, 600))))
        .hasMessage("x: expected UF2 blocks of 512 bytes, found 1 of them and 88 bytes");
    assertThatThrownBy(() -> FirmwareReader.read("x", Bytes.of(Arrays.copyOf(uf2, 1024))))
        .hasMessage("x: expected all UF2 blocks that each one counts, found a file that lacks 4");
    uf2[0x400 - 1] ^= 1;
    assertThatThrownBy(() -> FirmwareReader.read("x", Bytes.of(uf2)))
        .hasMessage("x at 0x200: expected a UF2 block, found other magic numbers");
  }

  /** Blank lines and blanks before the first record make no image of raw bytes. */
  @Test
  void passesOverBlanksBeforeText() {
    FirmwareImage image = ofText("\r\n \n:0100000001FE\n:00000001FF\n\n\u001a");
    assertThat(image.format()).isEqualTo(FirmwareFormat.INTEL_HEX);
    assertThat(image.size()).isEqualTo(1);
    assertThat(ofText("\nS1040000FFFC\nS9030000FC\n").format()).isEqualTo(FirmwareFormat.S_RECORD);
    assertThat(ofText("\n\n").format()).isEqualTo(FirmwareFormat.RAW);
    assertThat(ofText(" S").format()).isEqualTo(FirmwareFormat.RAW);
  }

  /** What would be left out is refused: it can be no part of the image as its format tells. */
  @Test
  void refusesWhatItWouldLeaveOut() {
    assertThatThrownBy(() -> ofText(":0100000001FE\n:00000001FF\n\n:0100010002FC\n"))
        .hasMessage(
            "x: line 4: expected nothing behind the record in line 2, which ends the image, found"
                + " ':0100010002FC'");
    assertThatThrownBy(() -> ofText("S1040000FFFC\nS9030000FC\nS1040001FFFB\n"))
        .hasMessage(
            "x: line 3: expected nothing behind the record in line 2, which ends the image, found"
                + " 'S1040001FFFB'");
    assertThatThrownBy(() -> ofText("S1040000FFFC\nS4040001FFFB\nS9030000FC\n"))
        .hasMessage(
            "x: line 2: expected a record S0 to S3 or S5 to S9, found one of type 4, which means"
                + " nothing");
  }
}
