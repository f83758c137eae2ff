package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.llvmlines.IrFold;
import dev.weighbridge.llvmlines.IrLines;
import dev.weighbridge.llvmlines.IrTable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** LLVM IR text. */
class LlvmIrFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            ; ModuleID = 'a.0123456789abcdef-cgu.0'
            define internal void @_RINvC1a1fhEB2_(i32 %0) unnamed_addr #0 !dbg !5 {
            start:
              switch i32 %0, label %b [
                i32 0, label %b
              ]

            b:
              ret void
            }
            define void @"a(b)\\22"() {
              ret void
            }
            attributes #0 = { nounwind }
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void counts(byte[] file) {
    TimeLimit.run(file, () -> count(file));
  }

  @SuppressWarnings("EmptyCatch")
  private static void count(byte[] file) {
    try {
      IrLines lines = IrLines.of("fuzzed", Bytes.of(file));
      for (IrFold fold : IrFold.values()) {
        IrTable.of(lines, fold);
      }
    } catch (BinaryException expected) {
      // The one way in which a text may be refused.
    }
  }
}
