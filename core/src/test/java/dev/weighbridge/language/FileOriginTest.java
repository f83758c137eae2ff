package dev.weighbridge.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.XZInputStream;

/** What files of known builds are written in; how each was made stands beside it. */
class FileOriginTest {
  private static FileOrigin origin(String fixture) throws IOException {
    Bytes bytes = Fixtures.bytes(fixture);
    if (fixture.endsWith(".xz")) {
      byte[] packed = Fixtures.array(fixture);
      try (XZInputStream stream = new XZInputStream(new ByteArrayInputStream(packed))) {
        bytes = Bytes.of(stream.readAllBytes());
      }
    }
    return FileOrigin.of(BinaryModel.of(fixture, bytes, OpenOptions.DEFAULT).attribution());
  }

  @ParameterizedTest
  @CsvSource({
    "elf/c-x64, gcc, C",
    "elf/c-relr, clang, C",
    "elf/c-static-musl, gcc, C",
    "elf/cpp-x64, gcc, C++",
    "elf/tiny-thumbv7em, rustc, Rust",
    "elf/j2c-bs-all-immediate-sym, rustc, Rust",
    "elf/generic-v0.o, rustc, Rust",
    "elf/libfix-strip.so, gcc, C",
    "advisor/j2c-release.xz, rustc, Rust",
    "advisor/j2c-strip.xz, rustc, Rust",
    "advisor/j2c-bs-all-immediate.xz, rustc, Rust",
    "macho/libfix-arm64.dylib, clang, C",
    "macho/objc-arm64.o, clang, Objective-C",
    "macho/j2c-x64-all-strip, rustc, Rust",
    "pe/c-mingw-x86.exe, mingw, C",
    "pe/c-mingw-x64-strip.exe, mingw, C",
    "pe/c-msvc-x64.exe, msvc, C",
    "pe/j2c-msvc-x64-all.exe, rustc, Rust",
    "wasm/j2c-196.wasm, rustc, Rust",
    "origin/ada.xz, gnat, Ada",
    "origin/fortran.xz, gnu-fortran, Fortran",
    "origin/dldc.xz, d, D",
    "origin/nim.xz, nim, C Nim",
    "origin/assemblyscript.wasm.xz, assemblyscript, AssemblyScript"
  })
  void toolsAndLanguagesAreThoseOfTheBuild(String fixture, String toolchain, String languages)
      throws IOException {
    FileOrigin origin = origin(fixture);
    assertThat(origin.toolchain().key()).isEqualTo(toolchain);
    assertThat(origin.languages().stream().map(Language::text).collect(Collectors.joining(" ")))
        .isEqualTo(languages);
  }

  @ParameterizedTest
  @CsvSource({"elf/c-relr, true", "elf/tiny-thumbv7em, true", "elf/c-x64, false"})
  void lldLeavesItsName(String fixture, boolean isByLld) throws IOException {
    assertThat(origin(fixture).isByLld()).isEqualTo(isByLld);
  }
}
