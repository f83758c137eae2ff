package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.wasm.WasmModule;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source map of a module: by the name that the module states, then by the module's own name.
 * One that was given is compared with the code at once; one that was found beside the module once
 * somebody asks for lines, since maps are large.
 */
public final class SourceMapFile implements SideFileKind<DebugInformation> {
  private final WasmModule module;
  private final String fileName;
  private final boolean isGiven;
  private final boolean isNeeded;

  /**
   * The source map of a module.
   *
   * @param fileName the name of the file of the module
   * @param isGiven whether files are given, and not looked for
   * @param isNeeded whether the module tells of no lines itself
   */
  public SourceMapFile(WasmModule module, String fileName, boolean isGiven, boolean isNeeded) {
    this.module = module;
    this.fileName = fileName;
    this.isGiven = isGiven;
    this.isNeeded = isNeeded;
  }

  /** The source map that the address of a module holds itself; empty if it leads elsewhere. */
  public static Optional<DebugInformation> inside(WasmModule module, Diagnostics diagnostics) {
    try {
      return module
          .custom()
          .sourceMap()
          .filter(DataUrl::is)
          .map(url -> SourceMapDebug.inside(module, Bytes.of(DataUrl.content(url))));
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "source map";
  }

  @Override
  public boolean isStated() {
    return module.custom().sourceMap().filter(url -> !DataUrl.is(url)).isPresent();
  }

  /** Maps on servers are looked for beside the module; nothing is fetched. */
  @Override
  public List<String> fileNames() {
    Set<String> names = new LinkedHashSet<>();
    module.custom().sourceMap().ifPresent(url -> addNames(url, names));
    if (!fileName.isEmpty()) {
      names.add(fileName + ".map");
    }
    return List.copyOf(names);
  }

  /** An address is a path, of which some bytes may be escaped, and what only a server needs. */
  private static void addNames(String url, Set<String> names) {
    if (DataUrl.is(url)) {
      return;
    }
    String path = url.split("[?#]", 2)[0];
    addPaths(new String(DataUrl.unescaped(path), StandardCharsets.UTF_8), names);
    addPaths(path, names);
  }

  private static void addPaths(String path, Set<String> names) {
    boolean isPath = path.indexOf(':') < 0 && !path.startsWith("/") && path.indexOf('\0') < 0;
    if (isPath && !path.isEmpty()) {
      names.add(path);
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.indexOf('\0') < 0 && !last.isEmpty()) {
      names.add(last);
    }
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return candidate.length() == 0 || candidate.u8(0) != 0; // As modules begin.
  }

  @Override
  public Match match(Bytes candidate) {
    if (!SourceMap.isLikely(candidate)) {
      return new Match(Outcome.UNREADABLE, "an object in JSON", "other bytes");
    }
    if (!isNeeded) {
      return new Match(Outcome.ADDS_NOTHING, "lines", "DWARF in the module, which tells of them");
    }
    if (!isGiven) {
      return new Match(Outcome.FITS, SourceMapFit.expected(), "not compared yet");
    }
    SourceMapFit fit = SourceMapFit.of(MappedPlaces.of(candidate), module);
    return new Match(
        fit.fits() ? Outcome.FITS : Outcome.OTHER_BUILD, SourceMapFit.expected(), fit.found());
  }

  @Override
  public DebugInformation read(SideFile file, Diagnostics diagnostics) {
    return SourceMapDebug.of(module, file.bytes(), file.name());
  }
}
