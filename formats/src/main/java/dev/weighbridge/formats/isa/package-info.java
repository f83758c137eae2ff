/**
 * What an instruction says: its length, where it leads, what address it forms, and which bytes only
 * align what follows. A folder for each architecture; {@code sets} finds the one of a machine. For
 * the modules of this library; not exported to users.
 */
package dev.weighbridge.formats.isa;
