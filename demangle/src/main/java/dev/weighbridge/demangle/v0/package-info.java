/** The v0 mangling of Rust: text, and the structure of paths. */
package dev.weighbridge.demangle.v0;
