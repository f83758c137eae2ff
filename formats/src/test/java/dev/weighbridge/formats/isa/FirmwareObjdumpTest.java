package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What published firmware refers to is what objdump prints. {@code -Dweighbridge.firmware=} names a
 * folder of files, each with a link {@code FILE.objdump} to the objdump that knows its machine. A
 * row is printed for each: what was compared, edges, missed ones, and those that objdump has not.
 */
@RequiresNative("objdump")
class FirmwareObjdumpTest {
  @Test
  void edgesAreThoseOfObjdump() throws IOException {
    String folder = System.getProperty("weighbridge.firmware", "");
    assumeTrue(!folder.isEmpty(), "no folder of firmware is given");
    try (var files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        Path tool = file.resolveSibling(file.getFileName() + ".objdump");
        if (Files.exists(tool)) {
          compare(file, tool);
        }
      }
    }
  }

  private static void compare(Path file, Path tool) throws IOException {
    String name = file.getFileName().toString();
    Bytes bytes = Bytes.of(Files.readAllBytes(file));
    BinaryImage image = FormatRegistry.installed().read(name, bytes).images().get(0);
    ObjdumpCheck check = new ObjdumpCheck(image);
    NativeTool.lines(
        line -> {
          check.line(line);
          return false;
        },
        tool.toString(),
        "-d",
        "-z",
        file);
    check.finish();
    System.out.printf(
        "| `%s` | %s | %,d | %,d | %,d | %,d |%n",
        name,
        image.machine().name(),
        check.compared(),
        check.edges(),
        check.missed(),
        check.invented());
    check.differences().stream()
        .limit(Integer.getInteger("weighbridge.differences", 0))
        .forEach(System.out::println);
    assertThat(check.edges()).as(name).isPositive();
    assertThat(check.invented()).as("invented in " + name).isZero();
    assertThat(200L * check.missed()).as("missed in " + name).isLessThanOrEqualTo(check.edges());
  }
}
