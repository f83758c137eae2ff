package dev.weighbridge.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LibrarySymbolsTest {
  private static final Path MADE =
      Path.of("src/main/resources/dev/weighbridge/libraries", LibrarySymbols.FILE);

  /** The library of a name in a file that defines some others; empty if it is none. */
  private static String library(LibrarySymbols symbols, String name, String... others) {
    BitSet present = new BitSet();
    for (String other : others) {
      symbols.addSure(symbols.find(other), present);
    }
    int known = symbols.find(name);
    if (known >= 0) {
      symbols.addSure(known, present);
    }
    int library = known < 0 ? -1 : symbols.decide(known, present);
    return library < 0 ? "" : symbols.library(library);
  }

  private static String library(String name, String... others) {
    return library(LibrarySymbols.builtIn(), name, others);
  }

  @Test
  void isMadeFromTheRules() throws IOException {
    String made =
        LibraryRules.builtInNames().stream()
            .map(names -> names.line() + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(MADE, made);
    }
    assertThat(Files.readString(MADE)).isEqualTo(made);
  }

  @Test
  void knowsNamesThatTellByThemselves() {
    assertThat(library("sqlite3_open")).isEqualTo("SQLite");
    assertThat(library("ring_core_0_17_14__OPENSSL_cpuid_setup")).isEqualTo("ring");
    assertThat(library("_ZN6google8protobuf7Message5ClearEv")).isEqualTo("Protocol Buffers");
    assertThat(library("_ZZNK4absl4Cord4SizeEvE5local")).isEqualTo("Abseil");
    assertThat(library("main")).isEmpty();
    assertThat(library("sqlite")).isEmpty();
  }

  @Test
  void takesCommonNamesOnlyAmongOthersOfTheLibrary() {
    assertThat(library("inflate")).isEmpty();
    assertThat(library("inflate", "inflateInit_")).isEqualTo("zlib");
    assertThat(library("SSL_read", "libssh2_init")).isEmpty();
    assertThat(library("SSL_read", "EVP_sha256")).isEqualTo("OpenSSL");
  }

  /** zlib-ng defines the same names where it stands for zlib. */
  @Test
  void saysNothingWhereTwoLibrariesMayBeMeant() {
    assertThat(library("deflateBound", "deflateInit_", "zng_crc32")).isEmpty();
    assertThat(library("deflateBound", "zng_crc32")).isEqualTo("zlib-ng");
  }

  @Test
  void letsTheLongestNameDecide() {
    LibrarySymbols symbols =
        LibrarySymbols.builtIn()
            .and(
                List.of(
                    new LibraryNames("short", List.of("ab*"), List.of(), List.of()),
                    new LibraryNames("long", List.of("abc_*"), List.of(), List.of()),
                    new LibraryNames("ours", List.of("sqlite3*"), List.of(), List.of())));
    assertThat(library(symbols, "abd")).isEqualTo("short");
    assertThat(library(symbols, "abc")).isEqualTo("short");
    assertThat(library(symbols, "abc_d")).isEqualTo("long");
    assertThat(library(symbols, "abca")).isEqualTo("short");
    assertThat(library(symbols, "a")).isEmpty();
    assertThat(library(symbols, "sqlite3_open")).isEqualTo("ours");
  }

  @Test
  void knowsFilesOfLibrariesThatArePresent() {
    LibrarySymbols symbols = LibrarySymbols.builtIn();
    BitSet present = new BitSet();
    assertThat(symbols.ofFile("sqlite3.c", present)).isEqualTo(-1);
    symbols.addSure(symbols.find("sqlite3_open"), present);
    assertThat(symbols.library(symbols.ofFile("sqlite3.c", present))).isEqualTo("SQLite");
    assertThat(symbols.ofFile("main.c", present)).isEqualTo(-1);
  }
}
