/**
 * Symbol names of Swift. {@code reader} and {@code old} make a tree of a name, {@code printer}
 * makes text of a tree.
 */
package dev.weighbridge.demangle.swift;
