/** Names since Swift 4.0, which are programs for a machine with a stack of nodes. */
package dev.weighbridge.demangle.swift.reader;
