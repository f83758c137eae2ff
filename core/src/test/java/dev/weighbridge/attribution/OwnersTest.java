package dev.weighbridge.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_RNvC3foo3bar|foo::bar",
        "_ZN3foo3bar17h05af221e174051e9E|foo::bar",
        "_ZN3foo3barEv|foo::bar()",
        "_ZNSt6vectorIiSaIiEE9push_backERKi|std::vector<int, std::allocator<int> >::push_back(int"
            + " const&)",
        "_ZN3foo3barEv.cold|foo::bar() [clone .cold]",
        "__ZN3foo3barEv|foo::bar()",
        "memcpy|memcpy",
        "_Zwhatever|_Zwhatever",
      })
  void namesOfRustAndOfCppAreReadableAndStayAsTheyAreInTheRawText(String raw, String readable) {
    Owners owners = new Owners.Builder(List.of(imageWithSymbol(raw))).build();
    assertThat(owners.text(0)).isEqualTo(raw);
    assertThat(owners.readableText(0)).isEqualTo(readable);
  }

  private static BinaryImage imageWithSymbol(String name) {
    ImageBuilder builder =
        new ImageBuilder(Bytes.of(new byte[16]), 0, new Diagnostics())
            .machine(Machine.of(new Architecture("test"), 64, true));
    builder.section(".text", 0, 16, 0, 16, 1, Kind.CODE, EnumSet.of(SectionTrait.LOADED));
    byte[] names = name.getBytes(UTF_8);
    builder.symbol(
        0,
        16,
        0,
        SymbolType.FUNCTION,
        SymbolBinding.GLOBAL,
        SymbolSource.SYMBOL_TABLE,
        Bytes.of(names),
        0,
        names.length);
    return builder.build();
  }
}
