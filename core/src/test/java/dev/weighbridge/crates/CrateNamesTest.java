package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.names.NamesAhead;
import dev.weighbridge.testing.NamedCode;
import dev.weighbridge.tree.SizeRow;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrateNamesTest {
  /** {@code <Vec<my::Row>>::push}, instantiated by {@code other}. */
  private static final String PUSH =
      "_RNvMs_NtCs1_5alloc3vecINtB4_3VecNtCs2_2my3RowE4pushCs3_5other";

  private static String crates(BinaryModel model, CratePolicy policy) {
    BinaryModel other = BinaryModel.of(model.file(), OpenOptions.DEFAULT.withCratePolicy(policy));
    TreeMap<String, Long> sizes = new TreeMap<>();
    for (SizeRow row : other.byCrate().rows()) {
      sizes.put(row.label(), row.fileSize());
    }
    return sizes.toString();
  }

  @Test
  void policiesDifferForGenerics() {
    BinaryModel model = NamedCode.model(PUSH);
    assertThat(crates(model, CratePolicy.RESPONSIBLE)).isEqualTo("{my=16}");
    assertThat(crates(model, CratePolicy.DEFINING)).isEqualTo("{alloc=16}");
    assertThat(crates(model, CratePolicy.INSTANTIATING)).isEqualTo("{other=16}");
  }

  @Test
  void showsTheHashOnlyWhereTwoShareAName() {
    assertThat(
            crates(
                NamedCode.model("_RNvCs1_1a1f", "_RNvCs2_1a1f", "_RNvCs2_1b1f"),
                CratePolicy.DEFINING))
        .isEqualTo("{a[3]=16, a[4]=16, b=16}");
  }

  /** Two threads read so many; each of them meets a crate that no name before had. */
  @Test
  void manyNamesAreReadByTwo() {
    String[] names = new String[3 * NamesAhead.LEAST];
    for (int i = 0; i < names.length; i++) {
      names[i] =
          switch (i % 3) {
            case 0 -> "_RNvCs" + (i < names.length / 2 ? "1_1a" : "2_1z") + "6f" + (10_000 + i);
            case 1 -> "_ZN2bb6f" + (10_000 + i) + "17h0123456789abcdefE";
            default -> "c" + i;
          };
    }
    int half = 16 * NamesAhead.LEAST / 2;
    assertThat(crates(NamedCode.model(names), CratePolicy.RESPONSIBLE))
        .isEqualTo("{[C/C++]=%d, a=%d, bb=%d, z=%d}".formatted(2 * half, half, 2 * half, half));
  }

  @Test
  void readsLegacyNamesAndKeepsWhatIsNotRustApart() {
    BinaryModel model = NamedCode.model("_ZN5crate1f17h0123456789abcdefE", "memcpy");
    assertThat(crates(model, CratePolicy.DEFINING)).isEqualTo("{[C/C++]=16, crate=16}");
    CrateTable table = Crates.of(model.attribution(), CratePolicy.DEFINING);
    Owners owners = model.attribution().owners();
    for (int owner = 0; owner < owners.firstLabel(); owner++) {
      boolean isRust = owners.text(owner).startsWith("_ZN");
      assertThat(table.evidence(owner))
          .isEqualTo(isRust ? CrateEvidence.LEGACY_NAME : CrateEvidence.PLAIN_NAME);
    }
  }

  /** v0 names as rustc-demangle writes them with hashes, and as tools then write them to files. */
  @Test
  void readsNamesThatWereDemangledBefore() {
    BinaryModel model =
        NamedCode.model(
            "std[4f0c8a3d21b7e965]::io::stdio::_print",
            "<app[1a2b]::Row as core[8bc4d08699f8087a]::fmt::Debug>::fmt",
            "core[8bc4d08699f8087a]::ptr::drop_in_place::<app[1a2b]::Row>",
            "core[8bc4d08699f8087a]::ptr::drop_in_place::<other[3c]::Row>");
    assertThat(crates(model, CratePolicy.RESPONSIBLE)).isEqualTo("{app=32, other=16, std=16}");
    assertThat(crates(model, CratePolicy.DEFINING)).isEqualTo("{app=16, core=32, std=16}");
    assertThat(model.generics().stream())
        .singleElement()
        .satisfies(row -> assertThat(row.copyCount()).isEqualTo(2));
  }

  @Test
  void saysWhichCratesAreOfTheStandardLibrary() {
    CrateTable table =
        Crates.of(NamedCode.model(PUSH, "_RNvCs2_1a1f").attribution(), CratePolicy.DEFINING);
    assertThat(table.crate(0)).isEqualTo(new Crate("alloc", 3, CrateOrigin.STANDARD));
    assertThat(table.crate(1)).isEqualTo(new Crate("a", 4, CrateOrigin.USER));
  }

  @Test
  void isMadeOnceForEachPolicy() {
    Attribution attribution = NamedCode.model(PUSH).attribution();
    CrateTable table = Crates.of(attribution, CratePolicy.DEFINING);
    assertThat(Crates.of(attribution, CratePolicy.DEFINING)).isSameAs(table);
    assertThat(Crates.of(attribution, CratePolicy.RESPONSIBLE)).isNotSameAs(table);
    assertThat(table.ofSpan(0, Pricing.OWN)).isZero();
  }
}
