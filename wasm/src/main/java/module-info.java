/** WebAssembly modules and components. */
module dev.weighbridge.wasm {
  requires transitive dev.weighbridge.formats;

  exports dev.weighbridge.wasm;
  exports dev.weighbridge.wasm.items;
  exports dev.weighbridge.wasm.linking;
  exports dev.weighbridge.wasm.names;
  exports dev.weighbridge.wasm.operators;

  provides dev.weighbridge.formats.spi.BinaryFormat with
      dev.weighbridge.wasm.internal.WasmFormat;
}
