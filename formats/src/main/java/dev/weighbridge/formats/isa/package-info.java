/**
 * What can be said of machine code without decoding all of it: the addresses it forms, where it
 * branches to, which bytes only align what follows. For the modules of this library; not exported
 * to users.
 */
package dev.weighbridge.formats.isa;
