package dev.weighbridge.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(bodies.maskedHash(0))
        .isEqualTo(bodies.maskedHash(1))
        .isEqualTo(bodies.maskedHash(2));
  }

  /**
   * What each machine calls, six or eight bytes further on in the second function of three: the
   * first and the second call one place, and the third has the bytes of the first.
   */
  @ParameterizedTest
  @CsvSource({
    "x86_64, E8 10 20 30 40 C3, E8 0A 20 30 40 C3",
    "i386, E8 10 20 30 40 C3, E8 0A 20 30 40 C3",
    "aarch64, 00 40 00 94 C0 03 5F D6, FE 3F 00 94 C0 03 5F D6",
    "riscv64, EF 00 10 10 82 80, EF 00 B0 0F 82 80",
    "s390x, C0 E5 00 01 00 00 07 FE, C0 E5 00 00 FF FC 07 FE"
  })
  void callsAreEqualByWhatTheyLeadTo(String machine, String call, String same) {
    BinaryModel model =
        new CodeFile(machine).function("a", call).function("b", same).function("c", call).weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    assertThat(bodies.hash(0)).isEqualTo(bodies.hash(1)).isNotEqualTo(bodies.hash(2));
  }

  /** ADRP takes the page, whatever page it stands in: both of these are of 0x3000. */
  @Test
  void pagesAreEqualByWhereTheyAre() {
    String filler = "1F 20 03 D5 ".repeat(1024).strip();
    BinaryModel model =
        new CodeFile("aarch64")
            .function("a", "00 00 00 D0 C0 03 5F D6")
            .function("f", filler)
            .function("b", "00 00 00 B0 C0 03 5F D6")
            .function("c", "00 00 00 D0 C0 03 5F D6")
            .weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    assertThat(bodies.hash(0)).isEqualTo(bodies.hash(2)).isNotEqualTo(bodies.hash(3));
  }

  /** A jump from a function to the piece split off it stays in it; here each has its own. */
  @Test
  void jumpsBetweenPiecesOfAFunctionStayInIt() {
    BinaryModel model =
        new CodeFile("x86_64")
            .function("f", "E9 05 00 00 00")
            .function("g", "E9 01 00 00 00")
            .function("f.cold", "C3")
            .function("g.cold", "C3")
            .function("h", "E9 F9 FF FF FF C3")
            .weighed();
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    Map<String, Integer> rows = byName(model, bodies);
    assertThat(bodies.hash(rows.get("f"))).isEqualTo(bodies.hash(rows.get("g")));
    assertThat(bodies.hash(rows.get("f"))).isNotEqualTo(bodies.hash(rows.get("h")));
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

  /** Objects for i386 have what is added to a place where the relocation writes. */
  @Test
  void whatRelocationsAddTellsBodiesApart() {
    BinaryModel model =
        BinaryModel.of("o", Fixtures.bytes("bodies/addends-i386.o"), OpenOptions.DEFAULT);
    Bodies bodies = Bodies.of(model.attribution(), BodyType.CODE);
    Map<String, Integer> rows = byName(model, bodies);
    assertThat(bodies.hash(rows.get("one")))
        .isEqualTo(bodies.hash(rows.get("same")))
        .isNotEqualTo(bodies.hash(rows.get("other")));
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
