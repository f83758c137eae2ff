/** What the bodies of functions are, whatever indices they use. */
package dev.weighbridge.wasm.internal.bodies;
