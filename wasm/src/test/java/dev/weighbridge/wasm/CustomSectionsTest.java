package dev.weighbridge.wasm;

import static dev.weighbridge.wasm.WasmWriter.hex;
import static dev.weighbridge.wasm.WasmWriter.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.linking.DynamicLibrary;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;
import dev.weighbridge.wasm.linking.WasmRelocations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomSectionsTest {
  private static final String KINDS = "FDGSET";

  private static CustomSections of(String fixture) {
    return WasmModule.of(Fixtures.bytes("wasm/" + fixture)).custom();
  }

  private static CustomSections custom(String name, String payload) {
    return WasmModule.of(WasmWriter.module().custom(name, hex(payload)).bytes()).custom();
  }

  @Test
  void agreesWithObjdumpOnSymbols() {
    for (String fixture : List.of("tiny-196.o", "c-wasm32-relocs.wasm")) {
      LinkingSymbolTable symbols = of(fixture).linking().orElseThrow().symbols();
      List<String> found = new ArrayList<>();
      for (int i = 0; i < symbols.count(); i++) {
        String place =
            symbols.kind(i) == LinkingSymbolTable.SYMTAB_DATA
                ? " segment=" + symbols.item(i) + " offset=" + symbols.offset(i)
                : "";
        found.add(i + ": " + KINDS.charAt(symbols.kind(i)) + place);
      }
      List<String> expected =
          Fixtures.lines("wasm/" + fixture + ".details.txt").stream()
              .filter(line -> line.matches("   - \\d+: [FDGSET] <.*"))
              .map(line -> line.substring(5).replaceFirst(" <.*> segment", " segment"))
              .map(line -> line.replaceFirst(" size=.*", "").replaceFirst(" <.*", ""))
              .toList();
      assertThat(found).as(fixture).isEqualTo(expected);
    }
  }

  @Test
  void agreesWithObjdumpOnRelocations() {
    for (String fixture : List.of("tiny-196.o", "c-wasm32-relocs.wasm")) {
      List<String> found = new ArrayList<>();
      for (WasmRelocations table : of(fixture).relocations()) {
        for (int i = 0; i < table.count(); i++) {
          String addend = table.addend(i) == 0 ? "" : "+0x" + Long.toHexString(table.addend(i));
          found.add(Long.toHexString(table.offset(i)) + " " + table.index(i) + addend);
        }
      }
      List<String> expected =
          Fixtures.lines("wasm/" + fixture + ".details.txt").stream()
              .filter(line -> line.contains("   - R_WASM_"))
              .map(
                  line ->
                      line.replaceFirst(".* offset=(0x)?0*([0-9a-f]*)\\(.*\\) ", "$2 ")
                          .replaceFirst(" (symbol|type)=(\\d+)", " $2")
                          .replaceFirst(" <[^ ]*>", "")
                          .replaceFirst("^ ", "0 "))
              .toList();
      // The text of the object file is cut after some hundred lines.
      assertThat(found).as(fixture).startsWith(expected.toArray(String[]::new));
    }
  }

  @Test
  void readsWhatADynamicLibraryAsks() {
    assertThat(of("c-pic.wasm").dynamicLibrary())
        .contains(new DynamicLibrary(2080, 4, 0, 0, List.of()));
    assertThat(custom("dylink.0", "01 04 08 02 00 00 02 04 01 02 6c62").dynamicLibrary())
        .contains(new DynamicLibrary(8, 2, 0, 0, List.of("lb")));
  }

  @Test
  void readsProducersAndFeatures() {
    CustomSections custom = of("j2c-196.wasm");
    assertThat(custom.producers()).extracting(ProducersField::name).containsExactly("processed-by");
    assertThat(custom.producers().get(0).values().get(0).name()).isEqualTo("rustc");
    assertThat(custom.targetFeatures()).contains(new TargetFeature('+', "bulk-memory"));
  }

  @Test
  void readsIdentities() {
    assertThat(custom("build_id", "03 0aff10").buildId()).contains("0aff10");
    assertThat(custom("sourceMappingURL", "03 612e6d").sourceMap()).contains("a.m");
    assertThat(custom("external_debug_info", "01 64").externalDebugInfo()).contains("d");
  }

  @Test
  void readsBranchHints() {
    WasmWriter module =
        WasmWriter.module()
            .items(3, "00")
            .custom("metadata.code.branch_hint", hex("01 00 02 05 01 01 09 01 00"))
            .items(10, "02 00 0b");
    List<CodeMetadata> metadata = WasmModule.of(module.bytes()).custom().codeMetadata();
    assertThat(metadata).hasSize(1);
    assertThat(metadata.get(0).type()).isEqualTo("branch_hint");
    assertThat(metadata.get(0).itemCount()).isEqualTo(2);
    assertThat(metadata.get(0).fileEnd() - metadata.get(0).fileStart()).isEqualTo(8);
  }

  @Test
  void readsSegmentsInitialFunctionsAndGroups() {
    byte[] payload =
        new ByteWriter()
            .u8(2)
            .raw(WasmWriter.subsection(5, hex("01 03 2e6161 04 02")))
            .raw(WasmWriter.subsection(6, hex("01 05 00")))
            .raw(WasmWriter.subsection(7, hex("01 01 67 00 01 00 00")))
            .array();
    Linking linking =
        WasmModule.of(WasmWriter.module().custom("linking", payload).bytes())
            .custom()
            .linking()
            .orElseThrow();
    assertThat(linking.version()).isEqualTo(2);
    assertThat(linking.segments().get(0).name()).isEqualTo(".aa");
    assertThat(linking.initFunctions()).containsExactly(new Linking.InitFunction(5, 0));
    assertThat(linking.comdats()).containsExactly("g");
  }

  @Test
  void keepsWhatCameBeforeAFault() {
    CustomSections custom = custom("linking", "02 08 05 02 05 00 ff ff");
    assertThat(custom.linking()).isPresent();
    assertThat(custom.diagnostics()).hasSize(1);
    CustomSections cut = custom("producers", "02 01 61 00 01");
    assertThat(cut.producers()).hasSize(1);
    assertThat(cut.diagnostics()).hasSize(1);
  }

  @Test
  void leavesUnknownSectionsAlone() {
    WasmModule module = WasmModule.of(WasmWriter.module().custom("surprise", name("x")).bytes());
    assertThat(module.custom().diagnostics()).isEmpty();
    assertThat(module.customSection("surprise")).isPresent();
  }
}
