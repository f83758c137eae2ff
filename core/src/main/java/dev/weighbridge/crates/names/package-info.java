/**
 * What names alone say of crates, libraries and modules: those of symbols, units and source
 * folders.
 */
package dev.weighbridge.crates.names;
