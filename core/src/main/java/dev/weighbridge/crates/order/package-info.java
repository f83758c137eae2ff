/**
 * Crates from the order of the link: where a file has lost its names, where code lies and which
 * panic locations it refers to still tell which crate it was compiled in.
 */
package dev.weighbridge.crates.order;
