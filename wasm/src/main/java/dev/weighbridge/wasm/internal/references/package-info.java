/** Which items of a module need which others. */
package dev.weighbridge.wasm.internal.references;
