package dev.weighbridge.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Markers at places that were chosen, found again. */
class ByteMarkersTest {
  /** More than three blocks, as files are read. */
  private static final int LENGTH = 200_000;

  private static final long SEED = 11;

  @ParameterizedTest
  @EnumSource
  void eachIsFoundWhereverItStands(ByteMarker marker) {
    byte[] data = new byte[LENGTH];
    Random random = new Random(SEED);
    byte[] needle = marker.bytes();
    for (int at = 1;
        at + needle.length <= LENGTH;
        at += needle.length + random.nextInt(needle.length)) {
      System.arraycopy(needle, 0, data, at, needle.length);
    }
    // One that ends with the data.
    System.arraycopy(needle, 0, data, LENGTH - needle.length, needle.length);
    Bytes file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.data(".rodata", 0x1000, Content.of(data)))
            .bytes();
    ByteMarkers found =
        ByteMarkers.of(BinaryModel.of("file", file, OpenOptions.DEFAULT).attribution());
    byte[] all = file.toArray(0, file.length());
    assertThat(found.count(marker)).isEqualTo(count(all, needle)).isGreaterThan(1_000);
    assertThat(found.first(marker)).isEqualTo(find(all, needle, 0));
  }

  private static int count(byte[] all, byte[] needle) {
    int count = 0;
    for (int at = find(all, needle, 0); at >= 0; at = find(all, needle, at + 1)) {
      count++;
    }
    return count;
  }

  private static int find(byte[] all, byte[] needle, int from) {
    for (int at = from; at + needle.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + needle.length, needle, 0, needle.length)) {
        return at;
      }
    }
    return -1;
  }
}
