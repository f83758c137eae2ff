/**
 * Writes the spans of a file: puts the claims in order, layer by layer, and says of each span all
 * there is to say.
 */
package dev.weighbridge.attribution.spans;
