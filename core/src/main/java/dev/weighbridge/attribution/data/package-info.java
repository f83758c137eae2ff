/**
 * What bytes are that no symbol names: literals and tables cut where something refers to them,
 * padding.
 */
package dev.weighbridge.attribution.data;
