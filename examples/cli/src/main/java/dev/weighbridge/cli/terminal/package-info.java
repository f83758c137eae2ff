/** Where the command reads and writes: the console, and the terminal that it may be. */
@NullMarked
package dev.weighbridge.cli.terminal;

import org.jspecify.annotations.NullMarked;
