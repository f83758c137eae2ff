package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every instruction of programs for other machines is read as objdump of many machines does. */
@RequiresNative("objdump")
class ObjdumpFixturesTest {
  /** Objdump names only the first address that counts from one part of it. */
  private static final List<String> NAMED_ONCE =
      List.of("680 938283a9 add t0,t2,-1384: reference 2108 for OptionalLong.empty");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf/c-armhf",
        "elf/tiny-thumbv7em",
        "firmware/arm.elf",
        "firmware/thumb1.elf",
        "firmware/thumb2.elf",
        "firmware/blink-v0.elf",
        "elf/c-riscv64",
        "elf/tiny-riscv32",
        "firmware/rv32.elf",
        "firmware/rv64.elf"
      })
  void agreesOnEveryInstruction(String fixture, @TempDir Path folder) throws IOException {
    assumeTrue(
        !NativeTool.lines("elf32-littlearm"::equals, "objdump", "-i").isEmpty(),
        "it knows one machine");
    Path file = Files.write(folder.resolve("program"), Fixtures.array(fixture));
    BinaryImage image =
        FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture)).images().get(0);
    ObjdumpCheck check = new ObjdumpCheck(image);
    NativeTool.lines(
        line -> {
          check.line(line);
          return false;
        },
        "objdump",
        "-d",
        file);
    check.finish();
    assertThat(check.differences()).isSubsetOf(NAMED_ONCE);
    assertThat(check.compared()).isGreaterThan(50);
  }
}
