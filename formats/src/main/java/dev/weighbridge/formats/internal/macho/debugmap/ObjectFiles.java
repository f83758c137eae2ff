package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The debug information of an image that nobody has put together: its debug map names the objects
 * that have it. They are looked for where the user says only, since there may be thousands.
 */
public final class ObjectFiles {
  private final MachOFile image;
  private final SideFiles sideFiles;

  /**
   * The objects of an image.
   *
   * @param sideFiles where they may be
   */
  public ObjectFiles(MachOFile image, SideFiles sideFiles) {
    this.image = image;
    this.sideFiles = sideFiles;
  }

  /** What the objects that are found say; nothing if none is. */
  public Optional<DebugInformation> find(Diagnostics diagnostics) {
    List<MappedObject> all = MappedObject.of(image.symbolTable());
    Map<String, List<MappedObject>> files = new LinkedHashMap<>();
    all.forEach(object -> files.computeIfAbsent(object.path(), p -> new ArrayList<>()).add(object));
    List<FoundObject> found = new ArrayList<>();
    for (List<MappedObject> inFile : files.values()) {
      sideFiles.find(new ObjectFile(image, inFile), diagnostics).ifPresent(found::addAll);
    }
    if (sideFiles.isGiven()) {
      // Says of objects that are none of these what was wanted of them.
      sideFiles.find(new StrayObject(new ObjectFile(image, all)), diagnostics);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(MovedDebug.of(found));
  }
}
