/** What both manglings of Rust share: crates, the elements of paths, identifiers. */
package dev.weighbridge.demangle.rust;
