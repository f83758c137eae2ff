package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.rustc.MonoFold;
import dev.weighbridge.rustc.MonoItems;
import dev.weighbridge.rustc.MonoTable;
import dev.weighbridge.rustc.TypeSizes;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What rustc prints of items and types. */
class RustcOutputFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            MONO_ITEM fn <&'a b::C<[u8; 2]> as d::E<(u8,)>>::f @@ g.0123456789abcdef-cgu.0[Internal]
            MONO_ITEM fn <fn(u8) -> u8 as F<(u8,)>>::call - shim(fn(u8) -> u8) @@ h.0123456789abcdef-cgu.1[External]
            MONO_ITEM static a::B @@ dnzkrx9xfk8q4k7kqcji4v2ce[External]
            MONO_ITEM global_asm @@ g.0123456789abcdef-cgu.0[External] g.0123456789abcdef-cgu.1[External]
            """,
            """
            print-type-size type: `A<'_>`: 24 bytes, alignment: 8 bytes
            print-type-size     discriminant: 4 bytes
            print-type-size     variant `B`: 20 bytes
            print-type-size         padding: 4 bytes
            print-type-size         field `.0`: 16 bytes, alignment: 8 bytes
            print-type-size     variant `C`: 0 bytes
            print-type-size type: `D`: 4 bytes, alignment: 4 bytes
            print-type-size     local `.a`: 3 bytes, offset: 0 bytes, alignment: 1 bytes, type: u8
            print-type-size     end padding: 1 bytes
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] file) {
    TimeLimit.run(
        file,
        () -> {
          items(file);
          types(file);
        });
  }

  @SuppressWarnings("EmptyCatch")
  private static void items(byte[] file) {
    try {
      MonoItems items = MonoItems.of("fuzzed", Bytes.of(file));
      for (MonoFold fold : MonoFold.values()) {
        MonoTable.of(items, fold);
      }
    } catch (BinaryException expected) {
      // The one way in which a text may be refused.
    }
  }

  @SuppressWarnings("EmptyCatch")
  private static void types(byte[] file) {
    try {
      TypeSizes.of("fuzzed", Bytes.of(file));
    } catch (BinaryException expected) {
      // The one way in which a text may be refused.
    }
  }
}
