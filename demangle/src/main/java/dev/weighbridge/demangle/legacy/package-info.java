/** The legacy mangling of Rust: text, and what its names tell by convention. */
package dev.weighbridge.demangle.legacy;
