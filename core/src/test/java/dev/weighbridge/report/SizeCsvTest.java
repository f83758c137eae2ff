package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizeCsvTest {
  @Test
  void recordsSumToTheFile() {
    BinaryModel model = Samples.fixture("c-x64");
    for (int limit : new int[] {0, 2}) {
      RowSelection rows = new RowSelection(limit, Optional.empty(), RowOrder.FILE_SIZE);
      SizeReport report =
          new SizeReport(model.file(), model.by(Dimensions.SECTION, Dimensions.SYMBOL), rows);
      List<String> lines = new SizeCsv().text(report).lines().toList();
      assertThat(lines.get(0))
          .isEqualTo(
              "section,symbol,fileSize,memorySize,count,basis,address,mangled,aliases,"
                  + "code,rodata,data,zero,unwind,relocations,names,linking,debug,headers,"
                  + "resources,signature,padding,other");
      long sum = 0;
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        assertThat(fields).hasSize(23);
        long kinds = 0;
        for (int i = 9; i < fields.length; i++) {
          kinds += Long.parseLong(fields[i]);
        }
        assertThat(kinds).isEqualTo(Long.parseLong(fields[2]));
        sum += kinds;
      }
      assertThat(sum).isEqualTo(model.fileSize());
    }
  }

  @Test
  void aCutRowHasNoDeeperLevel() {
    BinaryModel model = Samples.fixture("c-x64");
    RowSelection rows = new RowSelection(1, Optional.empty(), RowOrder.FILE_SIZE);
    SizeReport report =
        new SizeReport(model.file(), model.by(Dimensions.SECTION, Dimensions.SYMBOL), rows);
    List<String> lines = new SizeCsv().text(report).lines().toList();
    assertThat(lines.get(lines.size() - 1)).matches("\\[\\d+ others],,\\d+,.*");
  }
}
