package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItaniumReferenceTest {
  /** GCC's pointer to what the unwinder needs. */
  @Test
  void aReferenceOfTheCompilerIsTextButNoEntity() {
    String name = "DW.ref._ZTIi";
    assertThat(ItaniumDemangler.tryDemangle(name)).contains("DW.ref.typeinfo for int");
    assertThat(new ItaniumNameReader().read(NameSlice.of(name))).isFalse();
  }
}
