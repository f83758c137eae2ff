package dev.weighbridge.wasm.shape;

import dev.weighbridge.formats.testing.NullLaw;
import dev.weighbridge.formats.testing.TextLaw;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every public type owes to whoever has one in hand. */
class PublicValuesTest {
  @Test
  void valuesSayWhatTheyAre() throws IOException {
    TextLaw.assertThatValuesSayWhatTheyAre("wasm");
  }

  @Test
  void nullIsRefusedByName() throws IOException {
    NullLaw.assertThatNullIsRefused("wasm", type -> false, Set.of());
  }

  @Test
  void packagesSayThatNothingMayBeNull() throws IOException {
    NullLaw.assertThatPackagesAreMarked("wasm");
  }
}
