package dev.weighbridge.shape;

import dev.weighbridge.formats.testing.NullLaw;
import dev.weighbridge.formats.testing.TextLaw;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every public type owes to whoever has one in hand; the reader of names has no test jars. */
class PublicValuesTest {
  @Test
  void valuesSayWhatTheyAre() throws IOException {
    TextLaw.assertThatValuesSayWhatTheyAre("core", "CsvTable", "GenericNames", "JsonTable");
  }

  @Test
  void valuesOfTheReaderOfNamesSayWhatTheyAre() throws IOException {
    TextLaw.assertThatValuesSayWhatTheyAre(
        "demangle",
        "Demangler",
        "ItaniumDemangler",
        "ItaniumNameReader",
        "MsvcDemangler",
        "MsvcNameReader",
        "RustDemangler",
        "RustNameReader",
        "SuffixSplitter",
        "SwiftDemangler");
  }

  @Test
  void nullIsRefusedByName() throws IOException {
    NullLaw.assertThatNullIsRefused("core", type -> true, Set.of());
  }

  @Test
  void theReaderOfNamesRefusesNullByName() throws IOException {
    NullLaw.assertThatNullIsRefused("demangle", type -> false, Set.of());
  }

  @Test
  void packagesSayThatNothingMayBeNull() throws IOException {
    NullLaw.assertThatPackagesAreMarked("core");
    NullLaw.assertThatPackagesAreMarked("demangle");
  }
}
