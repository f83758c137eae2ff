/** Turns Wasm files into facts. */
package dev.weighbridge.wasm.internal;
