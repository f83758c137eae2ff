import org.jspecify.annotations.NullMarked;

/** WebAssembly modules and components. */
@NullMarked
module dev.weighbridge.wasm {
  requires transitive dev.weighbridge.formats;
  requires static org.jspecify;

  exports dev.weighbridge.wasm;
  exports dev.weighbridge.wasm.items;
  exports dev.weighbridge.wasm.linking;
  exports dev.weighbridge.wasm.names;
  exports dev.weighbridge.wasm.operators;

  provides dev.weighbridge.formats.spi.BinaryFormat with
      dev.weighbridge.wasm.internal.WasmFormat;
}
