package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;

/** An object that was given and that is none of those that a debug map names. */
final class StrayObject implements SideFileKind<List<FoundObject>> {
  private final ObjectFile wanted;

  StrayObject(ObjectFile wanted) {
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return wanted.name();
  }

  /** It is never looked for. */
  @Override
  public List<String> fileNames() {
    return List.of();
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return ObjectFile.isObject(candidate);
  }

  @Override
  public Match match(Bytes candidate) {
    return wanted.match(candidate);
  }

  @Override
  public List<FoundObject> read(SideFile file, Diagnostics diagnostics) {
    return wanted.read(file, diagnostics);
  }
}
