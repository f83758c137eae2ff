package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.testing.NamedCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as rustc 1.95 writes them: those of its standard library v0, those of users legacy. */
class TwoManglingsTest {
  private static final String NEW_DROP =
      "_RINvNtCsgEmfK2I1SDS_4core3ptr13drop_in_placeNtNtCslNYArtu3iFV_5alloc6string6StringEBK_";
  private static final String OLD_DROP =
      "_ZN4core3ptr35drop_in_place$LT$std..env..Args$GT$17hf8f7e34d204239f9E";
  private static final String NEW_GROW =
      "_RNvMs3_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVecINtNtB7_3vec3VechEE8grow_one"
          + "CsjrHSEGnQ3l9_3std";
  private static final String OLD_GROW =
      "_ZN5alloc7raw_vec19RawVec$LT$T$C$A$GT$8grow_one17hcb836a4cea6f47a7E";

  private static List<String> rows(String... names) {
    return NamedCode.model(names).generics().stream()
        .map(row -> row.label() + " " + row.copyCount())
        .toList();
  }

  /** rustfilt shows both names of each pair with one path. */
  @Test
  void oneItemIsOneRow() {
    assertThat(rows(NEW_DROP, OLD_DROP, NEW_GROW, OLD_GROW))
        .containsExactlyInAnyOrder(
            "core::ptr::drop_in_place::<_> 2", "<alloc::raw_vec::RawVec<_>>::grow_one 2");
  }

  @Test
  void theArgumentsOfBothAreTold() {
    Generics generics = NamedCode.model(NEW_DROP, OLD_DROP).generics();
    assertThat(generics.typeArguments(0))
        .extracting(Cause::label)
        .containsExactlyInAnyOrder("alloc::string::String", "std::env::Args");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "core::ptr::drop_in_place::<_>                    | core::ptr::drop_in_place",
        "core::ptr::drop_in_place<_>                      | core::ptr::drop_in_place",
        "<alloc::vec::Vec<_>>::push                       | alloc::vec::Vec::push",
        "alloc::vec::Vec<_>::push                         | alloc::vec::Vec::push",
        "<alloc::vec::Vec<_> as core::ops::Drop>::drop    | <alloc::vec::Vec as"
            + " core::ops::Drop>::drop",
        "<T as core::convert::Into<_>>::into              | <_ as core::convert::Into>::into",
        "<_ as core::convert::Into<_>>::into              | <_ as core::convert::Into>::into",
        "<&T as core::fmt::Debug>::fmt                    | <&T as core::fmt::Debug>::fmt"
      })
  void aPathIsWhatBothManglingsTell(String label, String path) {
    assertThat(ItemPath.of(label)).isEqualTo(path);
  }
}
