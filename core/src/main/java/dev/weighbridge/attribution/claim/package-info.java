/**
 * Who wins a byte: claims on ranges of places, what they come to where they nest and overlap, and
 * the symbols that make them.
 */
package dev.weighbridge.attribution.claim;
