/** What all sections are made of: numbers, counts, indices and names. */
package dev.weighbridge.wasm.internal.values;
