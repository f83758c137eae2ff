package dev.weighbridge.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.firmware.FirmwareReader;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.region.ImageComparison.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program beside images that objcopy made of it. */
class ImageComparisonTest {
  private static final BinaryModel MODEL =
      BinaryModel.of("thumb2", Fixtures.bytes("firmware/thumb2.elf"), OpenOptions.DEFAULT);

  private static ImageComparison with(byte[] image) {
    return ImageComparison.of(
        MODEL.attribution(), "image", FirmwareReader.read("image", Bytes.of(image)));
  }

  @ParameterizedTest
  @CsvSource({
    "thumb2.hex, 1280, 0, 4096",
    "thumb2.srec, 5376, 0, 0",
    "thumb2.bin, 1280, 32, 4096",
    "thumb2.uf2, 1280, 256, 4096"
  })
  void findsTheProgramInItsImage(String image, long same, long fill, long missing) {
    ImageComparison found = with(Fixtures.array("firmware/" + image));
    assertThat(found.size(ImageComparison.Type.SAME)).isEqualTo(same);
    assertThat(found.size(ImageComparison.Type.FILL)).isEqualTo(fill);
    assertThat(found.size(ImageComparison.Type.ONLY_PROGRAM)).isEqualTo(missing);
    assertThat(found.size(ImageComparison.Type.DIFFERENT)).isZero();
    assertThat(found.size(ImageComparison.Type.ONLY_IMAGE)).isZero();
  }

  /** A checksum in a vector, and a signature behind the image. */
  @Test
  void tellsWhatWasAddedAndChanged() {
    byte[] raw = Fixtures.array("firmware/thumb2.bin");
    byte[] signed = Arrays.copyOf(raw, raw.length + 16);
    Arrays.fill(signed, raw.length, signed.length, (byte) 0x5A);
    signed[raw.length] = 1;
    signed[0x1c] ^= 0x7F;
    ImageComparison found = with(signed);
    assertThat(found.rows())
        .contains(
            new Row(ImageComparison.Type.DIFFERENT, 0x0800_001CL, 1, ".isr_vector"),
            new Row(ImageComparison.Type.SAME, 0x0800_0000L, 63, ".isr_vector"),
            new Row(ImageComparison.Type.ONLY_IMAGE, 0x0800_0520L, 16, ""));
  }

  @Test
  void refusesTheRawImageOfSomethingElse() {
    assertThatThrownBy(() -> with("no image of this program".getBytes(StandardCharsets.US_ASCII)))
        .hasMessage(
            "image: expected a raw image that begins with a section of the program, found other"
                + " bytes");
  }
}
