package dev.weighbridge.formats.macho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.signature.CodeDirectory;
import dev.weighbridge.formats.macho.signature.CodeSignature;
import dev.weighbridge.formats.testing.Fixtures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that no tool prints, held against other parts of the same file. */
class MachOTablesTest {
  private static MachOFile macho(String name) {
    return MachOFile.of(Fixtures.bytes("macho/" + name));
  }

  /** The hashes of a signature are those of the pages. */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-arm64-chained", "tiny-arm64", "tiny-arm64-chained"})
  void signatureHashesThePages(String name) throws NoSuchAlgorithmException {
    MachOFile macho = macho(name);
    CodeSignature signature = macho.codeSignature().orElseThrow();
    CodeDirectory directory = signature.codeDirectories().get(0);
    assertThat(directory.hashType()).isEqualTo(2);
    assertThat(directory.pageCount()).isPositive();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (long page = 0; page < directory.pageCount(); page++) {
      long start = page * directory.pageSize();
      long end = Math.min(directory.codeLimit(), start + directory.pageSize());
      long hash = directory.hashStart(page);
      assertThat(sha256.digest(macho.bytes().toArray(start, end)))
          .as("page %d", page)
          .isEqualTo(macho.bytes().toArray(hash, hash + directory.hashSize()));
    }
    assertThat(directory.identifier()).isNotEmpty();
    assertThat(directory.codeLimit()).isEqualTo(signature.fileStart());
  }

  /** Each pointer of the GOT gets the import that the indirect symbol table names for it. */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-arm64-chained", "libfixlib-arm64.dylib", "j2c-x64-all-strip"})
  void fixupsAgreeWithTheIndirectSymbols(String name) {
    MachOFile macho = macho(name);
    Fixups fixups = macho.fixups();
    Set<String> bound = new TreeSet<>();
    for (MachOSection section : macho.sections()) {
      boolean isPointers =
          section.type() == MachOConstants.S_NON_LAZY_SYMBOL_POINTERS
              || section.type() == MachOConstants.S_LAZY_SYMBOL_POINTERS;
      for (int i = 0; isPointers && i < section.memorySize() / 8; i++) {
        int symbol = macho.indirectSymbols().symbol(section.reserved1() + i);
        long place = section.address() + 8L * i;
        String imported =
            fixups.stream()
                .filter(f -> f.place() == place && f.importRow() >= 0)
                .map(f -> fixups.imports().name(f.importRow()))
                .findFirst()
                .orElseThrow();
        assertThat(imported).isEqualTo(macho.symbolTable().name(symbol));
        bound.add(imported);
      }
    }
    assertThat(bound).isNotEmpty();
  }

  /** Chained rebases point into the image, most of them at sections. */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-arm64-chained", "libfixlib-arm64.dylib", "j2c-x64-all-strip"})
  void rebasesPointIntoTheImage(String name) {
    MachOFile macho = macho(name);
    Fixups fixups = macho.fixups();
    assertThat(fixups.count()).isGreaterThan(100);
    for (int row = 0; row < fixups.count(); row++) {
      long target = fixups.target(row);
      if (fixups.importRow(row) < 0) {
        assertThat(macho.sections()).anyMatch(s -> s.contains(target));
      }
      assertThat(fixups.place(fixups.at(fixups.place(row)))).isEqualTo(fixups.place(row));
    }
  }
}
