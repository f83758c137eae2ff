package dev.weighbridge.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final String CALL_A = "E8 10 20 30 40 C3";
  private static final String CALL_B = "E8 11 20 30 40 C3";

  private static Map<String, Integer> byName(BinaryModel model, Bodies bodies) {
    Owners owners = model.attribution().owners();
    Map<String, Integer> rows = new HashMap<>();
    for (int body = 0; body < bodies.count(); body++) {
      rows.put(owners.text(bodies.owner(body)), body);
    }
    return rows;
  }

  @Test
  void equalButForDistances() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("a", CALL_A)
            .function("b", CALL_B)
            .function("c", CALL_A)
            .weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    assertThat(bodies.isMaskingSupported()).isTrue();
    assertThat(bodies.count()).isEqualTo(3);
    assertThat(bodies.hash(0)).isEqualTo(bodies.hash(2)).isNotEqualTo(bodies.hash(1));
    assertThat(bodies.maskedHash(0))
        .isEqualTo(bodies.maskedHash(1))
        .isEqualTo(bodies.maskedHash(2));
  }

  /** Relocations that lead into the body itself are as good as its bytes. */
  @Test
  void functionsThatCallThemselvesAreEqual() {
    BinaryModel model =
        BinaryModel.of("o", Fixtures.bytes("bodies/equal-riscv.o"), OpenOptions.DEFAULT);
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    Map<String, Integer> rows = byName(model, bodies);
    assertThat(bodies.hash(rows.get("one"))).isEqualTo(bodies.hash(rows.get("other")));
    assertThat(bodies.hash(rows.get("first"))).isNotEqualTo(bodies.hash(rows.get("second")));
    assertThat(bodies.maskedHash(rows.get("first")))
        .isNotEqualTo(bodies.maskedHash(rows.get("second")));
  }

  @Test
  void otherMachinesCompareBytes() {
    BinaryModel model = new CodeFile("mips").function("a", CALL_A).function("b", CALL_B).weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    assertThat(bodies.isMaskingSupported()).isFalse();
    assertThat(bodies.maskedHash(0)).isNotEqualTo(bodies.maskedHash(1));
  }

  @Test
  void piecesBelongToTheirParent() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("f", CALL_A)
            .function("lonely.cold", "90")
            .function("f.part.0", "90 90")
            .function("f.part.0.cold", "90 90 90")
            .function("g.llvm.123", "C3")
            .function("g", "C3")
            .weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    Map<String, Integer> rows = byName(model, bodies);
    assertThat(rows).containsOnlyKeys("f", "lonely.cold", "g.llvm.123", "g");
    assertThat(bodies.size(rows.get("f"))).isEqualTo(11);
    assertThat(bodies.spans().spanCount(rows.get("f"))).isEqualTo(3);
  }

  @Test
  void whatARelocationWritesTellsBodiesOfObjectsApart() {
    // Its calls are zeros until they are linked, so bytes alone would take callers for equal.
    BinaryModel model =
        BinaryModel.of("generic-v0.o", Fixtures.bytes("elf/generic-v0.o"), OpenOptions.DEFAULT);
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    Map<String, Integer> rows = byName(model, bodies);
    String vec = "_RINvNtCsgEmfK2I1SDS_4core3ptr13drop_in_placeINtNtCslNYArtu3iFV_5alloc3vec3VecI";
    assertThat(rows.keySet()).anyMatch(name -> name.startsWith(vec));
    long masked = rows.values().stream().map(bodies::maskedHash).distinct().count();
    long exact = rows.values().stream().map(bodies::hash).distinct().count();
    assertThat(masked).isLessThan(exact);
  }
}
