/** WebAssembly modules and components. */
module dev.weighbridge.wasm {
  requires dev.weighbridge.formats;
}
