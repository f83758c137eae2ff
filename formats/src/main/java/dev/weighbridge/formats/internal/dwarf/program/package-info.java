/**
 * The units of a program and of the files beside it: what each is, what it holds, where its code
 * is.
 */
package dev.weighbridge.formats.internal.dwarf.program;
