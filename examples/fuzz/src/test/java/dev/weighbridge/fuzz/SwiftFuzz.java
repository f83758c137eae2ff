package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.SwiftDemangler;
import dev.weighbridge.demangle.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Swift names: what has one text has the other, and neither takes long. */
class SwiftFuzz {
  private final SwiftDemangler demangler = new SwiftDemangler();
  private final TextBuffer out = new TextBuffer();

  static Stream<byte[]> seeds() {
    return MangledNames.of("swift-names.tsv.gz", "$s");
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] name) {
    TimeLimit.run(name, () -> read(name));
  }

  private void read(byte[] name) {
    out.clear();
    boolean isText = demangler.tryAppend(new NameSlice(name, 0, name.length), out);
    String text = new String(name, StandardCharsets.UTF_8);
    Optional<String> brief = SwiftDemangler.tryBrief(text);
    if (isText && brief.isEmpty()) {
      throw new AssertionError("a whole text without a brief one: " + text);
    }
  }
}
