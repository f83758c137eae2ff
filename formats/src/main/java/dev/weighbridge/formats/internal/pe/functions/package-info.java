/** Turns what says where functions of a PE image reach into facts. */
package dev.weighbridge.formats.internal.pe.functions;
