package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import org.junit.jupiter.api.Test;

class ElfCompanionSymbolsTest {
  private static final int ROW = 24;
  private static final int SHNDX_AT = 6;

  /** A number that the specification keeps for machines: it says nothing of the section. */
  private static final int RESERVED = 0xFFF5;

  private static SymbolTable symbols(byte[] debugFile) {
    SideFiles files = SideFiles.of(new SideFile("c-split.debug", Bytes.of(debugFile)));
    BinaryImage image =
        FormatRegistry.installed()
            .read("c-split", Fixtures.bytes("elf/c-split"), files)
            .images()
            .get(0);
    return image.symbols();
  }

  @Test
  void aReservedSectionIsFoundByTheAddress() {
    byte[] sound = Fixtures.array("elf/c-split.debug");
    byte[] odd = sound.clone();
    ElfFile file = ElfFile.of(Bytes.of(sound));
    ElfSymbolTable table = file.symbolTable();
    long start = file.section(".symtab").orElseThrow().offset();
    int changed = 0;
    for (int row = 1; row < table.count(); row++) {
      if (table.section(row) > 0) {
        int at = (int) start + ROW * row + SHNDX_AT;
        odd[at] = (byte) RESERVED;
        odd[at + 1] = (byte) (RESERVED >> 8);
        changed++;
      }
    }
    assertThat(changed).isPositive();
    SymbolTable expected = symbols(sound);
    SymbolTable found = symbols(odd);
    assertThat(found.count()).isEqualTo(expected.count());
    int inSection = 0;
    for (int row = 0; row < found.count(); row++) {
      assertThat(found.address(row)).isEqualTo(expected.address(row));
      inSection += found.section(row) == expected.section(row) ? 1 : 0;
    }
    assertThat(inSection).isGreaterThan(found.count() * 3 / 4);
  }
}
