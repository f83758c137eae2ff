package dev.weighbridge.rustc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.rustc.TypeSelection.TypeOrder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSizesTest {
  private static final String TYPE =
      """
      print-type-size type: `A`: 4 bytes, alignment: 2 bytes
      print-type-size     field `.x`: 2 bytes
      """;

  private static TypeSizes of(String text) {
    return TypeSizes.of("x.txt", PrintedFixture.bytes(text));
  }

  private static TypeSize only(TypeSizes sizes, String name) {
    List<TypeSize> found = sizes.named(name);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void refuses(String text, String words) {
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> of(text))
        .withMessageStartingWith("x.txt")
        .withMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tally", "till"})
  void everyTypeIsAsTheReferenceCountSays(String name) throws IOException {
    PrintedFixture fixture = new PrintedFixture(name);
    List<List<String>> found =
        fixture.types().types().stream()
            .map(
                type ->
                    List.of(
                        "type",
                        type.name(),
                        Long.toString(type.size()),
                        Long.toString(type.alignment()),
                        Long.toString(type.endPadding()),
                        Integer.toString(type.fieldCount()),
                        Integer.toString(type.variantCount())))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(fixture.truth("type"));
  }

  @Test
  void layoutsAreThoseOfTheSource() throws IOException {
    TypeSizes sizes = new PrintedFixture("till").types();
    // repr(C): u8, three bytes, u32, u8, three bytes.
    TypeSize gaps = only(sizes, "Gaps");
    assertThat(gaps.size()).isEqualTo(12);
    assertThat(gaps.alignment()).isEqualTo(4);
    assertThat(gaps.padding()).isEqualTo(6);
    assertThat(gaps.variantCount()).isZero();
    // repr(C): a tag of four bytes, four bytes, then u8, seven bytes, u64.
    TypeSize shape = only(sizes, "Shape");
    assertThat(shape.size()).isEqualTo(24);
    assertThat(shape.discriminant()).isEqualTo(4);
    assertThat(shape.padding()).isEqualTo(4 + 7);
    assertThat(shape.variantCount()).isEqualTo(2);
    assertThat(shape.excess()).isEqualTo(16);
    // Fields of a union lie over each other.
    TypeSize bits = only(sizes, "Bits");
    assertThat(bits.size()).isEqualTo(8);
    assertThat(bits.padding()).isEqualTo(2);
    assertThat(bits.fieldCount()).isEqualTo(2);
    assertThat(only(sizes, "Row<3, true, '>'>").size()).isEqualTo(6);
    TypeSize future = only(sizes, "{async fn body of later()}");
    assertThat(future.variants()).extracting(TypeVariant::name).contains("Unresumed", "Suspend0");
    assertThat(future.variants().get(1).fields()).contains(new TypeField("local", "held", 32, ""));
  }

  @Test
  void typesAreSortedAndFiltered() throws IOException {
    TypeSizes sizes = new PrintedFixture("tally").types();
    TypeSelection selection =
        new TypeSelection(
            RowLimit.of(3), Optional.of(Pattern.compile("^std::")), TypeOrder.PADDING);
    List<TypeSize> types = selection.of(sizes);
    assertThat(types).hasSize(3).allMatch(type -> type.name().startsWith("std::"));
    assertThat(types.get(0).padding()).isGreaterThanOrEqualTo(types.get(1).padding());
    assertThat(selection.all(sizes)).hasSizeGreaterThan(3);
    assertThat(sizes.types().get(0).size()).isEqualTo(4096);
  }

  @Test
  void oneTypeThatTwoCratesPrintAlikeIsOne() {
    String type = TYPE + "print-type-size     end padding: 2 bytes\n";
    assertThat(of(type + "warning: x\n" + type).types()).hasSize(1);
  }

  @Test
  void whatTheCompilerDidNotPrintIsRefused() throws IOException {
    refuses("", "expected the output of rustc -Zprint-type-sizes, found an empty file");
    refuses("x\0y", "found bytes that are no text");
    refuses("fn main() {}\n", "no line begins with print-type-size");
    refuses("print-type-size     field `.x`: 2 bytes\n", "line 1: expected a type, found 'field");
    refuses("print-type-size type: `A`: 4 byt", "expected type: `name`: N bytes, alignment");
    refuses(
        "print-type-size type: `A`: 4 bytes, alignment: 2 bytes\nprint-type-size x\n", "line 2");
    refuses(TYPE, "expected 4 bytes in the fields of A above");
    String whole = new PrintedFixture("tally").typesText();
    refuses(whole.substring(0, whole.indexOf("field `.storage`")), "expected ");
  }
}
