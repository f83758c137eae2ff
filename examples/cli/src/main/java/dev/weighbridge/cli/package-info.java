/**
 * The {@code weighbridge} command: a thin face on the library. Each command turns its arguments
 * into a few calls of public API and writes the answer; nothing is computed here. Here it starts:
 * {@link dev.weighbridge.cli.Weighbridge} finds the command in {@link
 * dev.weighbridge.cli.Commands}.
 */
@NullMarked
package dev.weighbridge.cli;

import org.jspecify.annotations.NullMarked;
