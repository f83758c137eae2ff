package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that were demangled before they were written, by rustc-demangle with their hashes. */
class SpelledNamesTest {
  @Test
  void tellsWhatTheMangledNameTells() {
    int compared = 0;
    for (String resource : List.of("real-sample.tsv.gz", "real-fixtures.tsv.gz")) {
      for (String[] row : VectorFile.rows(resource)) {
        String spelled = row[1];
        Optional<RustName> mangled = RustDemangler.read(row[0]);
        if (mangled.isEmpty() || !row[0].startsWith("_ZN") || mangled.get().hash().isEmpty()) {
          continue;
        }
        assertThat(RustDemangler.tryDemangle(spelled)).as(spelled).contains(row[2]);
        assertThat(RustDemangler.demangle(spelled, HashVisibility.SHOWN)).isEqualTo(spelled);
        RustName found = RustDemangler.read(spelled).orElseThrow();
        RustName expected = mangled.get();
        assertThat(found.crates()).as(spelled).isEqualTo(expected.crates());
        assertThat(found.genericId()).as(spelled).isEqualTo(expected.genericId());
        assertThat(found.generic()).isEqualTo(expected.generic());
        assertThat(found.modulePath()).isEqualTo(expected.modulePath());
        assertThat(found.enclosingFunction()).isEqualTo(expected.enclosingFunction());
        assertThat(found.shim()).isEqualTo(expected.shim());
        assertThat(found.hash()).isEqualTo(expected.hash());
        // The text is without what LLVM puts behind local names.
        if (!row[0].contains(".llvm.")) {
          assertThat(found.suffixes()).as(spelled).isEqualTo(expected.suffixes());
        }
        assertThat(found.scheme()).isEqualTo(ManglingScheme.LEGACY);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(8_000);
  }

  /** The second and third column are what rustc-demangle prints with hashes and without. */
  @Test
  void tellsTheCratesOfNewerNames() {
    int compared = 0;
    int equal = 0;
    int untold = 0;
    int differing = 0;
    for (String resource : List.of("real-sample.tsv.gz", "real-fixtures.tsv.gz")) {
      for (String[] row : VectorFile.rows(resource)) {
        String spelled = row[1];
        Optional<RustName> mangled = RustDemangler.read(row[0]);
        if (mangled.isEmpty() || !row[0].startsWith("_R") || !spelled.contains("]::")) {
          continue;
        }
        Optional<RustName> found = RustDemangler.read(spelled);
        assertThat(found).as(spelled).isPresent();
        RustCrates crates = found.get().crates();
        RustCrates expected = mangled.get().crates();
        compared++;
        if (crates.defining().isEmpty()) {
          // The text does not say where methods of a built-in type are from.
          assertThat(spelled).as(row[0]).startsWith("<");
          untold++;
          continue;
        }
        boolean isAlike = names(crates).equals(names(expected));
        // Nor does it say whether a method of a trait is the trait's own or that of an impl.
        assertThat(isAlike || spelled.contains(" as ") || spelled.startsWith("<"))
            .as(spelled + names(crates) + names(expected))
            .isTrue();
        differing += isAlike ? 0 : 1;
        assertThat(RustDemangler.demangle(spelled)).doesNotContain("[0123");
        assertThat(RustDemangler.demangle(spelled, HashVisibility.SHOWN)).isEqualTo(spelled);
        equal += RustDemangler.demangle(spelled).equals(row[2]) ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(1_000);
    assertThat(untold).isLessThan(compared / 20);
    assertThat(differing).isLessThan(compared / 10);
    equal += untold;
    // The reference leaves out the types of constants, too.
    assertThat(equal).isGreaterThan(compared * 97 / 100);
  }

  private static List<Optional<String>> names(RustCrates crates) {
    return List.of(
        crates.defining().map(CrateName::name), crates.responsible().map(CrateName::name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo[abi:cxx11]::bar",
        "a[0]::b",
        "std[0123456789abcdef0]::io",
        "std[]::io",
        "[4f]::io",
        "std[4F]::io",
        "std[4f]:io",
        "std[4f]::i\no"
      })
  void leavesOtherBracketsAlone(String name) {
    boolean isRoot = name.equals("a[0]::b");
    assertThat(RustDemangler.read(name).isPresent()).isEqualTo(isRoot);
  }

  @Test
  void keepsWhatToolsPutBehindIt() {
    String name = "closure::Fn::describe::invoke::hafff1d6f7a57da7d externref shim";
    RustName read = RustDemangler.read(name).orElseThrow();
    assertThat(read.crates().defining()).contains(new CrateName("closure", 0));
    assertThat(read.suffixes()).extracting(SymbolSuffix::text).containsExactly(" externref shim");
    assertThat(RustDemangler.tryDemangle(name)).isEmpty();
    assertThat(RustDemangler.demangle("a::b::h0123456789abcdef.llvm.77")).isEqualTo("a::b.llvm.77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h0123456789abcdef",
        "::h0123456789abcdef",
        "std::vector<int>::push_back(int const&)",
        "a::b::h0123456789abcdeg",
        "a::b::h0123456789abcde",
        "a::b::h0123456789abcdef0",
        "a::h0123456789abcdef::b",
        "f(a::h0123456789abcdef)",
        "a\n::b::h0123456789abcdef",
      })
  void leavesEverythingElse(String name) {
    assertThat(RustDemangler.read(name)).isEmpty();
    assertThat(RustDemangler.tryDemangle(name)).isEmpty();
  }
}
