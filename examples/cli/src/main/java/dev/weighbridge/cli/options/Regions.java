package dev.weighbridge.cli.options;

import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkerScript;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.region.RegionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The regions of memory that options tell: words and a file of regions, or else a script. */
final class Regions {
  private Regions() {}

  static MemoryMap of(List<String> words, Optional<Path> file, Optional<Path> script)
      throws IOException {
    List<MemoryRegion> regions = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (String word : words) {
      regions.add(region(word));
    }
    if (!words.isEmpty()) {
      sources.add(Options.REGION);
    }
    if (file.isPresent()) {
      regions.addAll(GivenFiles.settings(file.get(), RegionFile::read));
      sources.add(file.get().toString());
    }
    if (script.isPresent()) {
      regions.addAll(
          GivenFiles.settings(
              script.get(), path -> LinkerScript.memory(path.toString(), FileMapper.open(path))));
      sources.add(script.get().toString());
    }
    try {
      return regions.isEmpty()
          ? MemoryMap.INFERRED
          : new MemoryMap(regions, String.join(", ", sources));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.join(", ", sources) + ": " + e.getMessage());
    }
  }

  private static MemoryRegion region(String word) {
    try {
      return MemoryMap.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(Options.REGION + ": " + e.getMessage());
    }
  }
}
