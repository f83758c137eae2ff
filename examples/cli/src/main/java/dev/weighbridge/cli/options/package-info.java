/** What the words of a command line mean, each option in one place, and where the result goes. */
@NullMarked
package dev.weighbridge.cli.options;

import org.jspecify.annotations.NullMarked;
