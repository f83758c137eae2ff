/** Whose bytes: the crates of Rust programs, and the owners of what is not Rust. */
package dev.weighbridge.crates;
