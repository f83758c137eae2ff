package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableTextTest {
  private static long id(String name, boolean isRust) {
    StableText text = new StableText();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (isRust) {
      text.readRust(bytes, bytes.length);
    } else {
      text.readOther(bytes, bytes.length);
    }
    return text.id();
  }

  @ParameterizedTest
  @CsvSource({
    "alloc_0123456789abcdef0123456789abcdef, alloc_ffffeeeeddddccccbbbbaaaa99998888",
    "anon.0123456789abcdef0123456789abcdef.7, anon.f123456789abcdef0123456789abcdef.12",
    "anon.0123456789abcdef0123456789abcdef.7.llvm.4711, anon.3123456789abcdef0123456789abcdef.1.llvm.9",
    "helper.llvm.12345678901234567890, helper.llvm.7",
    "table.12, table.3",
    "app.3a1fbbbhz9k2-cgu.0, app.z0pq7fu2z31x-cgu.11",
    "app.0123456789abcdef-cgu.0, app.feedfacecafebeef-cgu.3",
    "/home/me/serde-1.0.1/src/lib.rs, /home/me/serde-1.0.2/src/lib.rs",
    "serde-1.0.1-rc.2+build, serde-2.0.0",
    "/rustc/0123456789abcdef0123456789abcdef01234567/library, /rustc/9993456789abcdef0123456789abcdef01234567/library",
    "hashbrown[0a1b2c3d4e5f], hashbrown[ffeeddcc]",
  })
  void whatChangesFromBuildToBuildDoesNotCount(String one, String other) {
    assertThat(id(one, false)).isEqualTo(id(other, false));
  }

  @ParameterizedTest
  @CsvSource({
    "memcpy, memmove",
    "helper, helper.cold",
    "table.12, table.x",
    "sha256, sha512",
    "x86-64, x86-32",
    "[.text], [.data]",
    "deadbeef, deadbeee",
    "serde-1.0.1, serde_json-1.0.1",
    "a.0123456789abcdefg, a.9123456789abcdefg",
  })
  void whatTheSourceSaysCounts(String one, String other) {
    assertThat(id(one, false)).isNotEqualTo(id(other, false));
  }

  @ParameterizedTest
  @CsvSource({
    "a::b::{closure#0}, a::b::{closure#12}, true",
    "a::b::{shim:vtable#0}, a::b::{shim:vtable#3}, true",
    "a::b::{closure#0}, a::c::{closure#0}, false",
    "a::f::<[u8; 4]>, a::f::<[u8; 8]>, false",
  })
  void numbersOfClosuresDoNotCount(String one, String other, boolean isSame) {
    assertThat(id(one, true) == id(other, true)).isEqualTo(isSame);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "core::ptr::drop_in_place::<alloc::vec::Vec<u8>> | core::ptr::drop_in_place",
        "core::ptr::drop_in_place<alloc::vec::Vec<u8>> | core::ptr::drop_in_place",
        "<alloc::vec::Vec<T> as core::ops::Drop>::drop | <alloc::vec::Vec as core::ops::Drop>::drop",
        "a::call::<fn(u8) -> Vec<u8>>::{closure#0} | a::call::{closure#0}",
        "<&dyn Fn(u8) -> u16 as a::T<u8>>::f::<i32> | <&dyn Fn(u8) -> u16 as a::T>::f",
        "plain::name | plain::name",
        "broken::<never | broken",
      })
  void argumentsAreWhatStandsInBracketsBehindAPath(String full, String bare) {
    assertThat(StableText.bareText(full)).isEqualTo(bare);
  }
}
