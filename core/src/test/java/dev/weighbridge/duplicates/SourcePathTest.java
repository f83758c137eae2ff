package dev.weighbridge.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {
  private static SourcePath read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SourcePath.at(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "/registry/src/index.crates.io-1949cf8c6b5b557f/serde_json-1.0.87/src/de.rs, serde_json, 1.0.87",
    "/registry/src/github.com-1ecc6299db9ec823/regex-automata-0.4.9/a.rs, regex_automata, 0.4.9",
    "/rust/deps/hashbrown-0.15.5/src/raw/mod.rs, hashbrown, 0.15.5",
    "/vendor/tokio-1.0.0-alpha.2+b/src, tokio, 1.0.0-alpha.2+b",
    "/git/checkouts/ring-0123456789abcdef/4f2a9c1/src/lib.rs, ring, git 4f2a9c1",
    "\\registry\\src\\index-1\\md5-0.7.0\\src\\lib.rs, md5, 0.7.0",
    "/vendor/sha-1-0.10.1/src, sha_1, 0.10.1",
  })
  void foldersNameACrateAndAVersion(String path, String crate, String version) {
    assertThat(read(path)).isEqualTo(new SourcePath(crate, version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vendor/serde/src/lib.rs",
        "/vendor/serde-1.0/src",
        "/registry/src/index/serde-1.0.0",
        "/registry/src/serde-1.0.0",
        "/git/checkouts/ring-0123456789abcdef/main/src/",
        "/rust/deps/",
        "/home/me/src/lib.rs",
        "/"
      })
  void othersDoNot(String path) {
    assertThat(read(path)).isNull();
  }
}
