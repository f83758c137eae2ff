package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.bodies.CodeFile;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericsTest {
  private static final String PREAMBLE = "55 41 57 41 56 53 50 48 89 FB 49 89 F6 49 89 D7 31 C0";

  private static BinaryModel fixture(String name) {
    return BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
  }

  private static Generic row(Generics generics, String label) {
    return generics.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  /** Copies, sum and largest as {@code nm -S elf/generic-v0.o} has them. */
  @Test
  void copiesAreThoseOfNm() {
    Generics generics = fixture("elf/generic-v0.o").generics();
    assertThat(row(generics, "generic::dot::<_>"))
        .extracting(Generic::copyCount, Generic::codeSize, Generic::largest)
        .containsExactly(6, 38L, 9L);
    assertThat(row(generics, "generic::largest::<_>"))
        .extracting(Generic::copyCount, Generic::codeSize, Generic::largest, Generic::mean)
        .containsExactly(7, 620L, 146L, 88L);
    assertThat(row(generics, "generic::count::<_>"))
        .extracting(Generic::copyCount, Generic::codeSize, Generic::largest)
        .containsExactly(5, 9936L, 2995L);
  }

  @Test
  void typeArgumentsAndCratesTellWhy() {
    Generics generics = fixture("elf/generic-v0.o").generics();
    Generic largest = row(generics, "generic::largest::<_>");
    assertThat(generics.typeArguments(largest.index()))
        .extracting(Cause::label)
        .containsExactly(
            "alloc::string::String", "f64", "&str", "i64", "u32", "generic::Point<u8>", "u8");
    assertThat(generics.crates(largest.index()))
        .extracting(Cause::label, Cause::copyCount)
        .containsExactly(tuple("generic", 7));
  }

  /** The same functions in legacy names, which are told apart by their hashes alone. */
  @Test
  void legacyCopiesAreTheNamesThatDifferInTheHash() {
    Generics generics = fixture("pe/generic-gnu163.o").generics();
    assertThat(row(generics, "generic::dot").copyCount()).isEqualTo(6);
    assertThat(row(generics, "generic::largest").copyCount()).isEqualTo(7);
    assertThat(row(generics, "generic::count").copyCount()).isEqualTo(5);
    assertThat(generics.crates(row(generics, "generic::dot").index())).isEmpty();
  }

  /** Copies, sum and largest as {@code nm -SC elf/cpp-x64} has them. */
  @Test
  void cppTemplatesAreItems() {
    Generics generics = fixture("elf/cpp-x64").generics();
    assertThat(row(generics, "fix::Ring::push<_>"))
        .extracting(Generic::copyCount, Generic::codeSize, Generic::largest)
        .containsExactly(5, 170L, 50L);
    Generic clamp = row(generics, "fix::clamp_or_throw<_>");
    assertThat(clamp.copyCount()).isEqualTo(2);
    assertThat(generics.typeArguments(clamp.index()))
        .extracting(Cause::label, Cause::codeSize)
        .containsExactly(tuple("double", 0x36L), tuple("int", 0x2fL));
    assertThat(generics.typeArguments(row(generics, "fix::Ring::push<_>").index()).get(0).label())
        .isEqualTo("fix::Vec2, 3");
  }

  @Test
  void overloadsOfAPlainFunctionAreNoCopies() {
    Generics generics =
        new CodeFile("x86_64")
            .function("_ZN1a1fEi", "C3")
            .function("_ZN1a1fEd", "90 C3")
            .weighed()
            .generics();
    assertThat(generics.count()).isZero();
  }

  @Test
  void equalCopiesAreCountedWithAndWithoutDistances() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("_RINvC1a1fhE", "E8 10 20 30 40 C3")
            .function("_RINvC1a1ftE", "E8 11 20 30 40 C3")
            .function("_RINvC1a1fmE", "E8 04 20 30 40 C3")
            .function("_RINvC1a1fyE", "31 C0 C3")
            .function("plain", "C3")
            .weighed();
    Generic row = model.generics().row(0);
    assertThat(model.generics().count()).isEqualTo(1);
    assertThat(row.label()).isEqualTo("a::f::<_>");
    assertThat(row.distinct()).isEqualTo(3);
    assertThat(row.distinctMasked()).isEqualTo(2);
    assertThat(row.identicalSaving()).isEqualTo(6);
    assertThat(row.maskedSaving()).isEqualTo(12);
    assertThat(row.likelySaving()).isEqualTo(12);
    assertThat(row.savingBound()).isEqualTo(21 - 6);
    assertThat(model.generics().allCode()).isEqualTo(22);
  }

  @Test
  void codeThatALargerCopyHasIsLikelyToBeSaved() {
    // Ten instructions are the same, one more differs.
    BinaryModel model =
        new CodeFile("x86_64")
            .function("_RINvC1a1fhE", PREAMBLE + " 90 B8 01 00 00 00 C3")
            .function("_RINvC1a1ftE", PREAMBLE + " B8 02 00 00 00 C3")
            .weighed();
    Generic row = model.generics().row(0);
    assertThat(row.distinctMasked()).isEqualTo(2);
    assertThat(row.maskedSaving()).isZero();
    assertThat(row.likelySaving()).isEqualTo(18);
    assertThat(row.savingBound()).isEqualTo(24);
  }

  @Test
  void machinesThatAreNotUnderstoodSaveWhatIsIdentical() {
    Generics generics =
        new CodeFile("mips")
            .function("_RINvC1a1fhE", PREAMBLE)
            .function("_RINvC1a1ftE", PREAMBLE)
            .function("_RINvC1a1fmE", PREAMBLE + " 90")
            .weighed()
            .generics();
    assertThat(generics.isMaskingSupported()).isFalse();
    assertThat(generics.likelySaving(0)).isEqualTo(18).isEqualTo(generics.identicalSaving(0));
  }

  @Test
  void piecesAndPromotedCopiesAreOfTheirItem() {
    Generics generics =
        new CodeFile("x86_64")
            .function("_RINvC1a1fhE.llvm.12", "C3")
            .function("_RINvC1a1fhE.llvm.34", "90 C3")
            .function("_RINvC1a1fhE.llvm.34.cold", "0F 0B")
            .weighed()
            .generics();
    assertThat(generics.copyCount(0)).isEqualTo(2);
    assertThat(generics.codeSize(0)).isEqualTo(5);
    assertThat(generics.largest(0)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf/generic-v0.o",
        "pe/generic-gnu163.o",
        "macho/generic-arm64-v0.o",
        "wasm/generic-196-v0.wasm"
      })
  void savingsAreInTheirOrder(String name) {
    Generics generics = fixture(name).generics();
    long before = Long.MAX_VALUE;
    assertThat(generics.count()).isPositive();
    for (Generic row : generics.stream().toList()) {
      assertThat(row.codeSize()).isLessThanOrEqualTo(before);
      before = row.codeSize();
      assertThat(row.identicalSaving()).isLessThanOrEqualTo(row.maskedSaving());
      assertThat(row.maskedSaving()).isLessThanOrEqualTo(row.likelySaving());
      assertThat(row.likelySaving()).isLessThanOrEqualTo(row.savingBound());
      assertThat(row.distinctMasked()).isBetween(1, row.distinct());
      assertThat(row.distinct()).isLessThanOrEqualTo(row.copyCount());
      assertThat(row.fileSize()).isGreaterThanOrEqualTo(row.codeSize());
      assertThat(generics.typeArguments(row.index()).stream().mapToLong(Cause::codeSize).sum())
          .isEqualTo(row.codeSize());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf/generic-v0.o", "pe/generic-gnu163.o", "wasm/generic-196-v0.wasm"})
  void theDimensionWeighsTheSame(String name) {
    BinaryModel model = fixture(name);
    Generics generics = model.generics();
    List<SizeRow> rows = model.by(Dimensions.GENERIC).rows();
    for (Generic row : generics.stream().filter(generic -> generic.copyCount() > 1).toList()) {
      assertThat(rows)
          .as(row.label())
          .anySatisfy(
              found -> {
                assertThat(found.label()).isEqualTo(row.label());
                assertThat(found.fileSize()).isEqualTo(row.fileSize());
                assertThat(found.fileSize(Kind.CODE)).isEqualTo(row.codeSize());
              });
    }
  }

  @Test
  void theTutorialRuns() {
    dev.weighbridge.attribution.Attribution attribution = fixture("elf/generic-v0.o").attribution();
    Generics generics = Generics.of(attribution);
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < Math.min(10, generics.count()); row++) {
      out.append(generics.label(row))
          .append(": ")
          .append(generics.copyCount(row))
          .append(" copies, ")
          .append(generics.codeSize(row))
          .append(" bytes\n");
    }
    assertThat(out.toString()).contains("generic::count::<_>: 5 copies, 9936 bytes\n");
  }
}
