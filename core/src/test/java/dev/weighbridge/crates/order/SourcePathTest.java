package dev.weighbridge.crates.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourcePathTest {
  @ParameterizedTest
  @CsvSource({
    "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/fmt/mod.rs, STANDARD, core",
    "library/std/src/io/mod.rs, STANDARD, std",
    "/usr/src/rustc-1.63.0/library/alloc/src/vec/mod.rs, STANDARD, alloc",
    "/x/lib/rustlib/src/rust/library/core/src/str/mod.rs, STANDARD, core",
    "/rust/deps/gimli-0.32.3/src/read/abbrev.rs, SHIPPED, gimli",
    "/usr/src/rustc-1.63.0/vendor/addr2line/src/lib.rs, SHIPPED, addr2line",
    "/u/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/csv-core-0.1.6/src/w.rs, REGISTRY,"
        + " csv_core",
    "C:\\u\\r"
        + "egistry\\src\\github.com-1ecc6299db9ec823\\memchr-2.5.0\\src\\lib.rs, REGISTRY, memchr",
    "/r/serde_json-1.0.87/src/de.rs, REGISTRY, serde_json",
    "vendor/bitflags-1.3.2/src/lib.rs, REGISTRY, bitflags",
    "/u/.cargo/git/checkouts/tokio-377c595163f99a10/1b2c3d4/tokio/src/net.rs, REGISTRY, tokio",
    "src/main.rs, LOCAL, ''",
    "./tally.rs, LOCAL, ''",
    "crates/core/app.rs, LOCAL, ''",
    "crates/ignore/src/walk.rs, LOCAL, crates/ignore/src",
    "/home/me/app/src/main.rs, LOCAL, app/src",
    "D:\\work\\app\\src\\main.rs, LOCAL, app/src",
    "/home/me/app.rs, UNKNOWN, ''"
  })
  void tellsTheCrateOfASource(String path, SourcePath.Origin origin, String name) {
    assertThat(SourcePath.of(path)).isEqualTo(new SourcePath(origin, name));
  }

  static Stream<String> odd() {
    return Stream.of("", "/", "//", "-1.2.3/x.rs", "a-1.2.3", "/library/", "library//x", "/src/");
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddPathsNameNoCrate(String path) {
    assertThat(SourcePath.of(path).name()).isEmpty();
  }
}
