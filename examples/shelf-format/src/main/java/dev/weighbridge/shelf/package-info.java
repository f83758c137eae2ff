/** An example: a format of one's own. The page {@code docs/adding-a-format.md} goes through it. */
@NullMarked
package dev.weighbridge.shelf;

import org.jspecify.annotations.NullMarked;
