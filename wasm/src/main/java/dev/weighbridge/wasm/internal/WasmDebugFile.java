package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.wasm.WasmModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The module that holds the debug information of another one, under the name that this states. It
 * is used if the build ids are equal, or without those if the code is. WebAssembly tool
 * conventions, external DWARF.
 */
final class WasmDebugFile implements SideFileKind<WasmModule> {
  private static final int CHUNK = 1 << 16;

  private final WasmModule module;
  private final boolean isNeeded;

  /**
   * The debug file of a module.
   *
   * @param isNeeded whether the module has no debug information itself
   */
  WasmDebugFile(WasmModule module, boolean isNeeded) {
    this.module = module;
    this.isNeeded = isNeeded;
  }

  @Override
  public String name() {
    return "Wasm debug file";
  }

  @Override
  public boolean isStated() {
    return module.custom().externalDebugInfo().isPresent();
  }

  /** What is stated may be a URL; nothing is fetched, but the file may lie beside the module. */
  @Override
  public List<String> fileNames() {
    Set<String> names = new LinkedHashSet<>();
    String stated = module.custom().externalDebugInfo().orElse("");
    if (!stated.isEmpty() && stated.indexOf(':') < 0 && !stated.startsWith("/")) {
      names.add(stated);
    }
    String last = stated.substring(stated.lastIndexOf('/') + 1);
    if (!last.isEmpty()) {
      names.add(last);
    }
    return List.copyOf(names);
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return candidate.length() > 0 && candidate.u8(0) == 0; // No source map begins so.
  }

  @Override
  public Match match(Bytes candidate) {
    WasmModule other = WasmModule.of(candidate);
    if (!isNeeded) {
      return new Match(Outcome.ADDS_NOTHING, "debug information", "that of the module itself");
    }
    Optional<String> id = module.custom().buildId();
    Optional<String> otherId = other.custom().buildId();
    boolean haveIds = id.isPresent() && otherId.isPresent();
    Match match =
        haveIds
            ? Match.ofIdentities("build id " + id.get(), "build id " + otherId.get(), "")
            : Match.ofIdentities(code(module), code(other), "no code");
    boolean isSilent = other.customSection(DwarfSection.INFO.elfName()).isEmpty();
    return match.fits() && isSilent
        ? new Match(Outcome.ADDS_NOTHING, "debug information", "none")
        : match;
  }

  private static String code(WasmModule module) {
    return CodeSection.of(module)
        .map(
            section -> {
              Bytes bytes = module.bytes();
              CRC32 sum = new CRC32();
              long end = section.fileEnd();
              for (long at = section.contentStart(); at < end; at += CHUNK) {
                sum.update(bytes.toArray(at, Math.min(end, at + CHUNK)));
              }
              return String.format(
                  Locale.ROOT, "code of %d bytes, CRC %08x", section.contentSize(), sum.getValue());
            })
        .orElse("");
  }

  @Override
  public WasmModule read(SideFile file, Diagnostics diagnostics) {
    return WasmModule.of(file.bytes());
  }
}
