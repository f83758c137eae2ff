/**
 * What the bytes of an entry are: their type, whether they are a binary or a package themselves,
 * and how they are held while they are asked.
 */
package dev.weighbridge.packages.content;
