package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
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

  @Test
  void filesWithoutAnyHaveNone() {
    assertThat(debug("elf/c-nosections")).isSameAs(DebugInformation.NONE);
    assertThat(DebugInformation.NONE.units().count()).isZero();
    assertThat(DebugInformation.NONE.isPresent()).isFalse();
  }
}
