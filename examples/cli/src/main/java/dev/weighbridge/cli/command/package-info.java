/** The commands, one file for each: what it takes, which calls of the library answer it. */
@NullMarked
package dev.weighbridge.cli.command;

import org.jspecify.annotations.NullMarked;
