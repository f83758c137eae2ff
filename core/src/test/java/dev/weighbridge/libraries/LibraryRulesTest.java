package dev.weighbridge.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.config.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders and names as units of published files have them. */
class LibraryRulesTest {
  @ParameterizedTest
  @CsvSource({
    "./nptl, ../sysdeps/unix/sysv/linux/x86/pthread.c, glibc",
    "./csu, init.c, glibc",
    "/build/musl-1.2.3/musl-1.2.3, crt/crt1.c, musl",
    "/build/wasi, ./libc-top-half/musl/src/stdio/vfprintf.c, wasi-libc",
    "/build/wasi, ./dlmalloc/src/dlmalloc.c, wasi-libc",
    "/build/m/mingw-w64-crt, ./crt/crtexe.c, mingw-w64",
    "/home/dev/zlib-1.2.11, inflate.c, zlib",
    "/home/dev/.cargo/registry/src/index.crates.io-6f17d22bba15001f/zstd-sys-2.0.8,"
        + " zstd/lib/common/debug.c, libzstd",
    "/home/dev/.cargo/registry/src/index.crates.io-6f17d22bba15001f/openssl-src-111.28.0/openssl,"
        + " crypto/aes/aes_cbc.c, OpenSSL",
    "/home/dev/.cargo/registry/src/index.crates.io-6f17d22bba15001f/foo-2-bar-1.0.0-rc.1+x,"
        + " src/lib.rs, foo-2-bar",
    "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860, library/std/src/lib.rs/@/std.a-cgu.0, Rust"
        + " standard library",
    "/home/dev/ws, app/src/main.rs/@/app.71cb2d216af34e0e-cgu.0, app",
    "C:\\ws, third_party\\icu4c\\source\\common\\uchar.cpp, ICU",
    "/home/dev/ws, vendor/minizlib/crc.c, minizlib",
    "/home/dev/art, paint.cpp, ''"
  })
  void namesTheLibraryOfAPath(String directory, String name, String library) {
    assertThat(LibraryRules.builtIn().of(directory, name).name()).isEqualTo(library);
  }

  @Test
  void tellsVersionsOfPublishedCrates() {
    String folder = "/home/user/.cargo/registry/src/-feb9ade48315aae6/foo-2-bar-1.0.0-rc.1+x";
    UnitLibrary library = LibraryRules.builtIn().of(folder, "src/lib.rs/@/foo.0-cgu.0");
    assertThat(library).isEqualTo(new UnitLibrary("foo-2-bar", "1.0.0-rc.1+x"));
    assertThat(LibraryRules.builtIn().of("", "x/vendor/lib-1.2/a.c"))
        .isEqualTo(new UnitLibrary("lib", "1.2"));
    assertThat(LibraryRules.builtIn().of("", "").isKnown()).isFalse();
  }

  @Test
  void tellsRevisionsOfCratesFromGit() {
    String folder = "/home/user/.cargo/git/checkouts/tools-0123456789abcdef/1a2b3c4/one";
    assertThat(LibraryRules.builtIn().of(folder, "src/lib.rs/@/one.0-cgu.0"))
        .isEqualTo(new UnitLibrary("one", "git 1a2b3c4"));
    assertThat(LibraryRules.published(folder + "/src/lib.rs"))
        .isEqualTo(new UnitLibrary("tools", "git 1a2b3c4"));
  }

  /** Any folder may end in a version; it is that of the crate only if it has the crate's name. */
  @Test
  void tellsVersionsOfCratesOutsideOfRegistries() {
    LibraryRules rules = LibraryRules.builtIn();
    assertThat(rules.of("/src", "two-parts-1.2.3/src/lib.rs/@/two_parts.0-cgu.0"))
        .isEqualTo(new UnitLibrary("two_parts", "1.2.3"));
    assertThat(rules.of("/build/app-1.2.3", "one-2.0.0/src/lib.rs/@/one.0-cgu.0"))
        .isEqualTo(new UnitLibrary("one", "2.0.0"));
    assertThat(rules.of("/build/app-1.2.3", "one/src/lib.rs/@/one.0-cgu.0"))
        .isEqualTo(new UnitLibrary("one", ""));
    assertThat(LibraryRules.published("/build/one-1.2.3/src/lib.rs").isKnown()).isFalse();
  }

  @Test
  void refusesRulesWithoutAPattern() {
    assertThatThrownBy(() -> LibraryRules.parse("x.toml", "[[library]]\nname = \"a\""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("a pattern, or names");
  }

  @Test
  void refusesNamesThatAreNone() {
    for (String key : List.of("symbols = ['a*b']", "also = ['a b']", "scopes = ['a:b']")) {
      String text = "[[library]]\nname = 'a'\npath = 'a'\n" + key;
      assertThatThrownBy(() -> LibraryRules.parse("x.toml", text))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("x.toml: line 4");
    }
  }

  @Test
  void putsRulesOfUsersFirst() {
    LibraryRules rules =
        LibraryRules.parse("x.toml", "[[library]]\nname = 'ours'\npath = '/zlib-1.2.11/'");
    assertThat(rules.of("/home/dev/zlib-1.2.11", "inflate.c").name()).isEqualTo("ours");
    assertThat(rules.of("/home/dev/libssh2-1.0", "src/agent.c").name()).isEqualTo("libssh2");
  }
}
