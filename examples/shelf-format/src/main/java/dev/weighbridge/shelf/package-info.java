/** An example: a format of one's own. The page {@code docs/adding-a-format.md} goes through it. */
package dev.weighbridge.shelf;
