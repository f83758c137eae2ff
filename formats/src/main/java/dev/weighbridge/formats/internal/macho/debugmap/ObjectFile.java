package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.ar.ArMember;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.FatMachO;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that a debug map names: an object, or an archive of several. Linkers write no identity of
 * them into the image, but which functions each has, and how long they are; one that has all of
 * them is used.
 */
final class ObjectFile implements SideFileKind<List<FoundObject>> {
  private final MachOFile image;
  private final List<MappedObject> wanted;

  /**
   * A file of a debug map.
   *
   * @param image that has the map
   * @param wanted the objects of one file; or of all files, to tell what is wrong with one that is
   *     none of them
   */
  ObjectFile(MachOFile image, List<MappedObject> wanted) {
    this.image = image;
    this.wanted = List.copyOf(wanted);
  }

  @Override
  public String name() {
    return "object of the debug map";
  }

  /** The path is that of the machine that linked; below a folder it may be the same. */
  @Override
  public List<String> fileNames() {
    Set<String> names = new LinkedHashSet<>();
    for (MappedObject object : wanted) {
      String path = object.path();
      names.add(path.startsWith("/") ? path.substring(1) : path);
      names.add(object.fileName());
    }
    return List.copyOf(names);
  }

  /** Whether bytes are an object or an archive, and no companion of a whole image. */
  static boolean isObject(Bytes candidate) {
    return ArFile.isArchive(candidate)
        || (!FatMachO.isFat(candidate) && MachOFile.of(candidate).header().isRelocatable());
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return isObject(candidate) && match(candidate).fits();
  }

  @Override
  public Match match(Bytes candidate) {
    if (!isObject(candidate)) {
      return new Match(Outcome.UNREADABLE, "an object or an archive", "another Mach-O file");
    }
    String expected = wanted.isEmpty() ? "an object in a debug map" : "the functions of ";
    Set<String> names = new LinkedHashSet<>();
    wanted.forEach(object -> names.add(object.shown()));
    List<FoundObject> found = find("", candidate);
    boolean isSilent = true;
    for (FoundObject object : found) {
      isSilent &= !MachODwarf.of(object.object()).isPresent();
    }
    if (!found.isEmpty() && isSilent) {
      return new Match(Outcome.ADDS_NOTHING, "debug information", "none");
    }
    Outcome outcome = found.isEmpty() ? Outcome.OTHER_BUILD : Outcome.FITS;
    String what = wanted.isEmpty() ? "an image without one" : "other functions";
    return new Match(outcome, expected + some(names), found.isEmpty() ? what : "those");
  }

  private static String some(Set<String> names) {
    List<String> all = List.copyOf(names);
    int shown = Math.min(3, all.size());
    String text = String.join(", ", all.subList(0, shown));
    return all.size() > shown ? text + " or " + (all.size() - shown) + " others" : text;
  }

  @Override
  public List<FoundObject> read(SideFile file, Diagnostics diagnostics) {
    return find(file.name(), file.bytes());
  }

  private List<FoundObject> find(String name, Bytes candidate) {
    List<FoundObject> found = new ArrayList<>();
    if (!ArFile.isArchive(candidate)) {
      for (MappedObject object : wanted) {
        found(name, object, candidate).ifPresent(found::add);
      }
      return found.isEmpty() ? found : found.subList(0, 1);
    }
    ArFile archive = ArFile.of(candidate);
    for (ArMember member : archive.files()) {
      for (MappedObject object : wanted) {
        if (object.member().equals(member.name())) {
          String shown = name + "(" + member.name() + ")";
          found(shown, object, archive.content(member)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<FoundObject> found(String name, MappedObject wantedObject, Bytes candidate) {
    try {
      MachOFile object = MachOFile.of(candidate);
      if (object.header().cpuType() != image.header().cpuType()) {
        return Optional.empty();
      }
      return MovedCode.of(wantedObject.functions(), object)
          .map(code -> new FoundObject(name, object, code));
    } catch (BinaryException e) {
      return Optional.empty(); // A member of another kind; a file is told of by who looks at it.
    }
  }
}
