package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locations as text and back. */
class LocationTest {
  @Test
  void areReadAsTheyAreWritten() {
    Location inner = new Location(List.of("image.tar", "usr/bin/a@b!c\\d"), 0x41a40);
    assertThat(inner).hasToString("image.tar!usr/bin/a\\@b\\!c\\\\d@0x41a40");
    assertThat(Location.parse(inner.toString())).contains(inner);
    assertThat(Location.inFile(16)).hasToString("@0x10");
    assertThat(Location.parse("@16")).contains(Location.inFile(16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app", "@", "@-1", "@+1", "@0x", "@12x", "@99999999999999999999"})
  void otherTextIsNone(String text) {
    assertThat(Location.parse(text)).isEmpty();
  }

  @Test
  void haveNoNegativeOffset() {
    assertThatThrownBy(() -> Location.inFile(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
