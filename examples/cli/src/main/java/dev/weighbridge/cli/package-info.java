/**
 * The {@code weighbridge} command: a thin face on the library. Each command turns its arguments
 * into a few calls of public API and writes the answer; nothing is computed here.
 */
@NullMarked
package dev.weighbridge.cli;

import org.jspecify.annotations.NullMarked;
