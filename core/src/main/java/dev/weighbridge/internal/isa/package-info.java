/** What can be read from machine code without decoding all of it: the addresses it forms. */
package dev.weighbridge.internal.isa;
