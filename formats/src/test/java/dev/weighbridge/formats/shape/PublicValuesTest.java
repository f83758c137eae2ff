package dev.weighbridge.formats.shape;

import dev.weighbridge.formats.testing.NullLaw;
import dev.weighbridge.formats.testing.TextLaw;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every public type owes to whoever has one in hand. */
class PublicValuesTest {
  @Test
  void valuesSayWhatTheyAre() throws IOException {
    TextLaw.assertThatValuesSayWhatTheyAre("formats", "AbbreviationTables", "ElfPointerReader");
  }

  @Test
  void nullIsRefusedByName() throws IOException {
    NullLaw.assertThatNullIsRefused("formats", type -> false, Set.of("Work.tell", "Work.tellAt"));
  }

  @Test
  void packagesSayThatNothingMayBeNull() throws IOException {
    NullLaw.assertThatPackagesAreMarked("formats");
  }
}
