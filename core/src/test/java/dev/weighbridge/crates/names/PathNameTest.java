package dev.weighbridge.crates.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "j2c::csv::write_rows<std::io::stdio::StdoutLock> | j2c | j2c",
        "core::ptr::drop_in_place<alloc::vec::Vec<j2c::Row> > | core | j2c",
        "core::ptr::drop_in_place<std::env::Args> | core | core",
        "impl$<tiny::Fnv, tiny::Hash>::vtable$ | tiny | tiny",
        "alloc::collections::impl$36::drop::impl$0::drop<enum2$<j2c::Value> > | alloc | j2c",
        "core::fmt::impl$80::fmt<ref$<str$> > | core | core"
      })
  void readsTheCratesOfAPath(String name, String defining, String responsible) {
    PathName path = PathName.of(name);
    assertThat(path.defining()).isEqualTo(defining);
    assertThat(path.responsible()).isEqualTo(responsible);
  }

  @Test
  void otherNamesAreNoPaths() {
    assertThat(PathName.of("").isPath()).isFalse();
    assertThat(PathName.of("__imp_CloseHandle").isPath()).isFalse();
    assertThat(PathName.of("::").isPath()).isFalse();
    assertThat(PathName.of("impl$0::").isPath()).isFalse();
  }
}
