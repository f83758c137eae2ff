package dev.weighbridge.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
  @ParameterizedTest
  @CsvSource({
    "FORMAT, FORMAT, EXACT",
    "SYMBOL, SYMBOL, EXACT",
    "SYMBOL, EXTENT, EXACT",
    "EXTENT, EXTENT, EXACT",
    "DEBUG, DEBUG, EXACT",
    "MAP, MAP, EXACT",
    "SYMBOL, NEIGHBOUR, INFERRED",
    "EXTENT, NEIGHBOUR, INFERRED",
    "NEIGHBOUR, NEIGHBOUR, INFERRED",
    "PADDING, PADDING, INFERRED",
    "REFERENCE, REFERENCE, REFERENCED",
    "RELOCATION, REFERENCE, REFERENCED",
    "SECTION, REFERENCE, REFERENCED",
    "SECTION, SECTION, RESIDUAL",
  })
  void theBasisFollows(Evidence names, Evidence bounds, Basis basis) {
    assertThat(Basis.of(Basis.ordinalOf(Evidence.pair(names, bounds)))).isEqualTo(basis);
  }

  @Test
  void aSpanKeepsBothWhateverTheByteIs() {
    for (Evidence names : Evidence.values()) {
      for (Evidence bounds : Evidence.values()) {
        int pair = Evidence.pair(names, bounds);
        assertThat(pair).isBetween(0, 255);
        Partition.Builder spans = new Partition.Builder(8, 0, 0);
        spans.add(8, Kind.CODE, pair, spans.location(-1, -1, -1, false), 0, -1);
        Partition partition = spans.build();
        assertThat(partition.names(0)).isEqualTo(names);
        assertThat(partition.bounds(0)).isEqualTo(bounds);
        assertThat(partition.basisOrdinal(0)).isEqualTo(Basis.ordinalOf(pair));
      }
    }
  }

  @Test
  void neighboursThatAreAsSureAreOneSpanKnownByTheLessSure() {
    Partition.Builder spans = new Partition.Builder(8, 0, 0);
    int location = spans.location(-1, -1, -1, false);
    int symbol = Evidence.pair(Evidence.SYMBOL, Evidence.SYMBOL);
    spans.add(2, Kind.CODE, symbol, location, 0, -1);
    spans.add(4, Kind.CODE, Evidence.pair(Evidence.SYMBOL, Evidence.EXTENT), location, 0, -1);
    spans.add(6, Kind.CODE, symbol, location, 0, -1);
    spans.add(8, Kind.CODE, Evidence.pair(Evidence.SYMBOL, Evidence.NEIGHBOUR), location, 0, -1);
    Partition partition = spans.build();
    assertThat(partition.spanCount()).isEqualTo(2);
    assertThat(partition.end(0)).isEqualTo(6);
    assertThat(partition.names(0)).isEqualTo(Evidence.SYMBOL);
    assertThat(partition.bounds(0)).isEqualTo(Evidence.EXTENT);
    assertThat(partition.basis(0)).isEqualTo(Basis.EXACT);
    assertThat(partition.basis(1)).isEqualTo(Basis.INFERRED);
  }
}
