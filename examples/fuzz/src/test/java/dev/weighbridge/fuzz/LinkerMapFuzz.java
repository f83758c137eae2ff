package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.linkermap.LinkedMembers;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Linker maps, each beside the program that it may be of. */
class LinkerMapFuzz {
  private static final byte[] IMAGE = Fixtures.array("maps/lld.elf");

  static Stream<byte[]> seeds() {
    return Stream.of(
            "maps/lld.map",
            "maps/bfd.map",
            "maps/gold.map",
            "maps/ld64lld.map",
            "maps/lldlink.map",
            "maps/lldlink.lldmap",
            "maps/wasmld.map")
        .map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] map) {
    ExactSums.of(
        map,
        () -> {
          BinaryFile file =
              FormatRegistry.installed().read("image", Bytes.of(IMAGE), SideFiles.none());
          BinaryFile told =
              LinkedMembers.of(file, LinkerMapReader.read("fuzzed.map", Bytes.of(map)));
          return BinaryModel.of(told, OpenOptions.DEFAULT);
        });
  }
}
