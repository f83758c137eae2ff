/** Rust symbol names, read as text and as structure. */
package dev.weighbridge.demangle;
