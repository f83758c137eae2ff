package dev.weighbridge.formats.linkermap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.firmware.FirmwareReader;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a map or image has become, reading it ends in a result or in one of our errors. */
class DamagedMapsTest {
  private static final int COPIES = 150;

  private static byte[] damaged(byte[] file, Random random) {
    byte[] copy = file.clone();
    for (int i = 0; i <= random.nextInt(8); i++) {
      int at = random.nextInt(copy.length);
      copy[at] =
          random.nextBoolean()
              ? (byte) "0123456789abcdefx \n([:".charAt(random.nextInt(22))
              : (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
  }

  @ParameterizedTest
  @CsvSource({
    "maps/lld.elf, maps/lld.map",
    "maps/bfd.elf, maps/bfd.map",
    "maps/gold.elf, maps/gold.map",
    "maps/ld64lld.macho, maps/ld64lld.map",
    "maps/lldlink.exe, maps/lldlink.map",
    "maps/lldlink.exe, maps/lldlink.lldmap",
    "firmware/thumb2.elf, firmware/thumb2.map"
  })
  void readsOrRefusesMaps(String binary, String map) {
    BinaryFile file =
        FormatRegistry.installed().read("image", Fixtures.bytes(binary), SideFiles.none());
    byte[] sound = Fixtures.array(map);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < COPIES; i++) {
      try {
        LinkerMap read = LinkerMapReader.read("map", Bytes.of(damaged(sound, random)));
        LinkerFill.of(read);
        LinkedMembers.of(file, read);
      } catch (BinaryException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, COPIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thumb2.hex", "thumb2.srec", "thumb2.uf2"})
  void readsOrRefusesImages(String image) {
    byte[] sound = Fixtures.array("firmware/" + image);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < COPIES; i++) {
      try {
        FirmwareReader.read("image", Bytes.of(damaged(sound, random)));
      } catch (BinaryException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, COPIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fw.ld", "link.ld"})
  void readsOrRefusesScripts(String script) {
    byte[] sound = Fixtures.array("firmware/" + script);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < COPIES; i++) {
      try {
        LinkerScript.memory("script", Bytes.of(damaged(sound, random)));
      } catch (BinaryException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, COPIES);
  }
}
