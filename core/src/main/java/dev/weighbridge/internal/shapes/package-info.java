/** What data is by its shape: pointers, and records that the compiler of Rust lays out. */
package dev.weighbridge.internal.shapes;
