/** The debug information of PE files that are made by tools of GNU: its sections. */
package dev.weighbridge.formats.pe.debug;
