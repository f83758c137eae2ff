package dev.weighbridge.formats.internal.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.ElfUnwindSections;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnwindFactsTest {
  /** What strip leaves tells the functions as exactly as the symbols it took. */
  @Test
  void knowsTheFunctionsOfAStrippedFile() {
    BinaryImage stripped = facts("elf/c-split");
    Map<Long, Long> extents = new TreeMap<>();
    stripped.functions().stream().forEach(f -> extents.put(f.address(), f.memorySize()));
    Map<Long, Long> truth = functionSymbols(ElfFile.of(Fixtures.bytes("elf/c-x64-g-dwarf5")));
    assertThat(truth).hasSize(10);
    assertThat(extents).containsAllEntriesOf(truth);
  }

  @Test
  void statesWhereEachRecordLiesAndWhatItIsAbout() {
    BinaryImage image = facts("elf/cpp-x64");
    Map<String, Long> counts =
        image.structures().stream()
            .collect(Collectors.groupingBy(Structure::label, TreeMap::new, Collectors.counting()));
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CIE", 3L,
                "FDE", 37L,
                "unwind terminator", 1L,
                "eh_frame_hdr header", 1L,
                "eh_frame_hdr row", 37L,
                "exception table", 1L));
    assertThat(image.structures().stream())
        .allMatch(s -> s.kind() == Kind.UNWIND)
        .allMatch(s -> (s.subject() == Subject.ADDRESS) == (s.about() != -1));
    assertThat(image.functions().stream())
        .hasSize(37)
        .allMatch(f -> f.evidence() == ExtentEvidence.UNWIND_TABLE)
        .allMatch(f -> f.fileStart() == f.address());
  }

  private static BinaryImage facts(String fixture) {
    ElfFile elf = ElfFile.of(Fixtures.bytes(fixture));
    Diagnostics diagnostics = new Diagnostics();
    CodeRanges.Builder code = new CodeRanges.Builder();
    for (ElfSection section : elf.sections()) {
      if (section.isExecutable()) {
        code.add(section.address(), section.memorySize(), section.offset());
      }
    }
    ImageBuilder image = new ImageBuilder(elf.bytes(), 0, diagnostics);
    UnwindTables tables = UnwindTables.read(ElfUnwindSections.of(elf), diagnostics);
    UnwindFacts.state(tables, image, code.build(), Subject.ADDRESS);
    assertThat(diagnostics.list()).isEmpty();
    return image.build();
  }

  private static Map<Long, Long> functionSymbols(ElfFile elf) {
    ElfSymbolTable symbols = elf.symbolTable();
    Map<Long, Long> functions = new TreeMap<>();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.row(row).type() == ElfConstants.STT_FUNC && symbols.row(row).memorySize() > 0) {
        functions.put(symbols.row(row).value(), symbols.row(row).memorySize());
      }
    }
    return functions;
  }
}
