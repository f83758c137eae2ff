package dev.weighbridge;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.saved.SavedModel;
import dev.weighbridge.attribution.spans.MemberBorders;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkedMembers;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.region.MemoryMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The maps of one link, and what they tell of its result. */
record LinkerMaps(List<LinkerMap> maps) {
  /** No maps. */
  static final LinkerMaps NONE = new LinkerMaps(List.of());

  /** Reads maps. */
  static LinkerMaps read(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return NONE;
    }
    List<LinkerMap> maps = new ArrayList<>();
    for (Path file : files) {
      maps.add(LinkerMapReader.read(file.toString(), FileMapper.open(file)));
    }
    return new LinkerMaps(List.copyOf(maps));
  }

  /** The file, with the members that the maps tell. */
  BinaryFile applyTo(BinaryFile file) {
    BinaryFile told = file;
    for (LinkerMap map : maps) {
      told = LinkedMembers.of(told, map);
    }
    return told;
  }

  /** The spans, cut where objects meet. */
  Attribution refine(Attribution attribution) {
    return maps.isEmpty() ? attribution : attribution.get(new MemberBorders());
  }

  /** Refuses a saved model, which a map can no longer tell anything of. */
  void requireBinary(BinaryFile file) {
    if (!maps.isEmpty()) {
      throw new UnsupportedBinaryException(
          maps.get(0).name(), -1, "a binary to read it for", "the saved model " + file.name());
    }
  }

  /** The regions of memory in the first map that tells any, or else those that a model keeps. */
  MemoryMap memory(BinaryFile file) {
    for (LinkerMap map : maps) {
      if (!map.memory().isEmpty()) {
        return new MemoryMap(map.memory(), "linker map " + map.name());
      }
    }
    List<MemoryRegion> kept = file.as(SavedModel.class).map(SavedModel::regions).orElse(List.of());
    return kept.isEmpty() ? MemoryMap.INFERRED : new MemoryMap(kept, "saved model");
  }
}
