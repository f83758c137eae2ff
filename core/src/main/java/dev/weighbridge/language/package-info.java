/**
 * What a finished file still tells of the languages it is written in, and of the tools that made
 * it. Found once for a file when first asked for, and kept.
 */
@NullMarked
package dev.weighbridge.language;

import org.jspecify.annotations.NullMarked;
