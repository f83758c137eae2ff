/** Reads source maps of modules. ECMA-426, source map format. */
package dev.weighbridge.wasm.internal.sourcemap;
