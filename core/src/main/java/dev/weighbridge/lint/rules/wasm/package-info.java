/** Rules that only Wasm modules have. */
package dev.weighbridge.lint.rules.wasm;
