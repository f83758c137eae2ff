/** What the entries of debug information hold, summed up for rules. */
@NullMarked
package dev.weighbridge.lint.entries;

import org.jspecify.annotations.NullMarked;
