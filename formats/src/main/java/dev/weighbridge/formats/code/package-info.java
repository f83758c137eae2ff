/**
 * What can be said of machine code without reading it: which bytes only align what follows. For the
 * modules of this library; not exported to users.
 */
package dev.weighbridge.formats.code;
