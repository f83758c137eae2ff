package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that are empty, in other scripts or of another language. */
class OddNamesTest {
  private static List<String> labels(BinaryModel model, Dimension dimension) {
    return model.by(dimension).rows().stream().map(SizeRow::label).toList();
  }

  private static BinaryModel open(ElfWriter file) {
    return BinaryModel.of("odd", file.bytes(), OpenOptions.DEFAULT);
  }

  private static ElfWriter twoFunctions(String first, String second) {
    return ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
        .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[48])))
        .symbol(ElfSymbolRow.function(first, 1, 0x1000, 24))
        .symbol(ElfSymbolRow.function(second, 1, 0x1018, 24));
  }

  /** The suffix is cut off a name of bytes, which has fewer characters. */
  @Test
  void cutsSuffixesOffNamesOfAnyScript() {
    BinaryModel model = open(twoFunctions("größe.cold", "größe"));
    assertThat(labels(model, Dimensions.FUNCTION)).contains("größe").doesNotContain("größe.c");
  }

  /** The readable names are those that c++filt prints. */
  @Test
  void readsFunctionsOfCpp() {
    BinaryModel model = BinaryModel.of("cpp", Fixtures.bytes("elf/cpp-x64"), OpenOptions.DEFAULT);
    assertThat(labels(model, Dimensions.FUNCTION))
        .contains("int fix::clamp_or_throw<int>(int, int, int)")
        .noneMatch(label -> label.startsWith("_Z"));
  }

  /** Texts in brackets are never symbols; so a symbol that is called so has a mark. */
  @Test
  void tellsNamesInBracketsFromLabels() {
    BinaryModel model = open(twoFunctions("[padding]", "[.text]"));
    assertThat(labels(model, Dimensions.SYMBOL))
        .contains("symbol [padding]", "symbol [.text]")
        .doesNotContain("[.text]");
    ElfWriter file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code("[padding]", 0x1000, Content.of(new byte[48])));
    assertThat(labels(open(file), Dimensions.SECTION)).contains("section [padding]");
  }

  @Test
  void keepsSymbolsWithoutANameApart() {
    BinaryModel model = open(twoFunctions("", ""));
    List<String> expected = List.of("[function 0x1000]", "[function 0x1018]");
    assertThat(labels(model, Dimensions.SYMBOL)).containsAll(expected).doesNotContain("");
    assertThat(labels(model, Dimensions.FUNCTION)).containsAll(expected).doesNotContain("");
  }

  @Test
  void callsSectionsWithoutANameAlike() {
    BinaryModel model =
        open(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .section(ElfSectionRow.data("", 0x2000, Content.of(new byte[] {1, 2, 3, 4}))));
    assertThat(labels(model, Dimensions.SECTION)).contains("[unnamed section 1]");
    assertThat(labels(model, Dimensions.SYMBOL)).contains("[unnamed section 1]");
  }
}
