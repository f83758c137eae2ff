/**
 * Facts: what a compiled file says, in tables that are the same for every format.
 *
 * <p>A reader states facts ("symbol 17 is at 0x400, section 3 covers these bytes") and draws no
 * conclusions. Every table holds columns; {@code row(i)} and {@code stream()} make objects for
 * people.
 */
package dev.weighbridge.formats;
