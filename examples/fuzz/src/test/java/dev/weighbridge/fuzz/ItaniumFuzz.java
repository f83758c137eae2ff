package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.demangle.ItaniumDemangler;
import dev.weighbridge.demangle.ItaniumNameReader;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** C++ names of the Itanium ABI: text is only of what has structure, and neither takes long. */
class ItaniumFuzz {
  private final ItaniumDemangler demangler = new ItaniumDemangler();
  private final ItaniumNameReader reader = new ItaniumNameReader();
  private final TextBuffer out = new TextBuffer();
  private final NameSlice slice = new NameSlice();

  static Stream<byte[]> seeds() {
    return MangledNames.of("itanium-real.tsv.gz", "_Z");
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] name) {
    TimeLimit.run(name, () -> read(name));
  }

  /** The one text that is documented to have no structure. */
  private static boolean isReference(byte[] name) {
    return new String(name, StandardCharsets.ISO_8859_1).startsWith("DW.ref.");
  }

  private void read(byte[] name) {
    slice.set(name, 0, name.length);
    out.clear();
    boolean isText = demangler.tryAppend(slice, out);
    boolean isStructure = reader.read(slice);
    if (isStructure) {
      reader.genericId();
      reader.scopeId();
      reader.argumentsId();
      reader.variant();
      reader.outermostStart();
      reader.isStandard();
      reader.appendGeneric(out);
      reader.appendScope(out);
      for (int i = 0; i < Math.min(20, reader.argumentCount()); i++) {
        reader.appendArgument(i, out);
      }
    }
    if (isText && !isStructure && !isReference(name)) {
      throw new AssertionError("a text without structure");
    }
  }
}
