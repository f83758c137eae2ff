/** What a name says, as a tree. */
package dev.weighbridge.demangle.swift.tree;
