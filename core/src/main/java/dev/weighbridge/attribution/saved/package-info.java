/** Attributions on disk, without the bytes that they are about. */
package dev.weighbridge.attribution.saved;
