package dev.weighbridge.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of one byte of code. */
class DebugLayersTest {
  private static List<String> layers(String fixture, long address) {
    BinaryModel model = BinaryModel.of("x", Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    Explanation known = model.explainAddress(address).orElseThrow();
    return model.withDebugInformation(known).layers().stream()
        .skip(known.layers().size())
        .map(layer -> layer.name() + " " + layer.text())
        .toList();
  }

  /** As {@code llvm-symbolizer --inlines} tells it, from the innermost function on. */
  @Test
  void callsInlinedIntoEachOtherAreToldFromTheOutermostOn() {
    assertThat(layers("dwarf/app-full-v5-v0-zlib", 0x65b3))
        .containsExactly(
            "unit textkit/src/lib.rs/@/textkit.958b3f670c636c38-cgu.1",
            "function <smallvec::SmallVec<[usize; 8]>>::try_reserve",
            "inlined <smallvec::SmallVec<[usize; 8]>>::try_grow,"
                + " called at smallvec-1.9.0/src/lib.rs:957",
            "inlined alloc::alloc::alloc, called at smallvec-1.9.0/src/lib.rs:909",
            "line library/alloc/src/alloc.rs:93:9");
  }

  @Test
  void dataHasThePlaceOfItsDeclaration() {
    assertThat(layers("dwarf/c-x64-g-dwarf4", 0x2024)).containsExactly("declared prog.c:7");
    assertThat(layers("dwarf/c-x64-g-dwarf4", 0x2000)).isEmpty();
  }

  @Test
  void nothingIsAddedWhereNothingIsTold() {
    assertThat(layers("elf/c-x64", 0x1060)).isEmpty();
    BinaryModel model =
        BinaryModel.of("x", Fixtures.bytes("dwarf/tomb-lld-v5"), OpenOptions.DEFAULT);
    Explanation header = model.explainOffset(0).orElseThrow();
    assertThat(model.withDebugInformation(header)).isEqualTo(header);
  }
}
