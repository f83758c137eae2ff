/** Names before Swift 4.0, which are read from front to back. */
package dev.weighbridge.demangle.swift.old;
