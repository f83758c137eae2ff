package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every image says what debug information it has, the same way in each format. */
class DebugOfImagesTest {
  private static DebugInformation debug(String fixture) {
    BinaryFile file = FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture));
    return file.images().get(0).debug();
  }

  /** As {@code readelf --debug-dump=info} lists them. */
  @Test
  void elfFilesTellTheirUnits() {
    DebugInformation debug = debug("dwarf/c-x64-g-dwarf4");
    assertThat(debug.isPresent()).isTrue();
    UnitTable units = debug.units();
    assertThat(units.count()).isEqualTo(2);
    assertThat(debug.diagnostics()).isEmpty();
  }

  /** As {@code objdump --dwarf=info} counts them. */
  @Test
  void imagesOfMinGwDoToo() {
    assertThat(debug("dwarf/art.exe").units().count()).isEqualTo(4);
  }

  private static BinaryFile stripped(String debugFile) {
    SideFiles files = SideFiles.of(new SideFile(debugFile, Fixtures.bytes("dwarf/" + debugFile)));
    BinaryFile file =
        FormatRegistry.installed()
            .read("art-strip.exe", Fixtures.bytes("dwarf/art-strip.exe"), files);
    files.requireUseOfGiven();
    return file;
  }

  /** What was taken out of an image tells of it what the whole image does. */
  @Test
  void imagesOfMinGwHaveItBesideThem() {
    DebugInformation whole = debug("dwarf/art.exe");
    DebugInformation beside = stripped("art.exe.debug").images().get(0).debug();
    assertThat(beside.files()).extracting(DebugFile::name).containsExactly("", "art.exe.debug");
    assertThat(code(beside)).isEqualTo(code(whole)).isNotEmpty();
    assertThat(beside.bytes().sections()).isEmpty();
    assertThat(debug("dwarf/art-strip.exe").isPresent()).isFalse();
  }

  private static Map<String, Long> code(DebugInformation debug) {
    Map<String, Long> sums = new TreeMap<>();
    AddressMap code = debug.units().code();
    for (int range = 0; range < code.count(); range++) {
      String unit = debug.units().name(code.row(range));
      sums.merge(unit, code.end(range) - code.start(range), Long::sum);
    }
    return sums;
  }

  /** {@code objdump -s -j .gnu_debuglink}, and {@code gzip -lv} of the other file. */
  @Test
  void imagesOfMinGwKnowTheirFileByItsChecksum() {
    assertThatThrownBy(() -> stripped("art.exe"))
        .hasMessageContaining("expected PE debug file: checksum 0x94f2b29f")
        .hasMessageContaining("found checksum 0xbcd4d528");
  }

  @Test
  void filesWithoutAnyHaveNone() {
    assertThat(debug("elf/c-nosections")).isSameAs(DebugInformation.NONE);
    assertThat(DebugInformation.NONE.units().count()).isZero();
    assertThat(DebugInformation.NONE.isPresent()).isFalse();
  }
}
