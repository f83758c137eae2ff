package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkerScript;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.region.RegionFile;
import dev.weighbridge.shipped.Shipping;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share that count bytes: in what measures, and what these have to know. */
abstract class MeasuredMojo extends WeighMojo {
  /** What is counted: {@code file,memory,shipped}, {@code region:FLASH}. */
  @Parameter(property = "weighbridge.measures")
  @Nullable String measures;

  /** Regions of memory: {@code FLASH=0x08000000+512K}. */
  @Parameter(property = "weighbridge.regions")
  List<String> regions = List.of();

  /** Regions of memory as TOML. */
  @Parameter(property = "weighbridge.regionFile")
  @Nullable File regionFile;

  /** The linker script whose {@code MEMORY} has the regions. */
  @Parameter(property = "weighbridge.linkerScript")
  @Nullable File linkerScript;

  /** How the program is compressed to travel: {@code gzip}, {@code xz:9}. */
  @Parameter(property = "weighbridge.compress")
  @Nullable String compress;

  /** The program as it travels: its {@code .gz}, {@code .zst}, {@code .xz} or {@code .br}. */
  @Parameter(property = "weighbridge.compressed")
  @Nullable File compressed;

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    inputs.value("measures", String.valueOf(measures));
    inputs.value("regions", regions);
    inputs.file("regionFile", regionFile);
    inputs.file("linkerScript", linkerScript);
    inputs.value("compress", String.valueOf(compress));
    inputs.file("compressed", compressed);
  }

  @Override
  OpenOptions options() throws IOException {
    OpenOptions options = super.options().withMemoryMap(memoryMap());
    return travels() ? options.withShipping(shipping("compressed", compressed)) : options;
  }

  /** The measures asked for, or else some others; bytes shipped if it is told how they are. */
  final List<Measure> measures(List<Measure> otherwise) {
    Set<Measure> asked = new LinkedHashSet<>();
    if (travels() && measures == null) {
      asked.add(Measures.SHIPPED);
    }
    asked.addAll(measures == null ? otherwise : Measures.parse(measures));
    return List.copyOf(asked);
  }

  /**
   * Opens the earlier build that a goal compares a program with.
   *
   * @throws IOException if one of the two is told what the other is not: all would seem to have
   *     changed
   */
  final BinaryModel earlier(File since, SideFiles files, BinaryModel program) throws IOException {
    BinaryModel earlier =
        opened(readable(since), files.options().withMemoryMap(program.memoryMap()));
    bothOrNone("cargoFiles", !cargoFiles.isEmpty(), !files.cargoFiles.isEmpty());
    if (!earlier.file().hasBytes()) {
      // A saved model keeps what else its build was told.
      boolean isOfMap =
          earlier.file().images().stream().anyMatch(image -> image.members().isOfMap());
      if (!linkerMaps.isEmpty() && !isOfMap) {
        throw new IOException(
            since
                + ": expected a model saved with a linker map, as the program has one, found none");
      }
      return earlier;
    }
    bothOrNone("linkerMaps", !linkerMaps.isEmpty(), !files.linkerMaps.isEmpty());
    bothOrNone("compressed", compressed != null, files.compressed != null);
    return travels()
        ? earlier.withShipping(shipping("sinceFiles.compressed", files.compressed))
        : earlier;
  }

  private static void bothOrNone(String name, boolean isTold, boolean isOfEarlier)
      throws IOException {
    if (isTold != isOfEarlier) {
      String missing = isTold ? "sinceFiles." + name : name;
      String other = isTold ? name : "sinceFiles." + name;
      throw new IOException(missing + ": expected files of both builds, found only " + other);
    }
  }

  private boolean travels() {
    return compress != null || compressed != null;
  }

  private Shipping shipping(String parameter, @Nullable File ready) throws IOException {
    if (compress != null && compressed != null) {
      throw new IllegalArgumentException(
          "compress: expected one way to travel, found compressed too");
    }
    if (compress != null) {
      try {
        return Shipping.compressed(compress);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("compress: " + e.getMessage(), e);
      }
    }
    if (ready == null) {
      throw new IOException(parameter + ": expected a file, found none");
    }
    try {
      return Shipping.as(readable(ready));
    } catch (BinaryException e) {
      throw new IOException(ready + ": " + e.getMessage(), e);
    }
  }

  private MemoryMap memoryMap() throws IOException {
    List<MemoryRegion> all = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (String region : regions) {
      all.add(region(region.strip()));
    }
    if (!regions.isEmpty()) {
      sources.add("regions");
    }
    if (regionFile != null) {
      all.addAll(RegionFile.read(readable(regionFile)));
      sources.add(regionFile.toString());
    }
    if (linkerScript != null) {
      all.addAll(
          LinkerScript.memory(linkerScript.toString(), FileMapper.open(readable(linkerScript))));
      sources.add(linkerScript.toString());
    }
    return all.isEmpty() ? MemoryMap.INFERRED : new MemoryMap(all, String.join(", ", sources));
  }

  private static MemoryRegion region(String text) {
    try {
      return MemoryMap.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("regions: " + e.getMessage(), e);
    }
  }
}
