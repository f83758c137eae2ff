/** An example: a linter with two rules of one's own. */
@NullMarked
package dev.weighbridge.sizelinter;

import org.jspecify.annotations.NullMarked;
