package dev.weighbridge.attribution.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import org.junit.jupiter.api.Test;

/** Which rows of the symbol tables are the same import. */
class ImportGroupsTest {
  private final Bytes file = Bytes.of(new byte[16]);
  private final ImageBuilder builder = new ImageBuilder(file, 0, new Diagnostics());

  private void imports(String name, SymbolSource source) {
    byte[] bytes = name.getBytes(UTF_8);
    builder.symbol(
        0,
        0,
        SymbolTable.UNDEFINED,
        SymbolType.FUNCTION,
        SymbolBinding.GLOBAL,
        source,
        Bytes.of(bytes),
        0,
        bytes.length);
  }

  private int[] representatives() {
    BinaryImage image = builder.build();
    return new SymbolOwnership(image, new ImagePlaces(image, file.length())).representatives();
  }

  @Test
  void aVersionedNameIsTheDynamicImport() {
    imports("memcpy@GLIBC_2.14", SymbolSource.SYMBOL_TABLE);
    imports("memcpy", SymbolSource.DYNAMIC_TABLE);
    assertThat(representatives()).containsExactly(1, 1);
  }

  @Test
  void namesThatDifferBehindAnAtSignAreDifferentImports() {
    imports("wasi:io/poll@0.2.0 poll", SymbolSource.IMPORTS);
    imports("wasi:io/poll@0.2.1 poll", SymbolSource.IMPORTS);
    imports("wasi:io/poll@0.2.0 poll", SymbolSource.IMPORTS);
    assertThat(representatives()).containsExactly(0, 1, 0);
  }
}
