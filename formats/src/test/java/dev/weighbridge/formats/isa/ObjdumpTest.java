package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.formats.testing.LocalBinaries;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction of large programs is read as objdump reads it. */
@RequiresNative("objdump")
class ObjdumpTest {
  /** Objdump and its text take minutes for larger ones. */
  private static final long MAX_SIZE = 64L << 20;

  static List<Path> binaries() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : LocalBinaries.all()) {
      if (Files.size(file) <= MAX_SIZE) {
        found.add(file);
      }
    }
    found.add(Path.of("/lib/x86_64-linux-gnu/libc.so.6"));
    return found;
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void agreesOnEveryInstruction(Path file) {
    assumeTrue(Files.exists(file) && System.getProperty("os.arch").equals("amd64"));
    ObjdumpCheck check = new ObjdumpCheck("x86_64");
    NativeTool.lines(
        line -> {
          check.line(line);
          return false;
        },
        "objdump",
        "-d",
        file);
    check.finish();
    assertThat(check.differences()).isEmpty();
    assertThat(check.compared()).isGreaterThan(100_000);
  }
}
