package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.wasm.WasmComponent;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.internal.sourcemap.SourceMapFile;
import java.util.List;
import java.util.Optional;

/** WebAssembly, as a service. */
public final class WasmFormat implements BinaryFormat {
  /** Made by the service loader. */
  public WasmFormat() {}

  @Override
  public String name() {
    return "Wasm";
  }

  @Override
  public boolean recognises(Bytes file) {
    return file.length() >= 4
        && file.u8(0) == 0
        && file.u8(1) == 'a'
        && file.u8(2) == 's'
        && file.u8(3) == 'm';
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    return read(name, file, SideFiles.none());
  }

  @Override
  public BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    if (WasmComponent.isComponent(file)) {
      return new ComponentReader(WasmComponent.of(file)).read(name, name());
    }
    Diagnostics diagnostics = new Diagnostics();
    WasmModule module = WasmModule.of(file);
    BinaryImage image = new ModuleReader(module, name, sideFiles, diagnostics).read("");
    return new BinaryFile(name, name(), file, module, List.of(image), diagnostics.list());
  }

  @Override
  public List<SideFileKind<?>> sideFileKinds(String name, Bytes file) {
    if (WasmComponent.isComponent(file)) {
      return List.of();
    }
    WasmModule module = WasmModule.of(file);
    return List.of(new WasmDebugFile(module, true), new SourceMapFile(module, name, false, true));
  }

  /** Objects for linkers are modules; components are not linked. */
  @Override
  public Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    return WasmComponent.isComponent(content)
        ? Optional.empty()
        : Optional.of(
            new ModuleReader(WasmModule.of(content, fileStart), "", SideFiles.none(), diagnostics)
                .read(name));
  }
}
