package dev.weighbridge.formats.dwarf.lists;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCursorTest {
  static List<String> linked() {
    return DwarfFixture.linked();
  }

  /** The live ranges of each unit, merged, as the truth writes them. */
  private static Map<Integer, String> ranges(DwarfFixture fixture) {
    CodeAddresses code = fixture.elf().code();
    Map<Integer, String> found = new TreeMap<>();
    for (int row = 0; row < fixture.dwarf().units().count(); row++) {
      DwarfUnit unit = fixture.dwarf().unit(row);
      CodeAddresses.Builder live = new CodeAddresses.Builder();
      Attributes root = unit.attributes();
      int list = root.find(DW_AT_ranges);
      if (list >= 0) {
        RangeCursor ranges = new RangeCursor(unit);
        assertThat(ranges.open(root.form(list), root.value(list))).isTrue();
        while (ranges.next()) {
          addLive(unit, code, live, ranges.start(), ranges.end());
        }
        assertThat(ranges.isDamaged()).isFalse();
      } else if (root.has(DW_AT_low_pc) && root.has(DW_AT_high_pc)) {
        int high = root.find(DW_AT_high_pc);
        long start = unit.baseAddress();
        boolean isAddress = DwarfUnit.isAddress(root.form(high));
        long end =
            isAddress ? unit.address(root.form(high), root.value(high)) : start + root.value(high);
        addLive(unit, code, live, start, end);
      }
      String text = text(live.build());
      if (!text.isEmpty()) {
        found.put(row, text);
      }
    }
    return found;
  }

  private static void addLive(
      DwarfUnit unit, CodeAddresses code, CodeAddresses.Builder live, long start, long end) {
    if (!unit.encoding().isTombstone(start) && code.isCode(start)) {
      live.add(start, end - start);
    }
  }

  private static String text(CodeAddresses ranges) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ranges.count(); i++) {
      boolean touches = i > 0 && ranges.end(i - 1) == ranges.start(i);
      if (touches) {
        text.setLength(text.lastIndexOf("-") + 1);
      } else {
        text.append(i == 0 ? "" : " ").append(Long.toHexString(ranges.start(i))).append('-');
      }
      text.append(Long.toHexString(ranges.end(i)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("linked")
  void readsTheRangesOfUnits(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    assertThat(ranges(fixture)).isEqualTo(fixture.byUnit("ranges")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"split-v4", "split-v5"})
  void readsTheRangesOfSkeletons(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    assertThat(ranges(fixture)).isEqualTo(fixture.byUnit("ranges")).hasSize(4);
  }
}
