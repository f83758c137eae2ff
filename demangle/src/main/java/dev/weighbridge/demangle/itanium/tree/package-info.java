/** The parts of one C++ name as a tree in columns, and the fixed texts its nodes stand for. */
package dev.weighbridge.demangle.itanium.tree;
