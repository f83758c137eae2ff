/** What commands are asked about, opened: files, packages, two builds, the sample. */
@NullMarked
package dev.weighbridge.cli.input;

import org.jspecify.annotations.NullMarked;
