/** Sizes, level by level: grouped spans as rows. */
package dev.weighbridge.tree;
