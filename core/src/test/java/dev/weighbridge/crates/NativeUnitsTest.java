package dev.weighbridge.crates;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What file symbols, names and neighbours tell of code that is not Rust. */
class NativeUnitsTest {
  private static final int STT_FILE = 4;
  private static final int CODE = 0x1000;

  private static ElfSymbolRow file(String name) {
    return new ElfSymbolRow(name, STT_FILE, 0, ElfSymbolRow.ABSOLUTE, 0, 0);
  }

  private static ElfWriter program(int size) {
    byte[] code = new byte[size];
    Arrays.fill(code, (byte) 0x55);
    return ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
        .section(ElfSectionRow.code(".text", CODE, Content.of(code)));
  }

  private static ElfSymbolRow function(String name, long offset, long size) {
    return ElfSymbolRow.function(name, 1, CODE + offset, size);
  }

  private static String crate(Attribution attribution, String symbol) {
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    for (int owner = 0; owner < attribution.owners().firstLabel(); owner++) {
      if (attribution.owners().text(owner).equals(symbol)) {
        int row = crates.ofOwner(owner);
        return row < 0 ? "" : crates.label(row);
      }
    }
    throw new AssertionError("no symbol " + symbol);
  }

  private static Attribution attribution(ElfWriter elf) {
    BinaryModel model = BinaryModel.of("described", elf.bytes(), OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    return model.attribution();
  }

  /**
   * As LLD links a program of {@code first.cc} and {@code last.cc} with a libstdc++.a from which
   * file symbols are stripped: its local symbols follow that of {@code last.cc}.
   */
  @Test
  void theLibraryIsNotOfTheLastUnitOfTheProgram() {
    Attribution attribution =
        attribution(
            program(40_960)
                .symbol(file("first.cc"))
                .symbol(function("one", 0, 64).local())
                .symbol(file("last.cc"))
                .symbol(function("helper", 128, 64).local())
                .symbol(function("d_print", 20_480, 4_096).local())
                .symbol(function("classify", 40_896, 64).local())
                .symbol(function("main", 64, 64))
                .symbol(function("_ZNSt6vectorI3OneE4growEv", 192, 64).weak())
                .symbol(function("_ZNSt6locale5facetD2Ev", 256, 20_224))
                .symbol(function("_ZNSt6vectorIiE4growEv", 24_576, 16_320).weak()));
    Assertions.assertThat(crate(attribution, "helper")).isEqualTo("last.cc");
    Assertions.assertThat(crate(attribution, "one")).isEqualTo("first.cc");
    for (String name :
        new String[] {"_ZNSt6locale5facetD2Ev", "d_print", "_ZNSt6vectorIiE4growEv", "classify"}) {
      Assertions.assertThat(crate(attribution, name)).as(name).isEqualTo("[C++ runtime]");
    }
    Assertions.assertThat(crate(attribution, "main")).isNotEqualTo("[C++ runtime]");
    Assertions.assertThat(crate(attribution, "_ZNSt6vectorI3OneE4growEv"))
        .isNotEqualTo("[C++ runtime]");
  }

  /** As GNU ld does, which names the object after those that have no file symbol. */
  @Test
  void unitsOfTheLibraryStay() {
    Attribution attribution =
        attribution(
            program(40_960)
                .symbol(file("last.cc"))
                .symbol(function("helper", 128, 64).local())
                .symbol(file("cp-demangle.o"))
                .symbol(function("d_print", 20_480, 4_096).local())
                .symbol(function("d_last", 28_672, 4_096).local())
                .symbol(function("_ZNSt6locale5facetD2Ev", 256, 20_224))
                .symbol(function("__cxa_demangle", 24_576, 4_096)));
    Assertions.assertThat(crate(attribution, "d_print")).isEqualTo("cp-demangle.o");
    Assertions.assertThat(crate(attribution, "__cxa_demangle")).isEqualTo("cp-demangle.o");
    Assertions.assertThat(crate(attribution, "_ZNSt6locale5facetD2Ev")).isEqualTo("[C++ runtime]");
    Assertions.assertThat(crate(attribution, "helper")).isEqualTo("last.cc");
  }

  @Test
  void whatLiesBetweenOutlinedCodeIsNotOutlined() {
    Attribution attribution =
        attribution(
            program(192)
                .symbol(function("OUTLINED_FUNCTION_0", 0, 64).local())
                .symbol(function("something", 64, 64))
                .symbol(function("OUTLINED_FUNCTION_1", 128, 64).local()));
    Assertions.assertThat(crate(attribution, "OUTLINED_FUNCTION_0")).isEqualTo("[outlined code]");
    Assertions.assertThat(crate(attribution, "something")).isEqualTo("[C/C++]");
  }

  /** Of 1,654,713 bytes under such names in five programs, core compiled none. */
  @Test
  void aLegacyNameOfCoreWasNotCompiledByCoreIfThatHasNewNames() {
    String old = "_ZN4core3ptr13drop_in_place17h0123456789abcdefE";
    ElfSymbolRow grow = function("_RNvNtCs1234_4core3fmt5write", 64, 64);
    Assertions.assertThat(crate(attribution(program(64).symbol(function(old, 0, 64))), old))
        .isEqualTo("core");
    Attribution mixed = attribution(program(128).symbol(function(old, 0, 64)).symbol(grow));
    Assertions.assertThat(crate(mixed, old)).isEmpty();
  }

  /**
   * GNU ld puts {@code main}, which is of {@code main.cpp}, between what seldom runs of {@code
   * log.cpp} and what makes its variables; and the functions of {@code shape.cpp} behind all else.
   */
  @Test
  void partsOfTheTextSayNothingOfWhatLiesBetweenThem() {
    Attribution attribution = new LinkedProgram("parts").model().attribution();
    String text = "RKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
    Assertions.assertThat(crate(attribution, "_ZN7loggingL5checkEi.cold")).isEqualTo("log.cpp");
    Assertions.assertThat(crate(attribution, "_GLOBAL__sub_I__ZN7logging3logEi" + text))
        .isEqualTo("log.cpp");
    Assertions.assertThat(crate(attribution, "_ZN7logging3logEi" + text)).isEqualTo("log.cpp");
    Assertions.assertThat(crate(attribution, "main.cold")).isEqualTo("main.cpp");
    for (String name : List.of("main", "_ZN6shapes4areaEii", "_ZN6shapes3addE" + text + "ii")) {
      Assertions.assertThat(crate(attribution, name)).as(name).isEqualTo("[C/C++]");
    }
  }
}
