/** Ways to group bytes: each turns spans into labels. */
package dev.weighbridge.dimension;
