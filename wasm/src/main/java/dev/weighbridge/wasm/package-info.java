/** What WebAssembly modules and components say, typed. */
package dev.weighbridge.wasm;
