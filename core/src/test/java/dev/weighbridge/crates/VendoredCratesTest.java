package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A program with its own copies of crates that std ships as well. */
class VendoredCratesTest {
  private static final Set<String> TWICE = Set.of("memchr", "miniz_oxide", "object");

  @Test
  void oneCopyIsOfStdAndTheOtherIsNot() {
    for (CratePolicy policy : CratePolicy.values()) {
      CrateTable crates = Crates.of(new LinkedProgram("packer").model().attribution(), policy);
      Set<String> ofStd = new TreeSet<>();
      Set<String> ofProgram = new TreeSet<>();
      for (int row = 0; row < crates.count(); row++) {
        boolean isStd = crates.crate(row).origin() == CrateOrigin.STANDARD;
        (isStd ? ofStd : ofProgram).add(crates.crate(row).name());
      }
      assertThat(ofStd)
          .as(policy.key())
          .contains("std", "core", "alloc", "gimli", "addr2line", "rustc_demangle", "adler2")
          .doesNotContain("packer", "ring", "flate2", "adler");
      assertThat(ofProgram).as(policy.key()).doesNotContain("gimli", "std_detect");
      if (policy == CratePolicy.DEFINING) {
        assertThat(ofStd).containsAll(TWICE);
        assertThat(ofProgram).containsAll(TWICE);
      }
    }
  }
}
