package dev.weighbridge.attribution.spans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files of which each byte is known: what is in them says {@code described/PROVENANCE.md}. */
class DescribedFilesTest {
  private static BinaryModel open(String name) {
    return open(name, OpenOptions.DEFAULT);
  }

  private static BinaryModel open(String name, OpenOptions options) {
    return BinaryModel.of(name, Fixtures.bytes("described/" + name), options);
  }

  private static Map<String, Long> rows(BinaryModel model, Dimension by) {
    Map<String, Long> rows = new TreeMap<>();
    for (SizeRow row : model.by(by).rows()) {
      rows.merge(row.label(), row.fileSize(), Long::sum);
    }
    return rows;
  }

  /** A deflated block of 16,096 bytes at 0xd4 with a loader of 30 bytes behind it. */
  @Test
  void aPackedProgramIsNoCode() {
    byte[] file = Fixtures.array("described/elf-packed-upx-like");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("UPX!"); at >= 0; at = text.indexOf("UPX!", at + 1)) {
      file[at] = 'X';
    }
    BinaryModel model = BinaryModel.of("unknown", Bytes.of(file), OpenOptions.DEFAULT);
    Map<String, Long> rows = rows(model, Dimensions.SYMBOL);
    assertThat(rows.get("[packed or encrypted]")).isBetween(16_096L - 512, 16_096L + 256);
    assertThat(rows(model, Dimensions.KIND).get("[code]")).isLessThan(512);
  }

  /** The same with the marks of UPX, but not its header with a checksum. */
  @Test
  void aPackerThatIsLikeUpxIsNoCode() {
    BinaryModel model = open("elf-packed-upx-like");
    assertThat(rows(model, Dimensions.SYMBOL).get("[UPX-packed data]"))
        .isGreaterThanOrEqualTo(16_096);
    assertThat(rows(model, Dimensions.KIND)).doesNotContainKey("[code]");
    assertThat(model.file().diagnostics()).hasSize(1);
  }

  /** loader.h, fileset_entry_command: a kernel and a driver with 320 and 128 bytes of code. */
  @Test
  void theFilesOfASetHaveTheirOwnSections() {
    BinaryModel model = open("macho-kernel-fileset");
    assertThat(rows(model, Dimensions.SECTION))
        .containsEntry("__text (com.apple.kernel)", 320L)
        .containsEntry("__text (com.example.driver)", 128L)
        .containsEntry("[file header of com.apple.kernel]", 32L)
        .containsEntry("[load commands of com.example.driver]", 176L);
    assertThat(rows(model, Dimensions.KIND)).containsEntry("[code]", 448L);
    assertThat(model.file().diagnostics()).isEmpty();
  }

  /** gABI 4: sections say what is in a file; what lies in none is left over, and zeros fill. */
  @Test
  void whatAnEditorLeftBehindIsNoCode() {
    BinaryModel model = open("elf-moved-sections-left");
    assertThat(rows(model, Dimensions.SYMBOL)).containsEntry("[LOAD #0]", 1_536L);
    assertThat(rows(model, Dimensions.KIND))
        .containsEntry("[code]", 96L)
        .containsEntry("[other]", 1_536L);
  }

  /** cuobjdump's words for them are elf and ptx; each has a header of 64 bytes. */
  @Test
  void theEntriesOfAFatBinaryAreRows() {
    assertThat(rows(open("elf-cuda-fat-binary"), Dimensions.SYMBOL))
        .containsEntry("[CUDA code for sm_70]", 2_280L)
        .containsEntry("[CUDA code for sm_80]", 2_280L)
        .containsEntry("[CUDA PTX for sm_80]", 608L)
        .containsEntry("[.nv_fatbin]", 16L);
  }

  /** debug/gosym of Go's library reads the same names, starts and ends. */
  @Test
  void aStrippedGoProgramNamesItsFunctions() {
    BinaryModel model = open("elf-go-stripped", OpenOptions.DEFAULT.withPricing(Pricing.OWN));
    assertThat(rows(model, Dimensions.SYMBOL))
        .containsEntry("runtime.rt0_go", 0x40L)
        .containsEntry("main.main", 0x80L)
        .containsEntry("main.(*Store).Put", 0x100L)
        .containsEntry("fmt.Fprintf", 0x60L)
        .containsEntry("github.com/example/lib.Do[...]", 0x1a0L)
        .containsEntry("runtime.etext_pad", 0x20L)
        .doesNotContainKey("[.text]");
  }

  /** llvm-readobj --coff-resources --coff-tls-directory says 92, 100, 80 and 32 bytes. */
  @Test
  void resourcesAreRowsByTypeAndName() {
    BinaryModel model = open("pe-directories.exe");
    assertThat(rows(model, Dimensions.SYMBOL))
        .containsEntry("[version resource 1]", 92L)
        .containsEntry("[\"CONFIG\" resource \"MAIN\"]", 100L)
        .containsEntry("[manifest resource 1]", 80L)
        .containsEntry("[TLS template]", 32L);
    assertThat(rows(model, Dimensions.SECTION)).containsEntry(".rsrc", 1_024L);
  }
}
