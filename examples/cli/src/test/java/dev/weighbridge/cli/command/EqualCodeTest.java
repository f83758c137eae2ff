package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.input.Sample;
import dev.weighbridge.duplicates.EqualBodies;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which functions of the sample are equal, as the disassembly of another tool has it. */
class EqualCodeTest {
  @Test
  void equalFunctionsAreThoseOfObjdump() throws IOException {
    BinaryModel model = Sample.open(OpenOptions.DEFAULT);
    EqualBodies equal = model.duplicates().maskedFunctions();
    Set<String> groups = new TreeSet<>();
    for (int row = 0; row < equal.count(); row++) {
      Set<Long> addresses = new TreeSet<>();
      for (int i = 0; i < equal.copyCount(row); i++) {
        addresses.add(model.attribution().owners().address(equal.owner(row, i)));
      }
      StringBuilder group = new StringBuilder().append(equal.size(row));
      for (long address : addresses) {
        group.append(' ').append(Long.toHexString(address));
      }
      groups.add(group.toString());
    }
    assertThat(groups)
        .hasSizeGreaterThan(40)
        .isEqualTo(
            new TreeSet<>(Files.readAllLines(Shell.SAMPLE.resolveSibling("tally.equal-code.txt"))));
  }
}
