package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberTableTest {
  private static final Bytes NAMES = Bytes.of("one.ctwo.c".getBytes(StandardCharsets.UTF_8));

  private static MemberTable units(String fixture) {
    BinaryFile file = FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture));
    return file.images().get(0).members();
  }

  private static List<String> names(MemberTable units) {
    List<String> names = new ArrayList<>();
    for (int unit = 0; unit < units.count(); unit++) {
      names.add(units.name(unit));
    }
    return names;
  }

  private static void symbol(ImageBuilder image) {
    image.symbol(
        0,
        1,
        SymbolTable.NO_SECTION,
        SymbolType.OBJECT,
        SymbolBinding.LOCAL,
        SymbolSource.SYMBOL_TABLE,
        NAMES,
        0,
        1);
  }

  @Test
  void symbolsAreOfTheUnitSaidLast() {
    ImageBuilder image = new ImageBuilder(Bytes.of(new byte[8]), 0, new Diagnostics());
    symbol(image);
    image.symbolsOf(image.member(NAMES, 0, 5, ""));
    symbol(image);
    symbol(image);
    image.symbolsOf(image.member(NAMES, 5, 5, "lib.a"));
    image.symbolsOf(-1);
    symbol(image);
    image.rangeOf(1, 0x1000, 16);
    image.rangeOf(1, 0x2000, 0);
    MemberTable units = image.build().members();
    assertThat(names(units)).containsExactly("one.c", "two.c");
    assertThat(units.container(0)).isEmpty();
    assertThat(units.container(1)).isEqualTo("lib.a");
    assertThat(units.runCount()).isEqualTo(1);
    assertThat(units.runStart(0)).isEqualTo(1);
    assertThat(units.runEnd(0)).isEqualTo(3);
    assertThat(units.runMember(0)).isZero();
    assertThat(units.rangeCount()).isEqualTo(1);
    assertThat(units.rangeAddress(0)).isEqualTo(0x1000);
    assertThat(units.rangeSize(0)).isEqualTo(16);
    assertThat(units.rangeMember(0)).isEqualTo(1);
  }

  @Test
  void aNameOutsideItsBytesIsEmpty() {
    ImageBuilder image = new ImageBuilder(Bytes.of(new byte[8]), 0, new Diagnostics());
    image.member(NAMES, 8, 5, "");
    assertThat(names(image.build().members())).containsExactly("");
  }

  @Test
  void elfAndCoffNameThemByFileSymbols() {
    assertThat(names(units("elf/c-aarch64"))).contains("prog.c", "util.c", "crtstuff.c");
    MemberTable coff = units("pe/tiny-gnu-dwarf.exe");
    assertThat(names(coff)).singleElement().asString().startsWith("tiny.");
    assertThat(coff.runCount()).isEqualTo(1);
    assertThat(names(units("pe/util-mingw-x64.obj"))).containsExactly("util.c");
  }

  @Test
  void machONamesObjectsInItsDebugMap() {
    MemberTable units = units("macho/tiny-arm64-g");
    assertThat(names(units)).singleElement().asString().endsWith(".rcgu.o");
    assertThat(units.runEnd(0) - units.runStart(0)).isGreaterThan(8);
  }
}
